namespace Site.Cli;

/// <summary>A page that came, went or says something else now.</summary>
/// <param name="Address">Decoded, from the site's root: <c>/news/2026/开放日/</c>.</param>
/// <param name="Title">Plain text.</param>
internal sealed record PageChange(string Address, string Title);
