using System.Globalization;
using AngleSharp.Dom;

namespace Site.Reading;

/// <summary>
/// Writes lists of HTML. Their marks are <c>*</c> and <c>1)</c>, so that no list runs into the choices and steps of a question,
/// which are written with <c>-</c> and <c>1.</c>.
/// </summary>
internal static class HtmlLists
{
    /// <param name="blocks">Reads what is in an item.</param>
    /// <returns>Lines of Markdown; empty for a list without text.</returns>
    public static string Write(IElement list, Func<IElement, List<TextBlock>> blocks)
    {
        var isOrdered = list.LocalName == "ol";
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start < 100_000 ? start : 1;
        var items = list.Children.Where(child => child.LocalName == "li").Select(blocks).Where(item => item.Count > 0).ToList();
        var isLoose = items.Any(item => item.Count(block => block.Kind is not TextKind.Other) > 1);
        var lines = items.Select(item =>
        {
            var mark = isOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}) ") : "* ";
            var text = string.Join(isLoose ? "\n\n" : "\n", item.Select(block => block.Lines));
            return mark + text.Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal);
        });
        return string.Join(isLoose ? "\n\n" : "\n", lines);
    }
}
