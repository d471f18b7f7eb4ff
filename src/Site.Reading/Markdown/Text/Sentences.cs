using System.Buffers;

namespace Site.Reading;

/// <summary>Shortens Chinese text where a sentence ends.</summary>
internal static class Sentences
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？!?；");

    /// <returns>The text, or as many whole sentences as fit; where not even one fits, its beginning with an ellipsis.</returns>
    /// <param name="text">Plain text.</param>
    /// <param name="most">Most UTF-16 units of the result, 2 or more.</param>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.AsSpan(0, most).LastIndexOfAny(Ends);
        if (end >= 0)
        {
            return text[..(end + 1)];
        }

        var cut = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return string.Concat(text.AsSpan(0, cut), "…");
    }
}
