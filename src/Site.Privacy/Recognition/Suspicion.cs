using System.Collections.Immutable;
using System.Text;
using Site.Core.Diagnostics;
using Site.Privacy.Decoding;

namespace Site.Privacy.Recognition;

/// <summary>A value in a source that looks private. Whether it is declared public is known only when the whole site has been read.</summary>
public sealed record Suspicion
{
    internal Suspicion(Location location, PrivateMatch match, string written) => (Location, Kind, Label, Written) = (location, match.Kind, match.Label(), written);

    /// <summary>Its first character.</summary>
    public Location Location { get; }

    /// <summary>What it looks like.</summary>
    public PrivateKind Kind { get; }

    /// <summary>What it looks like, in Chinese: 手机号, 钉钉号.</summary>
    public string Label { get; }

    /// <summary>The value, which no message and no page may repeat.</summary>
    internal string Written { get; }

    /// <returns>The location and the kind, never the value.</returns>
    public override string ToString() => $"{Location} {Kind}";
}

/// <summary>Finds what looks private in a source that is going to be published.</summary>
/// <remarks>
/// Names and addresses are not searched for: pages are full of public ones. An ambiguous number is taken for part of a URL, a hash or a decimal.
/// Nearly every page contains none, so quick checks come first.
/// </remarks>
public static class Suspicions
{
    /// <summary>Files of figures rather than of sentences, where commas and slashes stand between numbers.</summary>
    private static readonly string[] Data = [".svg", ".json", ".csv", ".tsv", ".xml", ".ics", ".vcf"];

    /// <param name="path">The file, relative to the site folder.</param>
    /// <param name="text">A part of it that begins with a line, or all of it.</param>
    /// <param name="firstLine">The line in the file on which the text begins, from 1.</param>
    /// <returns>In order of their position.</returns>
    public static ImmutableArray<Suspicion> In(string path, string text, int firstLine)
    {
        var isData = Data.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        var matches = MatchesIn(text, isData);
        AddEscaped(text, isData, matches);
        if (matches.Count == 0)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Suspicion>();
        var (line, lineStart, seen) = (firstLine, 0, 0);
        foreach (var match in PrivateDataRecognizer.Merge(matches))
        {
            for (; seen < match.Start; seen++)
            {
                (line, lineStart) = text[seen] == '\n' ? (line + 1, seen + 1) : (line, lineStart);
            }

            found.Add(new(new(path, line, match.Start - lineStart + 1), match, text.Substring(match.Start, match.Length)));
        }

        return found.DrainToImmutable();
    }

    private static List<PrivateMatch> MatchesIn(string text, bool isData)
    {
        List<PrivateMatch> matches = [];
        if (NumberPrefilter.MayBeIn(text) || (!isData && (SplitNumbers.MayBeIn(text) || LookalikeDigits.Read(text) is not null || FoldedText.OfCounted(text) is not null)))
        {
            matches.AddRange(NumberRecognizer.Find(text, isData ? TextContext.Finished : TextContext.Source));
            matches.AddRange(NumberRecognizer.Find(text, TextContext.Prose).Where(match => match.Kind == PrivateKind.BankCard && IsAlone(text, match)));
        }

        var (mayBeMail, mayBeAccount) = (Emails.MayBeIn(text), MessengerAccounts.MayBeIn(text));
        var (mayBePlate, mayBePassport) = (NumberPrefilter.MayBePlateIn(text), Passports.MayBeIn(text));
        if (mayBeMail || mayBeAccount || mayBePlate || mayBePassport)
        {
            var words = FoldedText.Of(text, Folding.Words);
            matches.AddRange(mayBeMail ? Emails.Find(words, TextContext.Source).Where(match => IsNoAddress(text, match)) : []);
            matches.AddRange(mayBeAccount ? MessengerAccounts.Find(words) : []);
            matches.AddRange(mayBePlate ? Plates.Find(words) : []);
            matches.AddRange(mayBePassport ? Passports.Find(words) : []);
        }

        return matches;
    }

    /// <summary>Adds what is written with entities or percent signs, as browsers show it: zhangsan&amp;#64;test.com.</summary>
    private static void AddEscaped(string text, bool isData, List<PrivateMatch> matches)
    {
        if (!text.AsSpan().ContainsAny('&', '%'))
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        using var decoded = Escapes.Decode(bytes, isMail: false);
        if (decoded is null)
        {
            return;
        }

        var shown = Encoding.UTF8.GetString(decoded.Bytes);
        var found = MatchesIn(shown, isData);
        var (offsets, sources) = found.Count == 0 ? ([], []) : (Offsets(shown), Offsets(text));
        foreach (var match in found)
        {
            var start = Written(match.Start);
            matches.Add(match with { Start = start, Length = Math.Max(1, Written(match.End) - start) });
        }

        int Written(int at)
        {
            var place = Array.BinarySearch(sources, decoded.Origin(offsets[at]));
            return place >= 0 ? place : Math.Min(~place, text.Length);
        }
    }

    /// <returns>Where each character begins, in bytes of UTF-8, and how many bytes there are.</returns>
    private static int[] Offsets(string text)
    {
        var offsets = new int[text.Length + 1];
        for (var at = 0; at < text.Length; at++)
        {
            // Each half of a surrogate pair counts for half of its four bytes.
            offsets[at + 1] = offsets[at] + (text[at] < 0x80 ? 1 : text[at] < 0x800 || char.IsSurrogate(text[at]) ? 2 : 3);
        }

        return offsets;
    }

    /// <summary>Whether the number touches no letter and no character of a URL.</summary>
    private static bool IsAlone(string text, PrivateMatch match) =>
        !IsOfAddress(text, match.Start - 1) && !IsOfAddress(text, match.End);

    private static bool IsOfAddress(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '/' or '_' or '=' or '.' or '-' or '%' or '&' or '?' or '#');

    /// <summary>An @ inside a URL is no mail address.</summary>
    private static bool IsNoAddress(string text, PrivateMatch match) => match.Start == 0 || text[match.Start - 1] is not ('/' or '=' or '&');
}
