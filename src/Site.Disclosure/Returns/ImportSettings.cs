namespace Site.Disclosure;

/// <summary>What is said for all forms of one import.</summary>
/// <param name="AsOf">The day up to which they count; null where each form says it itself.</param>
/// <param name="Unit">Id or name of the unit that filled them in; null where each form says it itself.</param>
/// <param name="IsCorrection">Whether they take the place of returns that are there already; a form may also say so itself.</param>
public sealed record ImportSettings(DateOnly? AsOf = null, string? Unit = null, bool IsCorrection = false);
