using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>What is new, for feed readers: the same in both formats.</summary>
/// <param name="Settings">Of the site it belongs to.</param>
/// <param name="Home">The page it follows, decoded, from the site's root, ending in <c>/</c>; the files lie beside it.</param>
/// <param name="Title">Plain text.</param>
/// <param name="AsOf">The day of the build: the feed's date while it has no entry.</param>
/// <param name="Entries">Newest first.</param>
internal sealed record Feed(SiteSettings Settings, string Home, string Title, DateOnly AsOf, ImmutableArray<FeedEntry> Entries)
{
    /// <summary>When anything in it last changed.</summary>
    public DateOnly Updated => Entries.IsEmpty ? AsOf : Entries.Max(entry => entry.Updated);

    /// <summary>The page that shows the same to people: the home page while there is nothing to show.</summary>
    public string Page => Entries.IsEmpty ? "/" : Home;

    public string AtomAddress => Home + "feed.xml";

    public string JsonAddress => Home + "feed.json";
}
