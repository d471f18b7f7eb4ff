using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Core.Diagnostics;
using Site.Core.Vocabularies;

namespace Site.Content.Pages;

/// <summary>The fields that every kind of page may have.</summary>
internal static class SharedFields
{
    /// <summary>Those that people write first, and so want to see first in a message.</summary>
    public static ImmutableArray<string> First { get; } = ["title", "date", "summary", "source", "reviewer"];

    public static ImmutableArray<string> Rest { get; } =
    [
        "updated", "tags", "sectors", "audiences", "campaign", "image", "imageAlt", "order", "id",
        "draft", "publish", "expire", "redirectFrom", "sample", "publicContacts",
    ];

    public static ImmutableArray<string> Required { get; } = ["title", "source", "reviewer"];

    /// <returns>The page with its optional shared fields.</returns>
    public static Page AddTo(Page page, FieldValues fields) => page with
    {
        Date = fields.Date("date"),
        Updated = fields.Date("updated"),
        Tags = fields.Tags("tags"),
        Sectors = fields.Enums("sectors", Vocabulary.Sectors),
        Audiences = fields.Enums("audiences", Vocabulary.Audiences),
        Campaign = fields.CommonText("campaign"),
        Image = Image(fields),
        RedirectFrom = fields.OldAddresses("redirectFrom"),
        Order = fields.Integer("order", -9999, 9999) ?? 0,
        PublicContacts = fields.Texts("publicContacts", oneAlone: true),
        IsSample = fields.Boolean("sample", false),
    };

    /// <returns>What <c>xref:</c> calls the page if its writer says so: a text without spaces, slashes and number signs, or null.</returns>
    public static string? Id(FieldValues fields)
    {
        if (fields.Find("id") is not { } node || fields.TextOf("id", node) is not { } id)
        {
            return null;
        }

        if (id.Length <= 100 && !id.Any(c => char.IsWhiteSpace(c) || c is '/' or '\\' or '#' or '%' or '?' or '<' or '>' or '"'))
        {
            return id;
        }

        fields.WrongType("id", node, "一个简短的编号", "用汉字、字母、数字和 “-”，不用空格、“/” 和 “#”，不超过 100 个字。");
        return null;
    }

    private static Picture? Image(FieldValues fields)
    {
        var alt = fields.Text("imageAlt");
        var node = fields.Find("image");
        if (node is null)
        {
            if (alt is not null)
            {
                fields.Report("missing-field", fields.Find("imageAlt"), "写了 “imageAlt”，却没有 “image”。", "加上一行 “image: 图片的相对路径”，或者删掉 “imageAlt”。");
            }

            return null;
        }

        if (alt is null)
        {
            fields.Diagnostics.Add(Diagnostic.Error("picture/no-alt", fields.LocationOf(node), $"图片{node.Describe()} 没有文字说明。", "加上一行 “imageAlt: 图里是什么”，给看不到图的人听。"));
        }

        return fields.RelativePath("image") is { } target ? new(fields.LocationOf(node), target, alt ?? "") : null;
    }
}
