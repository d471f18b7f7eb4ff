using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Core.Diagnostics;

/// <summary>A mistake of a writer, as a value: where it is, what is wrong, and what to do about it.</summary>
/// <param name="Severity">Whether it stops the site from being published.</param>
/// <param name="Code">Lasting name, <c>subject/what-is-wrong</c> in kebab case; it never changes.</param>
/// <param name="Location">The first character of what is wrong.</param>
/// <param name="Message">One sentence in simplified Chinese, in the writer's words and with the writer's values.</param>
/// <param name="Help">One sentence in simplified Chinese that says what to do.</param>
public sealed record Diagnostic(Severity Severity, string Code, Location Location, string Message, string Help)
{
    /// <summary>What a log that others may read says instead, without a line; null where the message may stand there.</summary>
    public string? Outside { get; init; }

    /// <summary>A mistake that stops the site from being published.</summary>
    public static Diagnostic Error(string code, Location location, string message, string help) =>
        new(Severity.Error, code, location, message, help);

    /// <summary>Something that someone should look at; the site is published all the same.</summary>
    public static Diagnostic Warning(string code, Location location, string message, string help) =>
        new(Severity.Warning, code, location, message, help);

    /// <returns>Three lines: <c>path:line:column: error code</c>, then the message and the help, each indented by two spaces.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        AppendTo(text);
        return text.ToString();
    }

    /// <summary>Appends what <see cref="ToString"/> gives.</summary>
    public void AppendTo(StringBuilder text) => text.Append(CultureInfo.InvariantCulture,
        $"{Location.Path}:{Location.Line}:{Location.Column}: {(Severity == Severity.Error ? "error" : "warning")} {Code}\n  {Message}\n  {Help}");
}

/// <summary>How much a diagnostic weighs: a warning lets the site be published, an error stops it.</summary>
public enum Severity
{
    /// <summary>The site is published; someone should look.</summary>
    Warning,

    /// <summary>Nothing is published.</summary>
    Error,
}

