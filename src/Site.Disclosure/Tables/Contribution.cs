namespace Site.Disclosure;

/// <summary>What one unit adds to the figures in one week. Raw, so it never leaves this room.</summary>
/// <param name="Area">The unit's area, one without parts: its place in <see cref="AreaTree"/>.</param>
/// <param name="Sector">The unit's sector, from 1; 0 where the table has no sectors.</param>
/// <param name="Week">The week in which the figure was added, from 0; what is reported as "up to now" is given as its growth.</param>
/// <param name="Indicator">Which indicator, from 0.</param>
/// <param name="Value">The figure, 0 or more.</param>
/// <param name="Contributor">Who stands behind the unit, from 0: units with the same credit code or parent body share a number.</param>
internal readonly record struct Contribution(int Area, int Sector, int Week, int Indicator, long Value, int Contributor);
