namespace Site.Core.Text;

/// <summary>Decides quickly whether a text holds one of some words; capitals do not count.</summary>
/// <remarks>
/// The runtime searches for many words with Chinese characters in any case some ten times as slowly as for their first characters, and for many characters beyond ASCII more
/// slowly than a table is asked about each, since most Chinese characters look to it as if they were one of them.
/// </remarks>
public sealed class QuickWords
{
    /// <summary>By character: 0, or one more than the index of the words that begin with it.</summary>
    private readonly byte[] groups = new byte[char.MaxValue + 1];

    private readonly string[][] words;

    /// <param name="words">None of them empty; they begin with 255 different characters at most.</param>
    /// <exception cref="OverflowException">They begin with more.</exception>
    public QuickWords(params IEnumerable<string> words)
    {
        this.words = [.. words.Select(word => word.ToLowerInvariant()).Distinct(StringComparer.Ordinal).GroupBy(word => word[0]).Select(group => group.ToArray())];
        for (var group = 0; group < this.words.Length; group++)
        {
            var first = this.words[group][0][0];
            groups[first] = groups[char.ToUpperInvariant(first)] = checked((byte)(group + 1));
        }
    }

    public bool AnyIn(ReadOnlySpan<char> text)
    {
        var index = groups;
        for (var at = 0; at < text.Length; at++)
        {
            if (index[text[at]] is var group and > 0 && AnyBegins(text[at..], words[group - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyBegins(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (Begins(text, word))
            {
                return true;
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

/// <summary>Characters, some beyond ASCII, that texts are searched for: a table, for the reason of <see cref="QuickWords"/>.</summary>
public sealed class QuickCharacters
{
    private readonly bool[] members = new bool[char.MaxValue + 1];

    public QuickCharacters(string characters)
    {
        foreach (var member in characters)
        {
            members[member] = true;
        }
    }

    /// <returns>All for which the answer is yes.</returns>
    public static QuickCharacters Where(Func<char, bool> isMember)
    {
        var made = new QuickCharacters("");
        for (var at = 0; at < made.members.Length; at++)
        {
            made.members[at] = isMember((char)at);
        }

        return made;
    }

    public bool Contains(char c) => members[c];

    /// <returns>The index of the first of them in a text, or -1.</returns>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        var table = members;
        for (var at = 0; at < text.Length; at++)
        {
            if (table[text[at]])
            {
                return at;
            }
        }

        return -1;
    }

    /// <returns>The index of the first of them in a text from an index on, or -1.</returns>
    public int IndexIn(string text, int from)
    {
        var table = members;
        for (var at = from; at < text.Length; at++)
        {
            if (table[text[at]])
            {
                return at;
            }
        }

        return -1;
    }
}
