using Site.Content.Settings;

namespace Site.Content.StructuredData;

/// <summary>What surrounds the thing that a page is about.</summary>
/// <param name="Settings">Of the site.</param>
/// <param name="Title">Plain text, marked where the page is made up.</param>
/// <param name="Url">Absolute address of the page.</param>
/// <param name="Description">Plain text, or null.</param>
/// <param name="Image">Absolute address of the page's share picture, or null.</param>
/// <param name="HasSearch">Whether the site has a search page.</param>
/// <param name="FileUrl">From a path as the page's source writes it to the absolute address of that file; null where there is no such file.</param>
public sealed record SchemaContext(
    SiteSettings Settings, string Title, string Url, string? Description, string? Image, bool HasSearch, Func<string, string?> FileUrl)
{
    /// <summary>The office that runs the campaign.</summary>
    public SchemaOrganization Organiser { get; } = new(Settings.Organiser);

    /// <param name="address">Decoded, from the site's root.</param>
    public string Absolute(string address) => SiteAddress.Absolute(Settings, address);
}
