using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Sources;

namespace Site.Cli.New;

/// <summary>Writes a page that is ready to be edited: every field it must have is filled in, and it is a draft.</summary>
internal static partial class NewPage
{
    /// <param name="kind">What to write.</param>
    /// <param name="title">In one line, not empty.</param>
    /// <param name="name">The name of the file, without date and ending; of a campaign, its year.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="year">The year of the campaign that the page is for.</param>
    /// <returns>The page first, and any file that it names; paths relative to the site folder.</returns>
    public static ImmutableArray<SourceFile> Make(NewKind kind, string title, string name, DateOnly today, int year)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = $"\"{title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            ["name"] = name,
            ["today"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["year"] = year.ToString(CultureInfo.InvariantCulture),
            ["edition"] = (year - 2001).ToString(CultureInfo.InvariantCulture),
        };
        var folder = kind.Name == "news"
            ? string.Create(CultureInfo.InvariantCulture, $"content/news/{today:yyyy}/{today:MM-dd}-")
            : $"content/{kind.Folder}/";
        var page = File($"{folder}{name}.md", Blank().Replace(Template(kind), blank => values[blank.Groups["name"].Value]));
        return kind.Name == "work" ? [page, File($"{folder}{name}.txt", "这里放作品本身，例如大屏滚动播放的文字。\n")] : [page];
    }

    private static string Template(NewKind kind)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{kind.Name}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static SourceFile File(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, bytes.Length, () => bytes);
    }

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blank();
}
