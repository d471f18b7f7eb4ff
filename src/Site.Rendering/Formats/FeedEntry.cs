using System.Collections.Immutable;

namespace Site.Rendering;

/// <summary>One piece of a feed.</summary>
/// <param name="Address">Its page, decoded, from the site's root.</param>
/// <param name="Title">Plain text, marked where it is made up.</param>
/// <param name="Summary">Plain text; may be empty.</param>
/// <param name="Published">The day it came out.</param>
/// <param name="Updated">The day it last changed, not before <paramref name="Published"/>.</param>
/// <param name="Tags">Words to sort it by.</param>
internal sealed record FeedEntry(
    string Address, string Title, string Summary, DateOnly Published, DateOnly Updated, ImmutableArray<string> Tags);