/// <summary>Extensions for collections of diagnostics.</summary>
public static partial class DiagnosticExtensions
{
    [GeneratedRegex("“[^”]*”", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Named();

    /// <summary>Where returns lie.</summary>
    private const string Returns = "input/returns/";

    /// <summary>A file of many units' returns: a day, and nothing that could be the name of a unit.</summary>
    [GeneratedRegex(@"^input/returns/\d{4}-\d{2}-\d{2}(-correction)?(-[0-9a-f]{8})?(-\d{1,3})?\.csv$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex OfManyUnits();

    [GeneratedRegex(@"input/returns/[^\s:：，。；、“”（）]+", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex InReturns();

    /// <returns>The files of <c>input/returns/</c> that the diagnostics name and that may be called by their unit.</returns>
    public static IEnumerable<string> ReturnedFiles(this ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.SelectMany(one => InReturns().Matches($"{one.Message} {one.Help}").Select(match => match.Value).Append(one.Location.Path))
            .Where(path => path.StartsWith(Returns, StringComparison.Ordinal) && path.Length > Returns.Length && !OfManyUnits().IsMatch(path)).Distinct();

    /// <returns>
    /// The diagnostics, which are given each once, for a log that others may read, each once: none says which unit is late or odd, neither in words nor by the name of the file that it sent, and
    /// what their cures quote is left out.
    /// </returns>
    /// <param name="sent">Paths of files that units sent, as they stand in locations; of these nothing says the name, whatever is wrong with them.</param>
    public static ImmutableArray<Diagnostic> ForOutside(this ImmutableArray<Diagnostic> diagnostics, params IEnumerable<string> sent)
    {
        var files = sent.ToHashSet(StringComparer.Ordinal);
        if (files.Count == 0 && diagnostics.All(one => one.Outside is null))
        {
            return diagnostics;
        }

        string[] names = [.. files.Concat(files.Select(file => file[(file.LastIndexOf('/') + 1)..])).Distinct().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
        return [.. diagnostics.Select(Mask).Distinct()];

        Diagnostic Mask(Diagnostic one) => one.Outside is { } outside
            ? one with { Message = Unnamed(outside), Help = Unnamed(Named().Replace(one.Help, "“某单位”")), Location = new(MaskPath(one.Location.Path)), Outside = null }
            : files.Count == 0 ? one
            : one with { Message = Unnamed(one.Message), Help = Unnamed(one.Help), Location = files.Contains(one.Location.Path) ? new(Returns) : one.Location };

        string MaskPath(string path) =>
            !files.Contains(path) && (OfManyUnits().IsMatch(path) || !path.StartsWith(Returns, StringComparison.Ordinal)) ? path : Returns;

        string Unnamed(string text) => names.Aggregate(text, (masked, name) => masked.Replace(name, "某单位的文件", StringComparison.Ordinal));
    }

    /// <returns>Whether anything stops the site from being published.</returns>
    public static bool HasErrors(this ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <returns>The same diagnostics without repetitions, by path, line, column and code.</returns>
    public static ImmutableArray<Diagnostic> Sorted(this IEnumerable<Diagnostic> diagnostics)
    {
        // Those of one place, code and message stay in their order, and only they can be equal.
        var sorted = ImmutableArray.CreateBuilder<Diagnostic>();
        var first = 0;
        foreach (var one in Merged([.. diagnostics]))
        {
            first = sorted.Count > 0 && Compare(sorted[^1], one) != 0 ? sorted.Count : first;
            if (!Has(sorted, first, one))
            {
                sorted.Add(one);
            }
        }

        return sorted.DrainToImmutable();
    }

    /// <returns>The same in order, equal ones as they came. Runs that are in order already are merged: a site with many diagnostics has most from pages that have not changed, one after another.</returns>
    private static Diagnostic[] Merged(Diagnostic[] all)
    {
        var starts = new List<int> { 0 };
        for (var at = 1; at < all.Length; at++)
        {
            if (Compare(all[at - 1], all[at]) > 0)
            {
                starts.Add(at);
            }
        }

        for (var merged = new Diagnostic[starts.Count > 1 ? all.Length : 0]; starts.Count > 1; (all, merged) = (merged, all))
        {
            var next = new List<int>();
            for (var run = 0; run < starts.Count; run += 2)
            {
                next.Add(starts[run]);
                Merge(all, starts[run], End(run), End(run + 1), merged);
            }

            starts = next;

            int End(int run) => run + 1 < starts.Count ? starts[run + 1] : all.Length;
        }

        return all;
    }

    /// <summary>Merges what goes from <paramref name="start"/> to <paramref name="middle"/> with what goes on from there to <paramref name="end"/>, each in order.</summary>
    private static void Merge(Diagnostic[] from, int start, int middle, int end, Diagnostic[] to)
    {
        var (left, right) = (start, middle);
        for (var at = start; at < end; at++)
        {
            to[at] = right >= end || (left < middle && Compare(from[left], from[right]) <= 0) ? from[left++] : from[right++];
        }
    }

    private static bool Has(ImmutableArray<Diagnostic>.Builder sorted, int from, Diagnostic one)
    {
        for (var at = from; at < sorted.Count; at++)
        {
            if (sorted[at] == one)
            {
                return true;
            }
        }

        return false;
    }

    private static int Compare(Diagnostic a, Diagnostic b) =>
        a.Location.CompareTo(b.Location) is not 0 and var byLocation ? byLocation
        : string.CompareOrdinal(a.Code, b.Code) is not 0 and var byCode ? byCode
        : string.CompareOrdinal(a.Message, b.Message);
}

/// <summary>A value together with everything that was wrong with its source.</summary>
/// <param name="Value">The value, without the parts that could not be read.</param>
/// <param name="Diagnostics">All diagnostics found, in no particular order.</param>
public sealed record Result<T>(T Value, ImmutableArray<Diagnostic> Diagnostics);
