using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Markdown;

/// <summary>The ids of one page: each is given once.</summary>
internal sealed class ElementIds
{
    // Ids that the frame around the body has.
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { "main", "checklist" };

    /// <returns>Whether the id was free; now it is not.</returns>
    public bool Take(string id) => taken.Add(id);

    /// <returns>The id that the heading's words give, with <c>-2</c>, <c>-3</c> … where it is taken; now it is.</returns>
    public string TakeFor(string heading)
    {
        var id = Of(heading);
        if (taken.Add(id))
        {
            return id;
        }

        // Doubling, then stepping, keeps a page of 100,000 equal headings linear.
        next.TryGetValue(id, out var number);
        string numbered;
        do
        {
            number = Math.Max(number, 1) + 1;
            numbered = $"{id}-{number}";
        }
        while (!taken.Add(numbered));
        next[id] = number;
        return numbered;
    }

    private readonly Dictionary<string, int> next = new(StringComparer.Ordinal);

    /// <summary>Letters (lower-cased), digits and Chinese stay, spaces become hyphens, punctuation goes.</summary>
    /// <returns>The id, <c>section</c> for a heading without letters and digits.</returns>
    public static string Of(string heading)
    {
        var id = new StringBuilder(heading.Length);
        var hasLetter = false;
        foreach (var rune in heading.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                id.Append(Rune.ToLowerInvariant(rune).ToString());
                hasLetter = true;
            }
            else if (rune.Value is '_' || ((rune.Value is '-' || Rune.IsWhiteSpace(rune)) && id.Length > 0 && id[^1] != '-'))
            {
                id.Append(rune.Value is '_' ? '_' : '-');
            }
        }

        return hasLetter ? id.ToString().TrimEnd('-') : "section";
    }
}

/// <summary>Ids that writers give, <c>{#id}</c>: they come before those made from the words of headings.</summary>
internal static class ExplicitIds
{
    /// <summary>Takes every explicit id of the document, and reports those that are taken already and those that are none.</summary>
    public static void Register(MarkdownDocument document, MarkdownContext page)
    {
        foreach (var item in document.Descendants())
        {
            if (item.TryGetAttributes() is { Id: { } id } attributes && item is Block or LinkInline or CodeInline or EmphasisInline)
            {
                Register(attributes, id, page);
            }
        }
    }

    private static void Register(HtmlAttributes attributes, string id, MarkdownContext page)
    {
        var location = page.At(attributes.Span.Start);
        if (!IsId(id))
        {
            attributes.Id = null;
            page.Report(Diagnostic.Warning(
                "markdown/attribute-dropped", location,
                $"“#{Quoted.Line(id)}”不能作编号，没有采用。",
                "编号用汉字、小写字母、数字、- 和 _，最多64个字。"));
        }
        else if (!page.Ids.Take(id))
        {
            attributes.Id = null;
            page.Report(Diagnostic.Error(
                "markdown/duplicate-id", location,
                $"编号“{id}”在本页出现了不止一次。",
                "请换一个编号。"));
        }
    }

    /// <returns>Whether the text may be an id: 1 to 64 letters that have no upper case, digits, hyphens and underscores.</returns>
    public static bool IsId(string id) =>
        id.EnumerateRunes().Count() is > 0 and <= 64 && id.EnumerateRunes().All(rune => (Rune.IsLetterOrDigit(rune) && !Rune.IsUpper(rune)) || rune.Value is '-' or '_');
}
