using System.Buffers;
using System.Globalization;
using System.Text;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Rendering.Calendars;

/// <summary>
/// Finds what people hold in their calendars already and would not learn of: an entry whose time or place is another than in the published calendar of the site, while the page's
/// <c>updated</c> is not later. Calendar programs take an entry for a newer one by LAST-MODIFIED and SEQUENCE alone (RFC 5545, sections 3.8.7.3 and 3.8.7.4), which come from it.
/// </summary>
public static class ChangedEntries
{
    public const string Code = "event/changed-unsaid";

    /// <param name="website">The website as it will be.</param>
    /// <param name="published">The file of <see cref="Path"/> as it is published now, or null. What it has in another form than ours is passed over.</param>
    /// <returns>A warning (<see cref="Code"/>) for each entry that is not over.</returns>
    public static IEnumerable<Diagnostic> Find(Website website, SourceFile? published)
    {
        if (published is null)
        {
            yield break;
        }

        var before = Read(Encoding.UTF8.GetString(published.Load()));
        foreach (var entry in CalendarFiles.EntriesOf(website))
        {
            var (page, end) = (entry.Page, (entry.Entry.End ?? entry.Entry.Start).Day);
            if (end < website.AsOf || page.Updated >= website.AsOf)
            {
                continue;
            }

            var now = Read(new CalendarWriter(website.Settings, "", [entry])).Single();
            if (before.TryGetValue(now.Key, out var old) && old.Says != now.Value.Says && old.Sequence >= now.Value.Sequence)
            {
                yield return Diagnostic.Warning(Code, page.Locations.IsRead("updated") ? page.Locations["updated"] : page.Locations["start"],
                    $"“{page.Title}”的时间或者地点跟网站上已经公布的不一样，文件头里的 updated 没有跟着改：把它存进手机日历的人，日历不会更新。",
                    $"在文件头里写 updated: {website.AsOf:yyyy-MM-dd}（改的那一天）。");
            }
        }
    }

    /// <summary>The calendar of the whole site, from the output folder.</summary>
    public static string Path => SiteAddress.FilePath(CalendarFiles.AllAddress);

    private static Dictionary<string, (string Says, int Sequence)> Read(CalendarWriter calendar)
    {
        var bytes = new ArrayBufferWriter<byte>();
        calendar.Write(bytes);
        return Read(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    /// <returns>When and where each entry is, as written, and its number, 0 where it has none; by UID.</returns>
    private static Dictionary<string, (string Says, int Sequence)> Read(string calendar)
    {
        var entries = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        foreach (var entry in calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT\r\n").Skip(1))
        {
            var lines = entry.Split("\r\n");
            var says = string.Join('\n', lines.Where(line => line.StartsWith("DTSTART", StringComparison.Ordinal) || line.StartsWith("DTEND", StringComparison.Ordinal) || line.StartsWith("LOCATION:", StringComparison.Ordinal)));
            if (ValueOf(lines, "UID:") is { } id)
            {
                entries.TryAdd(id, (says, int.TryParse(ValueOf(lines, "SEQUENCE:"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0));
            }
        }

        return entries;
    }

    private static string? ValueOf(string[] lines, string name) => Array.Find(lines, line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
