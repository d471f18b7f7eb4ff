using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary><c>site stats import</c>: from filled-in forms to one new file of returns.</summary>
public static class ReturnsImport
{
    /// <param name="input">All files of <c>input/</c>: forms, units, and the returns that are there already.</param>
    /// <param name="files">Filled-in forms, and long tables as they stand in <c>input/returns/</c>; paths as typed.</param>
    /// <param name="settings">Settings for all of them.</param>
    /// <returns>The file to write and what it holds; no file where there is any error. No diagnostic repeats a private value.</returns>
    public static Result<ReceivedReturns> Read(ImmutableArray<SourceFile> input, ImmutableArray<SourceFile> files, ImportSettings settings)
    {
        var diagnostics = new List<Diagnostic>();
        var (forms, inForms) = FormReader.Read(input);
        var units = UnitNames.Read(input, diagnostics);
        var existing = ReturnsReader.Read(forms, input);
        diagnostics.AddRange(inForms);
        diagnostics.AddRange(existing.Diagnostics);
        if (diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
        {
            return new(new(null, 0, 0, 0, 0, 0, 0), [.. diagnostics]);
        }

        var received = files.AsParallel().AsOrdered().Select(file => ReceivedFile.Read(file, forms, units, settings)).ToImmutableArray();
        diagnostics.AddRange(received.SelectMany(file => file.Diagnostics));
        ImmutableArray<UnitReturn> earlier = [.. existing.Value.Select(one => units.Find(one.Unit) is { } unit ? one with { Unit = unit } : one)];
        var returns = Numbered(earlier, [.. received.SelectMany(file => file.Returns)], diagnostics);
        var misdated = settings.Days?.Find(returns, forms, units.NameOf).ToList() ?? [];
        var falls = misdated.Count > 0 ? [] : Falls(earlier, returns, forms, units).ToList();
        diagnostics.AddRange(misdated.Concat(falls.Select(fall => fall.Problem)));
        var written = diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) || returns.IsEmpty ? null : ReturnsWriter.Write(returns, input);
        return new(
            new(
                written,
                returns.Length,
                returns.Select(one => one.Unit).Distinct(StringComparer.Ordinal).Count(),
                returns.Sum(one => one.Figures.Count(IsFilled)),
                returns.Sum(one => one.Figures.Count(figure => !IsFilled(figure))),
                returns.Count(one => one.IsCorrection),
                received.Sum(file => file.Dropped))
            {
                Forms = forms,
                Names = units,
                Earlier = earlier,
                Received = returns,
                Files = [.. received.Select(file => file with
                {
                    Forms = [.. file.Forms.Select(one => one with { Marks = [.. one.Marks, .. falls.Where(fall => fall.Return.Location.Path == one.Path && fall.Return.Unit == one.Unit && fall.Return.Form == one.Filled.Form.Id).Select(fall => fall.Mark)] })],
                    Diagnostics = [.. file.Diagnostics, .. diagnostics.Where(found => found.Location.Path == file.Path).Except(file.Diagnostics)],
                })],
            },
            [.. diagnostics]);
    }

    private static bool IsFilled(ReturnFigure figure) => figure.Value is not null || figure.Words is not null;

    /// <summary>Gives each correction the next number after the return it corrects; reports a return that is there already.</summary>
    private static ImmutableArray<UnitReturn> Numbered(ImmutableArray<UnitReturn> existing, ImmutableArray<UnitReturn> received, List<Diagnostic> diagnostics)
    {
        var latest = new Dictionary<ReturnKey, UnitReturn>();
        foreach (var one in existing)
        {
            latest[ReturnKey.Of(one)] = one;
        }

        var returns = ImmutableArray.CreateBuilder<UnitReturn>(received.Length);
        foreach (var one in received)
        {
            var key = ReturnKey.Of(one);
            if (!latest.TryGetValue(key, out var earlier))
            {
                returns.Add(latest[key] = one with { Correction = 0 });
            }
            else if (one.IsCorrection)
            {
                returns.Add(latest[key] = one with { Correction = earlier.Correction + 1 });
            }
            else
            {
                diagnostics.Add(Diagnostic.Error("returns/duplicate-return", one.Location,
                    $"单位 {Quoted.Id(one.Unit)} {one.AsOf:yyyy-MM-dd} 的 “{one.Form}” 在 {earlier.Location} 已经报过。",
                    "如果这一份是更正，在表头的“更正”栏写“是”，或者加上 --correction；否则不要重复导入。"));
            }
        }

        return [.. returns.OrderBy(one => ReturnKey.Of(one))];
    }

