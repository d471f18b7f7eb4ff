namespace Site.Model.Privacy;

/// <summary>Finds names of persons: behind a role (举报人李四海), in a field (姓名：…), and before a form of address (何先生).</summary>
internal static class PersonNames
{
    private const int LongestField = 4;
    private static readonly string[] Bridges = ["姓名", "名字", "名叫", "名为", "叫做", "为", "是", "系", "叫", "即"];
    private static readonly string[] Joins = ["、", ",", "，", "和", "与", "及", "以及", "/", ";", " ", "&"];
    private static readonly string[] NoNames =
        ["匿名", "保密", "不详", "未知", "暂无", "待定", "本人", "群众", "全体", "详见", "见附", "如下", "同上", "同前", "空缺", "略", "无", "个体", "企业", "职工", "员工", "法人", "公司", "自然人"];

    public static IEnumerable<PrivateFind> Find(FoldedText folded)
    {
        List<PrivateFind> finds = [];
        for (var i = 0; i < folded.Text.Length; i++)
        {
            if (Roles.LengthAt(folded.Text, i) is var role and > 0)
            {
                AddBehind(folded, i + role, finds);
            }
        }

        finds.AddRange(Salutations.Find(folded));
        finds.AddRange(SpacedNames.Find(folded));
        return finds;
    }

    private static void AddBehind(FoldedText folded, int at, List<PrivateFind> finds)
    {
        var text = folded.Text;
        var start = Bridge(text, at, out var isField);
        var end = isField ? EndOfField(text, start) : -1;
        if (end > 0)
        {
            finds.Add(folded.Find(PrivateKind.Name, start, end));
        }

        var isFirst = end < 0;
        while (isFirst || IsJoined(text, end, out start))
        {
            var isAnonymous = NameReader.IsAnonymous(text, start, out end);
            end = isAnonymous ? end : NameReader.Read(text, start, needsEnd: !isFirst);
            isFirst = false;
            if (!isAnonymous && end > 0)
            {
                finds.Add(folded.Find(PrivateKind.Name, start, end));
            }
        }
    }

    /// <summary>Says whether the next name of a list follows: 张三、李四和王五.</summary>
    private static bool IsJoined(string text, int at, out int next)
    {
        var join = at > 0 && at < text.Length ? Han.LongestAt(text, at, Joins) : 0;
        next = at + join;
        return join > 0;
    }

    /// <summary>Passes over what may stand between a role and a name.</summary>
    /// <returns>Where the name would begin.</returns>
    private static int Bridge(string text, int at, out bool isField)
    {
        isField = false;
        for (var start = at; start < text.Length && start - at < 14;)
        {
            var word = Han.LongestAt(text, start, Bridges);
            if (word > 0)
            {
                start += word;
                continue;
            }

            if (!" \n\t:([“”\"「【|".Contains(text[start]))
            {
                return start;
            }

            isField |= text[start] == ':';
            start++;
        }

        return at;
    }

    /// <returns>Behind a name of 2 to 4 Chinese characters, or in Latin letters, that fills a whole field; -1 where it is something else.</returns>
    private static int EndOfField(string text, int start)
    {
        var end = Han.EndOfRun(text, start, LongestField + 1);
        if (end == start)
        {
            return EndOfLatinName(text, start);
        }

        var isWhole = end - start is >= 2 and <= LongestField && (end == text.Length || text[end] is not ('·' or '.' or '*'));
        return isWhole && !text.AsSpan(start, end - start).Contains('某') && !NameEnds.IsNever(text[start])
            && Han.LongestAt(text, start, NoNames) == 0 && !Organizations.IsOne(text, start, end) && !IsRoleWithin(text, start, end)
            && !EverydayWords.BeginAt(text, start) && !NameReader.IsAnonymous(text, start, out _)
            && !HasEndInside(text, start, end)
            ? end
            : -1;
    }

    private static bool HasEndInside(string text, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (NameEnds.IsNever(text[at]) || NameEnds.BeginsWord(text, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRoleWithin(string text, int start, int end) =>
        Enumerable.Range(start, end - start).Any(at => Roles.LengthAt(text, at) > 0);

    private static int EndOfLatinName(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 32 && (char.IsAsciiLetter(text[end]) || (end > start && text[end] is ' ' or '.' or '-' or '\'')))
        {
            end++;
        }

        return end - start >= 3 && char.IsAsciiLetterUpper(text[start]) && (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '@')) ? end : -1;
    }
}
