namespace Site.Cli;

/// <summary>A published figure that is another now.</summary>
/// <param name="File">The table: <c>data/2026-week-23/sessions.csv</c>.</param>
/// <param name="What">Which figure: its place in every dimension and its indicator.</param>
/// <param name="Old">As it stood; null where there was none.</param>
/// <param name="Now">As it stands; null where it went.</param>
internal sealed record FigureChange(string File, string What, string? Old, string? Now);