    /// <summary>Counts that fall because of what is being imported; what fell before is no reason to refuse it.</summary>
    /// <param name="earlier">What is there already, superseded returns included.</param>
    /// <param name="received">What is being imported, numbered.</param>
    private static IEnumerable<(UnitReturn Return, BlankMark Mark, Diagnostic Problem)> Falls(ImmutableArray<UnitReturn> earlier, ImmutableArray<UnitReturn> received, FormRegistry forms, UnitNames units)
    {
        var keys = received.Select(ReturnKey.Of).ToHashSet();
        var concerned = received.Select(one => (one.Form, one.Unit)).ToHashSet();
        var counting = earlier.Where(one => concerned.Contains((one.Form, one.Unit))).Concat(received)
            .GroupBy(ReturnKey.Of).OrderBy(day => day.Key).Select(day => day.MaxBy(one => one.Correction)!);
        foreach (var (one, figure, before, indicator) in FallingFigures.Find(counting, forms))
        {
            var isLater = keys.Contains(ReturnKey.Of(one));
            if (!isLater && !keys.Contains(new(one.Form, one.Unit, before.AsOf)))
            {
                continue;
            }

            var (here, there) = isLater ? (figure, before) : (before, figure);
            var problem = Diagnostic.Error("returns/falls", here.Location,
                $"“{units.NameOf(one.Unit)}”{here.AsOf:yyyy-MM-dd} 报的{indicator.Quoted}比 {there.AsOf:yyyy-MM-dd} 报的累计数还{(isLater ? "小" : "大")}（那一份在 {there.Location}）。",
                "报的是活动开始以来的累计数，不会变小：请单位核对。这一份错了，改好再导入；那一份错了，请单位报一份更正，和这一份一起导入。") with
            {
                Outside = $"有单位报送的{indicator.Quoted}比前一次的累计数还小。在本机用 site stats import 查看是哪个单位。",
            };
            yield return (isLater ? one : received.First(other => ReturnKey.Of(other) == new ReturnKey(one.Form, one.Unit, before.AsOf)), new(indicator.Id, problem), problem);
        }
    }
}

/// <summary>Settings for all forms of one import.</summary>
/// <param name="AsOf">The day up to which they count; null where each form says it itself.</param>
/// <param name="Unit">Id or name of the unit that filled them in; null where each form says it itself.</param>
/// <param name="IsCorrection">Whether they take the place of returns that are there already; a form may also say so itself.</param>
/// <param name="Days">Which days they may count up to; null where any may be.</param>
public sealed record ImportSettings(DateOnly? AsOf = null, string? Unit = null, bool IsCorrection = false, ReturnDays? Days = null);

/// <summary>What one imported file holds. Raw, so it never leaves this project and that of the office.</summary>
/// <param name="Path">As it was named.</param>
/// <param name="Forms">The filled-in forms in it; none for a long table, and where it cannot be read.</param>
/// <param name="Returns">Its returns, units by id; none where anything is wrong.</param>
/// <param name="Dropped">How many particulars of persons were dropped.</param>
/// <param name="Diagnostics">All that is wrong with it.</param>
internal sealed record ReceivedFile(string Path, ImmutableArray<ReceivedForm> Forms, ImmutableArray<UnitReturn> Returns, int Dropped, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <param name="file">Filled-in forms, or a long table of many units' returns.</param>
    public static ReceivedFile Read(SourceFile file, FormRegistry forms, UnitNames units, ImportSettings settings)
    {
        var diagnostics = new List<Diagnostic>();
        if (IsLongTable(file))
        {
            return ReadLongTable(file, forms, units, settings);
        }

        var filled = FilledFile.Read(file, forms, diagnostics);
        ImmutableArray<ReceivedForm> read = [.. filled.Select(one => FilledReturn.Read(file.Path, one, units, settings, diagnostics))];
        var isWhole = !diagnostics.Exists(found => found.Severity == Severity.Error);
        return new(file.Path, read, isWhole ? [.. read.Select(one => one.Return).OfType<UnitReturn>()] : [], filled.Sum(one => one.Dropped), [.. diagnostics]);
    }

    private static ReceivedFile ReadLongTable(SourceFile file, FormRegistry forms, UnitNames units, ImportSettings settings)
    {
        var diagnostics = new List<Diagnostic>();
        var collector = new ReturnCollector();
        ReturnTable.Read(file, forms, collector, diagnostics);
        var returns = collector.Finish(diagnostics);
        foreach (var unknown in returns.Where(one => units.Find(one.Unit) is null).DistinctBy(one => one.Unit))
        {
            diagnostics.Add(Diagnostic.Error("returns/unknown-unit", unknown.Location with { Column = 1 }, $"单位名单里没有单位 {Quoted.Id(unknown.Unit)}。", "写 input/units.csv 里的 id，或者先把它加进名单。"));
        }

        return diagnostics.Count > 0
            ? new(file.Path, [], [], 0, [.. diagnostics])
            : new(file.Path, [], [.. returns.Select(one => one with { Unit = units.Find(one.Unit)!, Correction = settings.IsCorrection ? 1 : one.Correction })], 0, []);
    }

    /// <summary>Looks at the first line alone.</summary>
    private static bool IsLongTable(SourceFile file) =>
        file.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && ReturnTable.Is(file);
}

/// <summary>The result of an import: one new file for <c>input/returns/</c>, and counts that name nobody.</summary>
/// <param name="File">The file to write; null where there is nothing to write, or anything was wrong.</param>
/// <param name="Returns">Number of returns in it.</param>
/// <param name="Units">Number of units they come from.</param>
/// <param name="Reported">Number of blanks that are filled in.</param>
/// <param name="NotReported">Number of blanks that are empty, which is not 0.</param>
/// <param name="Corrections">How many of the returns correct an earlier one.</param>
/// <param name="Dropped">Number of particulars of persons that were dropped.</param>
public sealed record ReceivedReturns(SourceFile? File, int Returns, int Units, int Reported, int NotReported, int Corrections, int Dropped)
{
    internal FormRegistry Forms { get; init; } = FormRegistry.Empty;

    internal UnitNames? Names { get; init; }

    /// <summary>What was there already, superseded returns included.</summary>
    internal ImmutableArray<UnitReturn> Earlier { get; init; } = [];

    /// <summary>What came in, with the numbers of corrections; what was refused is left out.</summary>
    internal ImmutableArray<UnitReturn> Received { get; init; } = [];

    /// <summary>What each file holds, in the order given.</summary>
    internal ImmutableArray<ReceivedFile> Files { get; init; } = [];
}
