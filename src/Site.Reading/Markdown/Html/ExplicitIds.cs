using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Model;

namespace Site.Reading;

/// <summary>Ids that writers give, <c>{#id}</c>: they come before those made from the words of headings.</summary>
internal static class ExplicitIds
{
    /// <summary>Takes every explicit id of the document, and reports those that are taken already and those that are none.</summary>
    public static void Note(MarkdownDocument document, PageNotes page)
    {
        foreach (var item in document.Descendants())
        {
            if (item.TryGetAttributes() is { Id: { } id } attributes && item is Block or LinkInline or CodeInline or EmphasisInline)
            {
                Note(attributes, id, page);
            }
        }
    }

    private static void Note(HtmlAttributes attributes, string id, PageNotes page)
    {
        var where = page.At(attributes.Span.Start);
        if (!IsId(id))
        {
            attributes.Id = null;
            page.Report(Problem.Warning(
                "markdown/attribute-dropped", where,
                $"“#{SafeText.Quote(id)}”不能作编号，没有采用。",
                "编号用汉字、小写字母、数字、- 和 _，最多64个字。"));
        }
        else if (!page.Ids.Take(id))
        {
            attributes.Id = null;
            page.Report(Problem.Error(
                "markdown/duplicate-id", where,
                $"编号“{id}”在本页出现了不止一次。",
                "请换一个编号。"));
        }
    }

    /// <returns>Whether the text may be an id: 1 to 64 letters that have no upper case, digits, hyphens and underscores.</returns>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= 64 && id.All(unit => (char.IsLetterOrDigit(unit) && !char.IsUpper(unit)) || unit is '-' or '_');
}
