using System.Collections.Immutable;

namespace Site.Exposures.Ledgers;

/// <summary>
/// The days on which entries appear together, and on which what rests on a lead changes: a reader who compares the site of one day with that of the day before
/// learns no day that the entry itself does not tell.
/// </summary>
/// <param name="days">Days of each month, 1 to 28 and ascending; empty where each entry appears on its own day.</param>
internal sealed class Batches(ImmutableArray<int> days)
{
    /// <summary>Whether there are such days.</summary>
    public bool Are => !days.IsEmpty;

    /// <returns>The last of the days up to a day; the day itself where there are none.</returns>
    public DateOnly LastUpTo(DateOnly day)
    {
        for (var at = day; Are; at = at.AddDays(-1))
        {
            if (days.Contains(at.Day))
            {
                return at;
            }
        }

        return day;
    }

    /// <returns>The first of the days from a day on, on which an entry of that day appears; the day itself where there are none.</returns>
    public DateOnly FirstFrom(DateOnly day)
    {
        for (var at = day; Are && at < DateOnly.MaxValue; at = at.AddDays(1))
        {
            if (days.Contains(at.Day))
            {
                return at;
            }
        }

        return day;
    }
}
