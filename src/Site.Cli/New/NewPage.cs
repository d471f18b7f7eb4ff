using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Site.Content.Pages;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Cli.New;

/// <summary>Writes a page that is ready to be edited: every field it must have is filled in, and it is a draft.</summary>
internal static class NewPage
{
    /// <param name="type">What to write.</param>
    /// <param name="title">In one line, not empty.</param>
    /// <param name="name">The name of the file, without date and ending; of a campaign, its year.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="year">The year of the campaign that the page is for.</param>
    /// <param name="reviewer">The office that checks pages, or null for a prompt in its place.</param>
    /// <returns>The page first, and any file that it names; paths relative to the site folder.</returns>
    public static ImmutableArray<SourceFile> Make(ContentType type, string title, string name, DateOnly today, int year, string? reviewer = null)
    {
        var values = new Dictionary<string, string>(Blanks.OfDay(today, year))
        {
            ["title"] = Quoted(title),
            ["name"] = name,
            ["reviewer"] = Quoted(NewName.Title(reviewer ?? "")),
        };
        var path = type.Addressing == PageAddressing.ByYear
            ? string.Create(CultureInfo.InvariantCulture, $"{type.ContentFolder}{today:yyyy}/{today:MM-dd}-{name}")
            : type.ContentFolder + name;
        var page = File(path + ".md", Blanks.Fill(reviewer is null ? type.Draft.Text : type.Draft.Text.Replace(DraftText.ReviewerLine, "reviewer: {{reviewer}}", StringComparison.Ordinal), values));
        return type.Draft.File is var (ending, text) ? [page, File(path + ending, text)] : [page];
    }

    /// <returns>A text in one line as YAML.</returns>
    public static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <returns>A file of this text.</returns>
    public static SourceFile File(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, bytes.Length, () => bytes);
    }
}

/// <summary>Fills in the blanks of a text: <c>{{year}}</c>.</summary>
internal static partial class Blanks
{
    /// <returns>The blanks that a day fills: <c>today</c>, <c>year</c> and <c>edition</c> of the campaign of the year.</returns>
    public static Dictionary<string, string> OfDay(DateOnly today, int year) => new(StringComparer.Ordinal)
    {
        ["today"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["year"] = year.ToString(CultureInfo.InvariantCulture),
        ["edition"] = (year - 2001).ToString(CultureInfo.InvariantCulture),
    };

    /// <exception cref="KeyNotFoundException">A blank has no value.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Blank().Replace(text, blank => values[blank.Groups["name"].Value]);

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Blank();
}
