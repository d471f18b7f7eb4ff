using System.Text.RegularExpressions;

namespace Site.Reading;

/// <summary>Cuts a file in GIFT into questions: they stand between blank lines.</summary>
internal static partial class GiftBlocks
{
    /// <summary>A question or a category, with what the comments in it say.</summary>
    /// <param name="From">Offset of its first line.</param>
    /// <param name="To">Offset after its last line.</param>
    internal sealed record Block(int From, int To, string? Id, List<string> Tags);

    public static List<Block> Split(string text, GiftText gift)
    {
        var blocks = new List<Block>();
        var from = -1;
        var isOpen = false;
        string? id = null;
        var tags = new List<string>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start);
            var isComment = line.TrimStart().StartsWith("//", StringComparison.Ordinal);
            if (isComment)
            {
                ReadComment(line.ToString());
            }

            if (line.IsWhiteSpace() && from >= 0 && !(isOpen && Continues(text, end + 1, gift)))
            {
                Close(start);
            }
            else if (!line.IsWhiteSpace())
            {
                from = from < 0 ? start : from;
                isOpen = !isComment && gift.FindLast("{", from, end) > gift.FindLast("}", from, end);
            }

            start = end + 1;
        }

        Close(text.Length);
        return blocks;

        void ReadComment(string line)
        {
            id = Id().Match(line) is { Success: true } found ? Unescape(found.Groups["value"].Value) : id;
            tags.AddRange(Tag().Matches(line).Select(tag => Unescape(tag.Groups["value"].Value)));
        }

        void Close(int to)
        {
            if (from >= 0)
            {
                blocks.Add(new(from, to, id, tags));
            }

            (from, isOpen, id, tags) = (-1, false, null, []);
        }
    }

    // Moodle takes every blank line for the end; where the answers are still open, people mean the lines after it too.
    private static bool Continues(string text, int at, GiftText gift)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at >= text.Length || gift.StartsWith("::", at) || gift.StartsWith("$CATEGORY", at) || gift.StartsWith(" ", at))
        {
            return false;
        }

        var (open, close) = (gift.Find('{', at, gift.Length), gift.Find('}', at, gift.Length));
        return close >= 0 && (open < 0 || close < open);
    }

    private static string Unescape(string text) => text.Replace("\\]", "]", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"(?<!\\)\[id:(?<value>.+?)(?<!\\)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<!\\)\[tag:(?<value>.+?)(?<!\\)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();
}
