namespace Site.Rendering;

/// <summary>A share picture to draw: 1200 × 630 pixels.</summary>
/// <param name="Address">The page it stands for.</param>
/// <param name="Title">The page's title, at most 300 characters.</param>
/// <param name="Campaign">The campaign's name.</param>
/// <param name="Organiser">The office that runs it.</param>
/// <param name="Kind">Which sign and colour: guide, warning, law … (src/node/README.md).</param>
public sealed record SharePictureOrder(string Address, string Title, string Campaign, string Organiser, string Kind);
