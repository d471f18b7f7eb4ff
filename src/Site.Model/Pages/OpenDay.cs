namespace Site.Model;

/// <summary>A day on which a hall is open to the public.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">Opening time, or null for the hall's usual hours.</param>
/// <param name="To">Closing time, after <paramref name="From"/>, or null.</param>
/// <param name="IsFree">Whether it costs nothing; true unless the writer says otherwise.</param>
/// <param name="Note">Anything a visitor should know, or null.</param>
public sealed record OpenDay(DateOnly Day, TimeOnly? From = null, TimeOnly? To = null, bool IsFree = true, string? Note = null);
