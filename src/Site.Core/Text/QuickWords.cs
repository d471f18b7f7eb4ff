using System.Buffers;

namespace Site.Core.Text;

/// <summary>Decides quickly whether a text holds one of some words; capitals do not count.</summary>
/// <remarks>The runtime searches for many words with Chinese characters in any case some ten times as slowly as for their first characters.</remarks>
public sealed class QuickWords
{
    private readonly SearchValues<char> first;
    private readonly Dictionary<char, string[]> byFirst;

    /// <param name="words">None of them empty.</param>
    public QuickWords(params IEnumerable<string> words)
    {
        byFirst = words.Select(word => word.ToLowerInvariant()).Distinct(StringComparer.Ordinal).GroupBy(word => word[0]).ToDictionary(group => group.Key, group => group.ToArray());
        first = SearchValues.Create([.. byFirst.Keys, .. byFirst.Keys.Select(char.ToUpperInvariant)]);
    }

    public bool AnyIn(ReadOnlySpan<char> text)
    {
        for (; text.IndexOfAny(first) is var next and >= 0; text = text[1..])
        {
            text = text[next..];
            foreach (var word in byFirst[char.ToLowerInvariant(text[0])])
            {
                if (Begins(text, word))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<char> text, string word)
    {
        if (text.Length < word.Length)
        {
            return false;
        }

        for (var i = 1; i < word.Length; i++)
        {
            if (text[i] != word[i] && char.ToLowerInvariant(text[i]) != word[i])
            {
                return false;
            }
        }

        return true;
    }
}
