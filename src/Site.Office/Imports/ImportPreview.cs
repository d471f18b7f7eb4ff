using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Forms;
using Site.Statistics.Returns;

namespace Site.Office.Imports;

/// <summary><c>site stats import --preview</c>: what each file would change, before anything is written.</summary>
public static class ImportPreview
{
    private const int MostChanges = 10;
    private const int MostUnits = 8;

    /// <param name="withFigures">Whether figures may be shown: on the office's own machine alone.</param>
    /// <returns>Lines in Chinese, file by file.</returns>
    public static ImmutableArray<string> Lines(ReceivedReturns received, bool withFigures) =>
        [.. Files(received, withFigures).SelectMany(file => file.Lines.Prepend($"{file.Path}：{file.State}"))];

    /// <returns>The same, file by file.</returns>
    public static ImmutableArray<PreviewedFile> Files(ReceivedReturns received, bool withFigures)
    {
        var files = ImmutableArray.CreateBuilder<PreviewedFile>();
        foreach (var file in received.Files)
        {
            var errors = file.Diagnostics.Count(found => found.Severity == Severity.Error);
            var lines = ImmutableArray.CreateBuilder<string>();
            foreach (var form in file.Forms)
            {
                lines.Add($"  {(form.Unit is { } unit ? received.Names!.NameOf(unit) : "（不知道是哪个单位）")}　{form.Filled.Form.Title}　{(form.Day is { } day ? $"截至 {day:yyyy-MM-dd}" : "（不知道截至哪一天）")}");
                if (form.Return is { } read)
                {
                    lines.AddRange(Changes(received, read, withFigures).Select(line => "    " + line));
                }
            }

            if (file.Forms.IsEmpty && !file.Returns.IsEmpty)
            {
                var units = file.Returns.Select(one => received.Names!.NameOf(one.Unit)).Distinct(StringComparer.Ordinal).ToList();
                lines.Add($"  {file.Returns.Length} 份报表，{units.Count} 个单位：{string.Join("、", units.Take(MostUnits))}{(units.Count > MostUnits ? " 等" : "")}");
            }

            files.Add(new(
                file.Path, errors > 0 ? $"有 {errors} 处要改，不会导入" : file.Returns.IsEmpty ? "没有报表" : "可以导入", errors == 0 && !file.Returns.IsEmpty, lines.DrainToImmutable(), file.Diagnostics));
        }

        return files.DrainToImmutable();
    }

    private static IEnumerable<string> Changes(ReceivedReturns received, UnitReturn read, bool withFigures)
    {
        // Returns of several weeks may come in at once.
        var known = received.Earlier.Concat(received.Received.Where(one => one.AsOf < read.AsOf)).Where(one => one.Form == read.Form && one.Unit == read.Unit && one.AsOf.Year == read.AsOf.Year).ToList();
        var replaced = known.Where(one => one.AsOf == read.AsOf).MaxBy(one => one.Correction);
        var before = replaced ?? known.Where(one => one.AsOf < read.AsOf).OrderBy(one => one.AsOf).ThenBy(one => one.Correction).LastOrDefault();
        var filled = read.Figures.Count(figure => figure.Value is not null || figure.Words is not null);
        yield return (replaced, read.IsCorrection, before) switch
        {
            (not null, true, _) => $"更正 {replaced.AsOf:yyyy-MM-dd} 报的那一份：填了 {filled} 个，空着 {read.Figures.Length - filled} 个",
            (not null, false, _) => $"{replaced.AsOf:yyyy-MM-dd} 的已经报过，没有写“更正”，不会导入",
            (null, _, null) => $"第一次报：填了 {filled} 个，空着 {read.Figures.Length - filled} 个",
            _ => $"上一次报到 {before.AsOf:yyyy-MM-dd}：这次填了 {filled} 个，空着 {read.Figures.Length - filled} 个",
        };
        var earlier = before?.Figures.Where(figure => figure.Value is not null).ToDictionary(figure => figure.Indicator, figure => figure.Value, StringComparer.Ordinal) ?? [];
        var changed = read.Figures.Where(figure => figure.Value != earlier.GetValueOrDefault(figure.Indicator) && (before is not null))
            .Select(figure => (received.Forms.FindIndicator(figure.Indicator)!, Old: earlier.GetValueOrDefault(figure.Indicator), New: figure.Value)).ToList();
        foreach (var (indicator, old, now) in changed.Take(MostChanges))
        {
            yield return withFigures ? $"{indicator.Label}：{Text(indicator, old)} → {Text(indicator, now)}" : $"{indicator.Label}：变了";
        }

        if (changed.Count > MostChanges)
        {
            yield return $"……一共变了 {changed.Count} 个";
        }
    }

    private static string Text(Indicator indicator, long? value) => value switch
    {
        null => "没有报",
        { } yes when indicator.Kind == IndicatorKind.Boolean => yes == 1 ? "是" : "否",
        { } number => $"{number}{indicator.Unit}",
    };
}

/// <summary>What a file would change.</summary>
/// <param name="Path">As it was named.</param>
/// <param name="State">In a few words.</param>
/// <param name="CanBeImported">Whether it holds returns and nothing is wrong with it.</param>
/// <param name="Lines">Units, forms, days and figures; indented.</param>
/// <param name="Diagnostics">All that is wrong with it.</param>
public sealed record PreviewedFile(string Path, string State, bool CanBeImported, ImmutableArray<string> Lines, ImmutableArray<Diagnostic> Diagnostics);
