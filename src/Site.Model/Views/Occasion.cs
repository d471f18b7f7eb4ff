namespace Site.Model;

/// <summary>Something with a date: an event, or a hall's open day.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends, or null.</param>
/// <param name="Title">What it is.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Address">Its page.</param>
/// <param name="IsSample">Whether it is made up.</param>
public sealed record Occasion(Moment Start, Moment? End, string Title, string? Place, string Address, bool IsSample);
