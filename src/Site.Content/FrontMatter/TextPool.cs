using System.Collections.Concurrent;
using System.Collections.Immutable;
using Site.Content.Markdown;

namespace Site.Content.FrontMatter;

/// <summary>Keeps one of all equal texts and headings of a read, since a hundred thousand pages name the same few tags, offices and steps.</summary>
public sealed class TextPool
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Heading, Heading> headings = new();

    // Where nothing is kept from an earlier build, nothing asks for them.
    private readonly Lazy<string?[]> recentTexts = new(() => new string?[Recent]);
    private readonly Lazy<Heading?[]> recentHeadings = new(() => new Heading?[Recent]);

    /// <summary>Places for what came last; two things may want the same one. A power of two.</summary>
    private const int Recent = 16 * 1024;

    /// <returns>A string equal to the text: the first of its kind that came.</returns>
    public string Keep(string text) => texts.GetOrAdd(text, text);

    /// <returns>Headings equal to these, in their order.</returns>
    public ImmutableArray<Heading> Keep(ImmutableArray<Heading> all) =>
        ImmutableArray.CreateRange(all, (heading, known) => known.GetOrAdd(heading, heading), headings);

    /// <returns>A string equal to the text; most often one that was given before, found faster than by <see cref="Keep(string)"/>.</returns>
    public string KeepRecent(ReadOnlySpan<char> text)
    {
        ref var place = ref recentTexts.Value[string.GetHashCode(text, StringComparison.Ordinal) & (Recent - 1)];
        var known = place;
        return known is not null && text.SequenceEqual(known) ? known : place = text.ToString();
    }

    /// <returns>Such a heading; most often one that was given before.</returns>
    public Heading KeepRecent(int level, string id, string text)
    {
        ref var place = ref recentHeadings.Value[id.GetHashCode(StringComparison.Ordinal) & (Recent - 1)];
        var known = place;
        return known is not null && known.Level == level && known.Id == id && known.Text == text ? known : place = new(level, id, text);
    }
}
