using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>What one imported file holds.</summary>
/// <param name="Returns">Its returns, units by id; none where anything is wrong.</param>
/// <param name="Dropped">How many particulars of persons were dropped.</param>
/// <param name="Problems">All that is wrong with it.</param>
internal sealed record ReceivedFile(ImmutableArray<UnitReturn> Returns, int Dropped, ImmutableArray<Problem> Problems)
{
    /// <param name="file">A filled-in form, or a long table of many units' returns.</param>
    public static ReceivedFile Read(SourceFile file, FormBook book, UnitNames units, ImportSettings settings)
    {
        var problems = new List<Problem>();
        if (IsLongTable(file))
        {
            return ReadLongTable(file, book, units, settings);
        }

        var filled = FilledFile.Read(file, book, problems);
        var read = filled is null ? null : FilledReturn.Read(file.Path, filled, units, settings, problems);
        return new(read is null ? [] : [read], filled?.Dropped ?? 0, [.. problems]);
    }

    private static ReceivedFile ReadLongTable(SourceFile file, FormBook book, UnitNames units, ImportSettings settings)
    {
        var problems = new List<Problem>();
        var pile = new ReturnPile();
        ReturnTable.Read(file, book, pile, problems);
        var returns = pile.Finish(problems);
        foreach (var unknown in returns.Where(one => units.Find(one.Unit) is null).DistinctBy(one => one.Unit))
        {
            problems.Add(Problem.Error("returns/unknown-unit", unknown.Where with { Column = 1 }, $"单位名单里没有单位 {SafeWord.Quote(unknown.Unit)}。", "写 input/units.csv 里的 id，或者先把它加进名单。"));
        }

        return problems.Count > 0
            ? new([], 0, [.. problems])
            : new([.. returns.Select(one => one with { Unit = units.Find(one.Unit)!, Correction = settings.IsCorrection ? 1 : one.Correction })], 0, []);
    }

    /// <summary>Looks at the first line alone.</summary>
    private static bool IsLongTable(SourceFile file) =>
        file.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && ReturnTable.Is(file);
}
