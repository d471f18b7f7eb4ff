namespace Site.Model;

/// <summary>The reporting tour that starts with the month and outlasts it.</summary>
/// <param name="Name">安全生产万里行, or a place's own name for it.</param>
/// <param name="End">Its last day, or null where the plan does not say.</param>
public sealed record Tour(string Name, DateOnly? End);
