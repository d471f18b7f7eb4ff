using System.Collections.Concurrent;
using System.Collections.Immutable;
using Site.Content.Markdown;

namespace Site.Content.FrontMatter;

/// <summary>Keeps one of all equal texts and headings of a read, since a hundred thousand pages name the same few tags, offices and steps.</summary>
public sealed class TextPool
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Heading, Heading> headings = new();

    /// <returns>A string equal to the text: the first of its kind that came.</returns>
    public string Keep(string text) => texts.GetOrAdd(text, text);

    /// <returns>Headings equal to these, in their order.</returns>
    public ImmutableArray<Heading> Keep(ImmutableArray<Heading> all) =>
        ImmutableArray.CreateRange(all, (heading, known) => known.GetOrAdd(heading, heading), headings);
}
