using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>The body of a page, read from Markdown.</summary>
/// <param name="Html">Valid HTML5 to stand in a <c>main</c> element under a heading of level 1.</param>
/// <param name="Headings">Its headings in reading order.</param>
/// <param name="FirstParagraph">The first paragraph as plain text of at most 120 characters, cut after a sentence; empty where there is none.</param>
/// <param name="Characters">Characters of text (UTF-16 units), spaces not counted.</param>
/// <param name="Links">Links within the site, in reading order.</param>
/// <param name="Pictures">Pictures, in reading order.</param>
/// <param name="Problems">All that is wrong with it, in no particular order; at most 1,000.</param>
public sealed record MarkdownBody(
    HtmlFragment Html,
    ImmutableArray<Heading> Headings,
    string FirstParagraph,
    int Characters,
    ImmutableArray<Link> Links,
    ImmutableArray<Picture> Pictures,
    ImmutableArray<Problem> Problems);
