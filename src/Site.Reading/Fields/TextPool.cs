using System.Collections.Concurrent;

namespace Site.Reading;

/// <summary>Keeps one string for all equal ones of a read, since a hundred thousand pages name the same few tags and offices.</summary>
internal sealed class TextPool
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <returns>A string equal to the text: the first of its kind that came.</returns>
    public string Keep(string text) => texts.GetOrAdd(text, text);
}
