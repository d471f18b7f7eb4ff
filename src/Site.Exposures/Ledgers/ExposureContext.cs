using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.Types;
using Site.Core.Diagnostics;
using Site.Core.Vocabularies;
using Site.Statistics.Returns;

namespace Site.Exposures.Ledgers;

/// <summary>What the rows of a ledger are checked against.</summary>
/// <param name="Areas">The areas of the city.</param>
/// <param name="Laws">The site's laws by every name.</param>
/// <param name="Pictures">Names of the pictures that a row may name.</param>
/// <param name="AsOf">The day of the build.</param>
/// <param name="Diagnostics">Receives the diagnostics; no message repeats a cell.</param>
internal sealed record ExposureContext(KnownAreas Areas, IReadOnlyDictionary<string, LawPage> Laws, FrozenSet<string> Pictures, DateOnly AsOf, List<Diagnostic> Diagnostics)
{
    public void Error(ExposureRow row, string column, string code, string message, string help) =>
        Diagnostics.Add(Diagnostic.Error($"exposure/{code}", row.LocationOf(column), message, help));

    public void Warn(ExposureRow row, string column, string code, string message, string help) =>
        Diagnostics.Add(Diagnostic.Warning($"exposure/{code}", row.LocationOf(column), message, help));

    /// <returns>The id of a word of a vocabulary, written as its id or its label; null, and a diagnostic, where it is neither.</returns>
    public string? ReadTerm(ExposureRow row, string column, string code, ImmutableArray<Term> terms)
    {
        var text = row[column];
        if (terms.FirstOrDefault(term => term.Id == text || term.Label == text) is { } term)
        {
            return term.Id;
        }

        Error(row, column, code, text.Length == 0 ? $"“{column}” 空着。" : $"“{column}” 的内容不在可选的范围内。",
            $"可以写：{string.Join('、', terms.Select(known => $"{known.Id}（{known.Label}）"))}。");
        return null;
    }

    /// <returns>The day of a cell; null where it is empty or, with a diagnostic, no day.</returns>
    public DateOnly? ReadDay(ExposureRow row, string column)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (DateParser.Read(text) is { } day)
        {
            return day;
        }

        Error(row, column, "impossible-date", $"“{column}” 不是一个真实的日期。", "写成 2026-06-10 这样的形式，年、月、日都要存在。");
        return null;
    }
}
