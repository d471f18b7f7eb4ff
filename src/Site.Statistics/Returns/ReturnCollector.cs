using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Statistics.Returns;

/// <summary>Gathers figures into returns, whatever order they stand in.</summary>
internal sealed class ReturnCollector
{
    private readonly Dictionary<SheetKey, ReturnSheet> sheets = [];
    private SheetKey? lastKey;
    private ReturnSheet? lastSheet;

    /// <returns>Where the same blank of the same return stands already in the same file, or null when it was added.</returns>
    public Location? Add(ReturnFigure figure, int correction)
    {
        var sheet = Sheet(figure, correction);
        if (sheet.Figures.TryGetValue(figure.Indicator, out var first) && first.Location.Path == figure.Location.Path)
        {
            return first.Location;
        }

        if (first is not null || sheet.Figures.Count > 0 && sheet.First.Location.Path != figure.Location.Path)
        {
            sheet.Other ??= figure.Location;
            return null;
        }

        sheet.Figures.Add(figure.Indicator, figure);
        sheet.First ??= figure;
        return null;
    }

    /// <summary>Adds a whole return.</summary>
    public void Add(UnitReturn whole)
    {
        foreach (var figure in whole.Figures)
        {
            Add(figure, whole.Correction);
        }
    }

    /// <returns>The returns by form, unit, day and correction (ordinal).</returns>
    /// <param name="diagnostics">Takes <c>returns/duplicate-return</c>, which shows both places.</param>
    public ImmutableArray<UnitReturn> Finish(List<Diagnostic> diagnostics)
    {
        var returns = ImmutableArray.CreateBuilder<UnitReturn>(sheets.Count);
        foreach (var (key, sheet) in sheets.OrderBy(entry => new ReturnKey(entry.Key.Form, entry.Key.Unit, entry.Key.AsOf)).ThenBy(entry => entry.Key.Correction))
        {
            if (sheet.Other is { } other)
            {
                diagnostics.Add(Diagnostic.Error("returns/duplicate-return", other,
                    $"单位 {Quoted.Id(key.Unit)} {key.AsOf:yyyy-MM-dd} 的 “{key.Form}” 在 {sheet.First!.Location} 已经报过。",
                    "删掉其中一份；如果这一份是更正，加上 correction 列，写“是”（第二次更正写 2）。"));
            }

            returns.Add(new(key.Form, key.Unit, key.AsOf, key.Correction, [.. sheet.Figures.Values], sheet.First!.Location));
        }

        return returns.DrainToImmutable();
    }

    private ReturnSheet Sheet(ReturnFigure figure, int correction)
    {
        if (lastKey is { } last && last.Unit == figure.Unit && last.AsOf == figure.AsOf && last.Form == figure.Form && last.Correction == correction)
        {
            return lastSheet!;
        }

        var key = new SheetKey(figure.Form, figure.Unit, figure.AsOf, correction);
        if (!sheets.TryGetValue(key, out var sheet))
        {
            sheet = new();
            sheets.Add(key, sheet);
        }

        (lastKey, lastSheet) = (key, sheet);
        return sheet;
    }

    private sealed class ReturnSheet
    {
        public Dictionary<string, ReturnFigure> Figures { get; } = new(StringComparer.Ordinal);

        public ReturnFigure First { get; set; } = null!;

        /// <summary>Where the same return stands a second time.</summary>
        public Location? Other { get; set; }
    }

    private sealed record SheetKey(string Form, string Unit, DateOnly AsOf, int Correction);
}
