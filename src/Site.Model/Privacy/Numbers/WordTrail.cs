namespace Site.Model.Privacy;

/// <summary>Knows for each place of a text how far before it a word stands that says what a number is.</summary>
/// <remarks>Places are worked out once and in order, each from the one before it, so that no text makes this slow.</remarks>
internal sealed class WordTrail(string text, NumberWords words)
{
    private const byte Farthest = 96;
    private byte[] distances = [];
    private int known;

    /// <summary>Says whether one of the words stands before a number, with nothing but digits and filling characters between.</summary>
    /// <param name="start">The first character of the number; the word ends at most 96 characters before it.</param>
    public bool Says(int start)
    {
        if (distances.Length == 0)
        {
            distances = new byte[text.Length + 1];
            distances[0] = Farthest;
        }

        for (; known < start; known++)
        {
            var end = known + 1;
            distances[end] = words.EndAt(text, end) ? (byte)0
                : words.IsFilling(text[known]) && distances[known] < Farthest ? (byte)(distances[known] + 1)
                : Farthest;
        }

        return distances[start] < Farthest;
    }
}
