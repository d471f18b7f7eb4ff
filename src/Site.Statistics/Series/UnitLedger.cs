using System.Collections.Immutable;
using Site.Statistics.Returns;
using Site.Statistics.Units;

namespace Site.Statistics.Series;

/// <summary>What each unit has reported, with corrections applied: the figure of a unit as of any day. Raw, so it never leaves this project.</summary>
internal sealed class UnitLedger
{
    private readonly Dictionary<string, Dictionary<string, List<Entry>>> _entries = new(StringComparer.Ordinal);
    private readonly List<(string Unit, string Indicator, DateOnly Day, long Value)> _replaced = [];

    /// <param name="returns">Returns by form, unit, day and correction; a later correction takes the place of the whole return.</param>
    /// <param name="units">Says which unit a return is of; those of no unit are left out.</param>
    public UnitLedger(ImmutableArray<UnitReturn> returns, UnitRegistry units)
    {
        var kept = returns.Where((one, at) => at + 1 == returns.Length || !IsReplaced(one, returns[at + 1]))
            .Select(one => one with { Unit = NameOf(one, units) });
        Returns = [.. kept.OrderBy(one => one.Form, StringComparer.Ordinal).ThenBy(one => one.Unit, StringComparer.Ordinal).ThenBy(one => one.AsOf)];
        foreach (var (one, next) in returns.Zip(returns.Skip(1)).Where(pair => IsReplaced(pair.First, pair.Second)))
        {
            foreach (var figure in one.Figures.Where(figure => figure.Value is not null))
            {
                _replaced.Add((NameOf(one, units), figure.Indicator, one.AsOf, figure.Value!.Value));
            }
        }

        foreach (var one in Returns)
        {
            foreach (var figure in one.Figures)
            {
                if (figure.Value is { } value)
                {
                    Entries(one.Unit, figure.Indicator).Add(new(one.AsOf, value));
                }
            }
        }

        foreach (var entries in _entries.Values.SelectMany(unit => unit.Values))
        {
            entries.Sort((one, other) => one.Day.CompareTo(other.Day));
        }
    }

    /// <summary>The returns that count, by form, unit and day, with the unit's id.</summary>
    public ImmutableArray<UnitReturn> Returns { get; }

    private static string NameOf(UnitReturn one, UnitRegistry units) => units.Find(one.Unit) is null && units.FindByName(one.Unit) is { } named ? named.Id : one.Unit;

    /// <returns>The figure up to a day, of the returns of its year; null where none was reported.</returns>
    public long? At(string unit, string indicator, DateOnly day)
    {
        if (!_entries.TryGetValue(unit, out var indicators) || !indicators.TryGetValue(indicator, out var entries))
        {
            return null;
        }

        for (var at = entries.Count - 1; at >= 0; at--)
        {
            if (entries[at].Day <= day)
            {
                return entries[at].Day.Year == day.Year ? entries[at].Value : null;
            }
        }

        return null;
    }

    /// <returns>What a unit may have been known to have up to a day, whichever of its returns of that year had come in: 0 and what each says, ascending.</returns>
    public long[] Possible(string unit, string indicator, DateOnly day) =>
        _entries.TryGetValue(unit, out var indicators) && indicators.TryGetValue(indicator, out var entries)
            ? [.. entries.Where(entry => entry.Day <= day && entry.Day.Year == day.Year).Select(entry => entry.Value).Append(0).Distinct().Order()] : [0];

    /// <returns>The figures that corrections took the place of, each with the unit's id and the day up to which it counted.</returns>
    public IEnumerable<(string Unit, DateOnly Day, long Value)> Replaced(string indicator) =>
        _replaced.Where(one => one.Indicator == indicator).Select(one => (one.Unit, one.Day, one.Value));

    /// <returns>The days of returns of some forms in the year of a day and up to it, ascending, each with how many units reported.</returns>
    public ImmutableArray<ReportDay> ReportDays(IEnumerable<string> forms, DateOnly until) =>
        [.. Returns.Where(one => one.AsOf <= until && one.AsOf.Year == until.Year && forms.Contains(one.Form))
            .GroupBy(one => one.AsOf).OrderBy(day => day.Key).Select(day => new ReportDay(day.Key, day.Select(one => one.Unit).Distinct().Count()))];

    /// <returns>Ids of the units that handed in one of some forms for a day after one and up to another, of the latter's year.</returns>
    public HashSet<string> Reported(IEnumerable<string> forms, DateOnly after, DateOnly until) =>
        [.. Returns.Where(one => one.AsOf > after && one.AsOf <= until && one.AsOf.Year == until.Year && forms.Contains(one.Form)).Select(one => one.Unit)];

    private static bool IsReplaced(UnitReturn one, UnitReturn next) => one.Form == next.Form && one.Unit == next.Unit && one.AsOf == next.AsOf;

    private List<Entry> Entries(string unit, string indicator)
    {
        if (!_entries.TryGetValue(unit, out var indicators))
        {
            _entries.Add(unit, indicators = new(StringComparer.Ordinal));
        }

        if (!indicators.TryGetValue(indicator, out var entries))
        {
            indicators.Add(indicator, entries = []);
        }

        return entries;
    }

    private sealed record Entry(DateOnly Day, long Value);
}

/// <summary>A day of returns.</summary>
/// <param name="Day">The day up to which they count.</param>
/// <param name="Units">How many units reported, 1 or more.</param>
internal sealed record ReportDay(DateOnly Day, int Units);
