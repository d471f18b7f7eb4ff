using System.Globalization;
using System.Text;
using Site.Core.Text;

namespace Site.Rendering.Pictures.Sharing;

/// <summary>Cuts titles into words, so that lines break between them.</summary>
internal static class ShareWords
{
    /// <summary>What a Chinese character costs that belongs to no word; words cost less the oftener they are used.</summary>
    private const int SingleCost = 17;

    /// <summary>About as many words as the list has.</summary>
    private const int WordCount = 31_000;

    /// <summary>Words of the field that the list does not know as one.</summary>
    private static readonly string[] Own = ["电动自行车", "三轮车", "灭火器", "消火栓", "安全生产", "有限空间", "危险化学品", "应急预案", "每个", "一次", "第一步"];

    private static readonly Lazy<(Dictionary<string, int> Costs, int Longest)> List = new(Load);

    /// <returns>The words in their order: Chinese ones by the list, each run of letters and digits, and every other character by itself.</returns>
    public static IEnumerable<string> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && Rune.GetRuneAt(text, end) is var rune && Han.Is(rune))
            {
                end += rune.Utf16SequenceLength;
            }

            if (end > at)
            {
                foreach (var word in Cheapest(text[at..end]))
                {
                    yield return word;
                }
            }
            else
            {
                end = EndOfLatin(text, at);
                yield return text[at..end];
            }

            at = end;
        }
    }

    private static int EndOfLatin(string text, int at)
    {
        var end = at;
        while (end < text.Length && (IsLatin(text, end) || (end > at && text[end] is '.' or ',' or '\'' && end + 1 < text.Length && IsLatin(text, end + 1))))
        {
            end++;
        }

        return end > at ? end : at + Rune.GetRuneAt(text, at).Utf16SequenceLength;
    }

    private static bool IsLatin(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLetterOrDigit(rune) && rune.Value < 0x2E80;

    /// <returns>The words whose costs together are least; of equal ways the one with the longer word first.</returns>
    private static List<string> Cheapest(string text)
    {
        var (known, longest) = List.Value;
        var costs = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var (best, next) = (new int[text.Length + 1], new int[text.Length]);
        for (var at = text.Length - 1; at >= 0; at--)
        {
            if (char.IsLowSurrogate(text[at]))
            {
                best[at] = int.MaxValue / 2;
                continue;
            }

            var single = at + Rune.GetRuneAt(text, at).Utf16SequenceLength;
            (best[at], next[at]) = (SingleCost + best[single], single);
            for (var end = single + 1; end <= Math.Min(text.Length, at + longest); end++)
            {
                if (costs.TryGetValue(text.AsSpan(at, end - at), out var cost) && cost + best[end] <= best[at])
                {
                    (best[at], next[at]) = (cost + best[end], end);
                }
            }
        }

        var words = new List<string>();
        for (var at = 0; at < text.Length; at = next[at])
        {
            words.Add(text[at..next[at]]);
        }

        return words;
    }

    /// <summary>The words as a plain dictionary: a frozen one takes longer to make than all that is looked up in it.</summary>
    private static (Dictionary<string, int> Costs, int Longest) Load()
    {
        var costs = new Dictionary<string, int>(WordCount, StringComparer.Ordinal);
        foreach (var word in Own)
        {
            costs.Add(word, 0);
        }

        var longest = Own.Max(word => word.Length);
        using var file = new StreamReader(typeof(ShareWords).Assembly.GetManifestResourceStream("share-type/words.txt")!, Encoding.UTF8);
        while (file.ReadLine() is { } line)
        {
            var words = line.AsSpan().Split(' ');
            if (!words.MoveNext() || !int.TryParse(line.AsSpan(words.Current), CultureInfo.InvariantCulture, out var cost))
            {
                continue;
            }

            while (words.MoveNext())
            {
                costs.TryAdd(line[words.Current], cost);
                longest = Math.Max(longest, words.Current.End.Value - words.Current.Start.Value);
            }
        }

        return (costs, longest);
    }
}
