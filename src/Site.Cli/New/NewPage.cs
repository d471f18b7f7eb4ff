using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Site.Content.Pages;
using Site.Core.Sources;

namespace Site.Cli.New;

/// <summary>Writes a page that is ready to be edited: every field it must have is filled in, and it is a draft.</summary>
internal static partial class NewPage
{
    /// <param name="type">What to write.</param>
    /// <param name="title">In one line, not empty.</param>
    /// <param name="name">The name of the file, without date and ending; of a campaign, its year.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="year">The year of the campaign that the page is for.</param>
    /// <returns>The page first, and any file that it names; paths relative to the site folder.</returns>
    public static ImmutableArray<SourceFile> Make(ContentType type, string title, string name, DateOnly today, int year)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = $"\"{title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            ["name"] = name,
            ["today"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["year"] = year.ToString(CultureInfo.InvariantCulture),
            ["edition"] = (year - 2001).ToString(CultureInfo.InvariantCulture),
        };
        var path = type.Addressing == PageAddressing.ByYear
            ? string.Create(CultureInfo.InvariantCulture, $"{type.ContentFolder}{today:yyyy}/{today:MM-dd}-{name}")
            : type.ContentFolder + name;
        var page = File(path + ".md", Blank().Replace(type.Draft.Text, blank => values[blank.Groups["name"].Value]));
        return type.Draft.File is var (ending, text) ? [page, File(path + ending, text)] : [page];
    }

    private static SourceFile File(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, bytes.Length, () => bytes);
    }

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blank();
}
