using Site.Model;

namespace Site.Checking.Content;

/// <summary>A link that leads to nothing, and what it was taken to lead to.</summary>
/// <param name="Page">The page it is in.</param>
/// <param name="Link">As written.</param>
/// <param name="Target">What it leads to: a page without that heading, nothing, or the outside.</param>
internal sealed record BrokenLink(Page Page, Link Link, LinkTarget Target);
