using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Core.Diagnostics;
using Site.Core.Vocabularies;

namespace Site.Content.Pages;

/// <summary>The fields that every page may have.</summary>
public static class SharedFields
{
    /// <summary>Those that people write first, and so want to see first in a message.</summary>
    public static ImmutableArray<Field> First { get; } =
    [
        Field.Text("title", "标题", "标题").Required(),
        Field.Date("date", "发布的日期，或者事情发生的日期"),
        Field.Text("summary", "一两句话的摘要；不写就用正文第一段", "一两句话的摘要"),
        Field.Sources("source", "内容从哪里来：发布单位、文件名、日期、条款，最好带网址；可以写一条，也可以写几条", "发布单位《文件名》（日期）").Required(),
        Field.Text("reviewer", "由哪个科室、单位审核", "审核这一页的科室").Required(),
    ];

    public static ImmutableArray<Field> Rest { get; } =
    [
        Field.Date("updated", "更新的日期"),
        Field.Tags("tags", "标签", "[燃气, 入户检查]"),
        Field.Texts("searchFor", "居民可能怎么搜：页面上没有的说法，网页上不显示，搜索时找得到", "[煤气味, 臭鸡蛋味]", oneAlone: true),
        Field.Enums("sectors", Vocabulary.Sectors, "行业", "[fire, urban-operation]"),
        Field.Enums("audiences", Vocabulary.Audiences, "人群", "[community, family]"),
        Field.Text("campaign", "属于哪一年的活动", "2025"),
        Field.Path("image", "配图", "img/oil.svg"),
        Field.Text("imageAlt", "配图上有什么，用文字说清楚", "锅里的油着火了，旁边放着锅盖"),
        Field.Text("imageCredit", "配图是谁拍的、谁画的，写在图下面", "示例街道办事处 摄"),
        Field.Integer("order", -9999, 9999, "排序，小的在前", "10"),
        Field.Text("id", "供别处引用的名字，不写就用文件名", "安全生产法"),
        Field.Boolean("draft", "还没写完：不发布"),
        Field.Date("publish", "到这一天才发布"),
        Field.Date("expire", "从这一天起不再显示", "2025-07-01"),
        Field.SiteAddresses("redirectFrom", "旧网址，从那里转到这一页", "/news/2024/open-day/"),
        Field.Boolean("sample", "这是示例，单位、人物和数字是编的"),
        Field.Texts("publicContacts", "可以公开的电话、邮箱、账号", "[\"0580-0000000\"]", oneAlone: true),
    ];

    /// <returns>The fields of a type: its own between the shared ones.</returns>
    public static FieldSet Around(ImmutableArray<Field> own, bool isDateRequired) => new(
        [.. First.Select(field => isDateRequired && field.Name == "date" ? field.Required() : field), .. own, .. Rest], Synonyms);

    /// <summary>Other names that are understood: what Statiq's users are used to write. All else is exactly as declared, capitals included.</summary>
    private static readonly FrozenDictionary<string, string> Synonyms = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Title"] = "title",
        ["Description"] = "summary",
        ["description"] = "summary",
        ["Published"] = "date",
        ["published"] = "date",
        ["Excluded"] = "draft",
        ["excluded"] = "draft",
        ["Order"] = "order",
        ["RedirectFrom"] = "redirectFrom",
        ["Xref"] = "id",
        ["xref"] = "id",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>The header of a page, with empty values for what is missing or wrong.</returns>
    /// <param name="id">The id that the writer chose, or the default one.</param>
    internal static PageHeader Header(ContentType type, string address, string id, FieldValues fields, MarkdownBody body) => new()
    {
        Type = type,
        Path = fields.Path,
        Address = address,
        Id = id,
        Title = fields.RequiredText("title"),
        Summary = Summary(fields, body),
        Sources = fields.Sources("source"),
        Reviewer = fields.CommonText("reviewer") ?? "",
        Date = fields.Date("date"),
        Updated = fields.Date("updated"),
        Tags = fields.Tags("tags"),
        SearchFor = fields.Texts("searchFor"),
        Sectors = fields.Enums("sectors"),
        Audiences = fields.Enums("audiences"),
        Campaign = fields.CommonText("campaign"),
        Image = Image(fields),
        ImageCredit = fields.Text("imageCredit"),
        RedirectFrom = fields.OldAddresses("redirectFrom"),
        Order = fields.Integer("order") ?? 0,
        PublicContacts = fields.Texts("publicContacts"),
        IsSample = fields.Boolean("sample", false),
        Body = body.Html,
        Headings = fields.Pool.Keep(body.Headings),
        Characters = body.Characters,
        WebLinks = fields.WebLinks(),
        Locations = fields.Locations(),
    };

    /// <returns>What <c>xref:</c> calls the page if its writer says so: a text without spaces, slashes and number signs, or null.</returns>
    internal static string? Id(FieldValues fields)
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
            foreach (var name in ImmutableArray.Create("imageAlt", "imageCredit").Where(name => fields.Find(name) is not null))
            {
                fields.Report("missing-field", fields.Find(name), $"写了 “{name}”，却没有 “image”。", $"加上一行 “image: 图片的相对路径”，或者删掉 “{name}”。");
            }

            return null;
        }

        if (fields.Find("imageAlt") is null)
        {
            fields.Diagnostics.Add(Diagnostic.Error("picture/no-alt", fields.LocationOf(node), $"图片{node.Describe()} 没有文字说明。", "加上一行 “imageAlt: 图里是什么”，给看不到图的人听。"));
        }

        return fields.RelativePath("image") is { } target ? new(fields.LocationOf(node), target, alt ?? "") : null;
    }

    /// <returns>The field, else the first paragraph; the empty text (reported, unless the body is too large or too deep to read) where there is neither.</returns>
    private static string Summary(FieldValues fields, MarkdownBody body)
    {
        var isUnread = body.Diagnostics.Any(diagnostic => diagnostic.Code.StartsWith("markdown/too-", StringComparison.Ordinal));
        if (fields.Find("summary") is null && body.FirstParagraph.Length == 0 && !isUnread)
        {
            fields.Report("missing-field", null, "缺少字段 “summary”，正文里也没有一段文字可以代替它。", "加上一行 “summary: 一两句话的摘要”，或者在正文开头写一段话。");
        }

        return fields.Text("summary") ?? body.FirstParagraph;
    }
}
