using System.Collections.Immutable;
using Site.Statistics.Series;
using Site.Statistics.Units;

namespace Site.Office.Duties;

/// <summary>How a unit stands with a duty on a day by which it is, or was, due.</summary>
internal enum DutyState
{
    /// <summary>Handed in before the day.</summary>
    Early,

    /// <summary>Handed in on the day.</summary>
    OnTime,

    /// <summary>Handed in after the day.</summary>
    HandedInLate,

    /// <summary>The day is over, nothing came, and a later one is not over yet or nothing came for it either: the unit is reminded.</summary>
    Late,

    /// <summary>Nothing came for the day, but something for a later one: figures count from the beginning, so it is not asked for any more.</summary>
    Overtaken,

    /// <summary>Due within the next days, and not handed in yet.</summary>
    Soon,

    /// <summary>Due later.</summary>
    Ahead,
}

/// <summary>A duty of one unit on one day.</summary>
/// <param name="Day">By when it is due.</param>
/// <param name="On">The day on which it came in; null where nothing did.</param>
/// <param name="Refusals">Why what came was refused: sentences in Chinese.</param>
internal sealed record OwedItem(Duty Duty, Unit Unit, DateOnly Day, DutyState State, DateOnly? On, ImmutableArray<string> Refusals)
{
    /// <summary>Whether it has come in.</summary>
    public bool IsDone => On is not null;
}

/// <summary>Says how each unit stands with each duty.</summary>
/// <remarks>
/// What is handed in on a form counts for the first day, not before the day up to which its figures count, by which the duty is due; after the last such day, for the last.
/// </remarks>
internal static class DutyStates
{
    /// <summary>What is due within so many days is soon.</summary>
    public const int DaysAhead = 7;

    /// <param name="today">The day of which the state is asked; what came later is not known yet.</param>
    /// <returns>By duty, day and unit, in the order of the files.</returns>
    public static ImmutableArray<OwedItem> Of(DutyList duties, UnitLedger ledger, ImmutableArray<Received> received, ImportJournal journal, DateOnly today)
    {
        var items = ImmutableArray.CreateBuilder<OwedItem>();
        foreach (var duty in duties.All)
        {
            var arrivals = duty.Form is { } form ? OnForm(duty, form.Id, ledger, journal, today) : Noted(duty, received, today);
            foreach (var (day, at) in duty.Days.Select((day, at) => (day, at)))
            {
                foreach (var unit in duty.Units)
                {
                    var on = arrivals.TryGetValue((unit.Id, at), out var arrived) ? arrived : (DateOnly?)null;
                    var isOvertaken = duty.Form is not null && Enumerable.Range(at + 1, duty.Days.Length - at - 1).Any(later => arrivals.ContainsKey((unit.Id, later)));
                    items.Add(new(duty, unit, day, StateOf(day, on, isOvertaken, today), on,
                        on is null && duty.Form is not null ? journal.Refusals(duty.Form.Id, unit.Id, today) : []));
                }
            }
        }

        return items.DrainToImmutable();
    }

    private static DutyState StateOf(DateOnly day, DateOnly? on, bool isOvertaken, DateOnly today) => on switch
    {
        { } came when came < day => DutyState.Early,
        { } came => came == day ? DutyState.OnTime : DutyState.HandedInLate,
        null when isOvertaken => DutyState.Overtaken,
        null when day < today => DutyState.Late,
        null => day <= today.AddDays(DaysAhead) ? DutyState.Soon : DutyState.Ahead,
    };

    /// <returns>For a unit's id and the place of a day among the days of the duty, when the first return for it came in.</returns>
    private static Dictionary<(string Unit, int Day), DateOnly> OnForm(Duty duty, string form, UnitLedger ledger, ImportJournal journal, DateOnly today)
    {
        var units = duty.Units.Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        var arrivals = new Dictionary<(string, int), DateOnly>();
        foreach (var one in ledger.Returns.Where(one => one.Form == form && units.Contains(one.Unit) && one.AsOf.Year == duty.Days[0].Year && one.AsOf <= today
            && !(one.AsOf < duty.Since)))
        {
            var at = Enumerable.Range(0, duty.Days.Length).FirstOrDefault(at => one.AsOf <= duty.Days[at], duty.Days.Length - 1);
            var on = journal.ReceivedOn(form, one.Unit, one.AsOf) ?? one.AsOf;
            if (on <= today && (!arrivals.TryGetValue((one.Unit, at), out var other) || on < other))
            {
                arrivals[(one.Unit, at)] = on;
            }
        }

        return arrivals;
    }

    private static Dictionary<(string Unit, int Day), DateOnly> Noted(Duty duty, ImmutableArray<Received> received, DateOnly today) =>
        received.Where(one => one.Duty == duty.Id && one.On <= today).GroupBy(one => (one.Unit, duty.Days.IndexOf(one.Due)))
            .ToDictionary(same => same.Key, same => same.Min(one => one.On));
}
