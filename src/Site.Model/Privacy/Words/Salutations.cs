namespace Site.Model.Privacy;

/// <summary>Finds names before a form of address: 何先生, 赵大勇师傅. The form of address stays.</summary>
internal static class Salutations
{
    private const int LongestName = 4;

    private static readonly string[] Words =
    [
        "先生", "女士", "小姐", "太太", "夫人", "同志", "师傅", "大爷", "大妈", "大叔", "大婶", "大姐", "大哥", "大伯", "大娘", "阿姨", "老师", "老伯", "奶奶", "爷爷", "婆婆", "叔叔", "伯伯",
        "老板", "老人", "医生", "经理", "主任", "厂长", "队长", "班长", "组长", "师父", "总监", "会计", "教练",
    ];

    private static readonly ILookup<char, string> ByFirst = Words.ToLookup(word => word[0]);

    public static IEnumerable<PrivateFind> Find(FoldedText folded)
    {
        var text = folded.Text;
        for (var i = 1; i < text.Length; i++)
        {
            if (!Han.Is(text[i - 1]) && text[i - 1] != ' ' || !ByFirst[text[i]].Any(word => Han.HasAt(text, i, word)))
            {
                continue;
            }

            var end = text[i - 1] == ' ' && Han.IsAt(text, i - 2) ? i - 1 : i;
            if (StartOfName(text, end) is var start and >= 0)
            {
                yield return folded.Find(PrivateKind.Name, start, end);
            }
        }
    }

    /// <returns>The first character of the longest name that ends at the place, or -1.</returns>
    private static int StartOfName(string text, int end)
    {
        for (var length = LongestName; length >= 1; length--)
        {
            var start = end - length;
            var surname = Surnames.LengthAt(text, start);
            if (surname > 0 && length - surname is >= 0 and <= 2 && IsName(text, start, surname, end))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool IsName(string text, int start, int surname, int end)
    {
        for (var at = start + surname; at < end; at++)
        {
            if (!Han.Is(text[at]) || NameEnds.IsNever(text[at]))
            {
                return false;
            }
        }

        var isWord = (end - start > 1 && EverydayWords.BeginAt(text, start)) || (start > 0 && EverydayWords.EndAt(text, start + 1));
        var stands = !Han.IsAt(text, start - 1) || Roles.EndAt(text, start) || NameEnds.EndsAt(text, start - 1) || !Surnames.IsEveryday(text[start]);
        return !isWord && stands && !Organizations.IsOne(text, start, end) && !(end - start > surname && Roles.EndAt(text, end));
    }
}
