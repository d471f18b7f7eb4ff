namespace Site.Model;

/// <summary>A day, and perhaps an hour of it, in the campaign's own time zone (Asia/Shanghai, UTC+8 without summer time).</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The time of day to the minute, or null for the whole day.</param>
public readonly record struct Moment(DateOnly Day, TimeOnly? Time) : IComparable<Moment>
{
    /// <summary>Orders by day, then time; a whole day comes before its hours.</summary>
    public int CompareTo(Moment other)
    {
        var byDay = Day.CompareTo(other.Day);
        return byDay != 0 ? byDay : Nullable.Compare(Time, other.Time);
    }
}
