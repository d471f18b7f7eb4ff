namespace Site.Cli;

/// <summary>A kind of page that <c>site new</c> writes.</summary>
/// <param name="Name">What its writer calls it, and the name of its template: <c>guide</c>.</param>
/// <param name="Folder">The folder of <c>content/</c>.</param>
internal sealed record NewKind(string Name, string Folder);
