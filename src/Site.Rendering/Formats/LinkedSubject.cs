using Site.Model;

namespace Site.Rendering;

/// <summary>What the JSON-LD of one page speaks about.</summary>
/// <param name="Settings">Of the site.</param>
/// <param name="Root">Absolute address of the home page.</param>
/// <param name="View">The page.</param>
/// <param name="Title">Plain text, marked where it is made up.</param>
/// <param name="Url">Absolute address of the page.</param>
/// <param name="Picture">Absolute address of its share picture, or null.</param>
internal sealed record LinkedSubject(SiteSettings Settings, string Root, View View, string Title, string Url, string? Picture);
