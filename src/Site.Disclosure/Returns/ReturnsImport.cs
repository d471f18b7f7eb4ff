using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary><c>site stats import</c>: from filled-in forms to one new file of returns.</summary>
public static class ReturnsImport
{
    /// <param name="input">All files of <c>input/</c>: forms, units, and the returns that are there already.</param>
    /// <param name="files">Filled-in forms, and long tables as they stand in <c>input/returns/</c>; paths as typed.</param>
    /// <param name="settings">What is said for all of them.</param>
    /// <returns>The file to write and what it holds; no file where there is any error. No problem repeats a private value.</returns>
    public static Checked<ReceivedReturns> Read(ImmutableArray<SourceFile> input, ImmutableArray<SourceFile> files, ImportSettings settings)
    {
        var problems = new List<Problem>();
        var (book, inForms) = FormReader.Read(input);
        var units = UnitNames.Read(input, problems);
        var existing = ReturnsReader.Read(book, input);
        problems.AddRange(inForms);
        problems.AddRange(existing.Problems);
        if (problems.Exists(problem => problem.Severity == Severity.Error))
        {
            return new(new(null, 0, 0, 0, 0, 0, 0), [.. problems]);
        }

        var received = files.AsParallel().AsOrdered().Select(file => ReceivedFile.Read(file, book, units, settings)).ToImmutableArray();
        problems.AddRange(received.SelectMany(file => file.Problems));
        var returns = Numbered(existing.Value, [.. received.SelectMany(file => file.Returns)], problems);
        var written = problems.Any(problem => problem.Severity == Severity.Error) || returns.IsEmpty ? null : ReturnFile.Write(returns, input);
        return new(
            new(
                written,
                returns.Length,
                returns.Select(one => one.Unit).Distinct(StringComparer.Ordinal).Count(),
                returns.Sum(one => one.Figures.Count(IsFilled)),
                returns.Sum(one => one.Figures.Count(figure => !IsFilled(figure))),
                returns.Count(one => one.IsCorrection),
                received.Sum(file => file.Dropped)),
            [.. problems]);
    }

    private static bool IsFilled(ReturnFigure figure) => figure.Value is not null || figure.Words is not null;

    /// <summary>Gives each correction the next number after the return it corrects; reports a return that is there already.</summary>
    private static ImmutableArray<UnitReturn> Numbered(ImmutableArray<UnitReturn> existing, ImmutableArray<UnitReturn> received, List<Problem> problems)
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
                problems.Add(Problem.Error("returns/duplicate-return", one.Where,
                    $"单位 {SafeWord.Quote(one.Unit)} {one.AsOf:yyyy-MM-dd} 的 “{one.Form}” 在 {earlier.Where} 已经报过。",
                    "如果这一份是更正，在表头的“更正”栏写“是”，或者加上 --correction；否则不要重复导入。"));
            }
        }

        return [.. returns.OrderBy(one => ReturnKey.Of(one))];
    }
}
