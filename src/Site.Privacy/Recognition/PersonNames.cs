using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Finds names of persons: after a role (举报人李四海), in a field (姓名：…), and before a form of address (何先生).</summary>
internal static class PersonNames
{
    private const int LongestField = 4;
    private const int LongestPart = 8;
    private const int LongestRemark = 8;
    private static readonly string[] Given = ["名字叫", "名叫", "名为", "名"];
    private static readonly string[] Bridges = ["姓名", "名字", "名叫", "名为", "叫做", "为", "是", "系", "叫", "即"];
    private static readonly string[] Joins = ["、", ",", "，", "和", "与", "及", "以及", "/", ";", " ", "&"];
    private static readonly string[] NoNames =
        ["匿名", "保密", "不详", "未知", "暂无", "待定", "本人", "群众", "全体", "详见", "见附", "如下", "同上", "同前", "空缺", "略", "无", "个体", "企业", "职工", "员工", "法人", "公司", "自然人"];

    public static IEnumerable<PrivateMatch> Find(FoldedText folded)
    {
        List<PrivateMatch> matches = [];
        for (var i = 0; i < folded.Text.Length; i++)
        {
            if (Roles.LengthAt(folded.Text, i) is var role and > 0)
            {
                AddAfter(folded, i + role, matches);
            }
        }

        matches.AddRange(Salutations.Find(folded));
        matches.AddRange(SpacedNames.Find(folded));
        matches.AddRange(Tellers.Find(folded));
        return matches;
    }

    private static void AddAfter(FoldedText folded, int at, List<PrivateMatch> matches)
    {
        var text = folded.Text;
        var start = Bridge(text, AfterRemark(text, at), out var isField);
        AddInParts(folded, start, matches);
        var end = isField ? EndOfField(text, start) : -1;
        if (end > 0)
        {
            matches.Add(folded.ToMatch(PrivateKind.Name, start, end));
        }

        var isFirst = end < 0;
        while (isFirst || IsJoined(text, end, out start))
        {
            var isAnonymous = NameReader.IsAnonymous(text, start, out end);
            end = isAnonymous ? end : NameReader.Read(text, start, needsEnd: !isFirst);
            end = end < 0 && isFirst ? Readings.EndOfName(text, start) : end;
            isFirst = false;
            if (!isAnonymous && end > 0)
            {
                matches.Add(folded.ToMatch(PrivateKind.Name, start, end));
            }
            else if (isAnonymous && text[end - 1] is not '某' && Han.IsAt(text, end) && NameBoundaries.EndsAt(text, end + 1) && !NameBoundaries.EndsAt(text, end))
            {
                // 李**海: two of the three characters.
                matches.Add(folded.ToMatch(PrivateKind.Name, start, ++end));
            }
        }
    }

    /// <returns>The index after a remark in brackets on somebody who is named behind it: 举报人（职工）李四海; the index itself where there is none.</returns>
    private static int AfterRemark(string text, int at)
    {
        var close = at < text.Length && text[at] == '(' ? text.IndexOf(')', at, Math.Min(LongestRemark, text.Length - at)) : -1;
        return close > at && NameReader.Read(text, close + 1, needsEnd: true) > 0 && Surnames.LengthAt(text, at + 1) == 0 ? close + 1 : at;
    }

    /// <summary>Adds a name that is told in parts, or by its family name alone: 姓李名四海, 老李, 小王（王小明）.</summary>
    private static void AddInParts(FoldedText folded, int start, List<PrivateMatch> matches)
    {
        var text = folded.Text;
        var surname = Surnames.LengthAt(text, start + 1);
        var end = start + 1 + surname;
        if (start >= text.Length || surname == 0 || text[start] is not ('姓' or '老' or '小' or '阿'))
        {
            return;
        }

        if (text[start] == '姓')
        {
            var given = end < text.Length && text[end] is ',' or ' ' ? end + 1 : end;
            var word = Han.LongestAt(text, given, Given);
            var last = word > 0 ? Math.Min(Han.EndOfRun(text, given + word, 2), text.Length) : 0;
            matches.Add(folded.ToMatch(PrivateKind.Name, start + 1, end));
            if (last > given + word)
            {
                matches.Add(folded.ToMatch(PrivateKind.Name, given + word, last));
            }

            return;
        }

        if (NameBoundaries.EndsAt(text, end) && !CommonWords.Has(text[start..end]))
        {
            matches.Add(folded.ToMatch(PrivateKind.Name, start + 1, end));
            var inside = end < text.Length && text[end] == '(' ? NameReader.Read(text, end + 1, needsEnd: true) : -1;
            if (inside > 0)
            {
                matches.Add(folded.ToMatch(PrivateKind.Name, end + 1, inside));
            }
        }
    }

    /// <summary>Whether the next name of a list follows: 张三、李四和王五.</summary>
    private static bool IsJoined(string text, int at, out int next)
    {
        var join = at > 0 && at < text.Length ? Han.LongestAt(text, at, Joins) : 0;
        next = at + join;
        return join > 0;
    }

    /// <summary>Skips what may stand between a role and a name.</summary>
    /// <returns>The index at which the name would begin.</returns>
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

            if (!" \n\t:([“”\"「『《【|=/—-*→>~_‘'".Contains(text[start]))
            {
                return start;
            }

            isField |= text[start] == ':';
            start++;
        }

        return at;
    }

    /// <returns>The index after a name of 2 to 4 Chinese characters, or in Latin letters, that fills a whole field; otherwise -1.</returns>
    private static int EndOfField(string text, int start)
    {
        var end = Han.EndOfRun(text, start, LongestField + 1);
        if (end == start)
        {
            return EndOfLatinName(text, start);
        }

        if (EndOfDottedName(text, start) is var dotted and > 0)
        {
            return dotted;
        }

        var isWhole = end - start is >= 2 and <= LongestField && (end == text.Length || text[end] is not ('·' or '.' or '*'));
        return isWhole && !text.AsSpan(start, end - start).Contains('某') && !NameBoundaries.IsNeverInName(text[start])
            && Han.LongestAt(text, start, NoNames) == 0 && !Organizations.IsOne(text, start, end) && !IsRoleWithin(text, start, end)
            && !CommonWords.BeginAt(text, start) && !NameReader.IsAnonymous(text, start, out _)
            && !HasEndInside(text, start, end)
            ? end
            : -1;
    }

    private static bool HasEndInside(string text, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (NameBoundaries.IsNeverInName(text[at]) || NameBoundaries.BeginsWord(text, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRoleWithin(string text, int start, int end) =>
        Enumerable.Range(start, end - start).Any(at => Roles.LengthAt(text, at) > 0);

    /// <summary>A name of two parts with a dot between, as Uyghurs and Kazakhs write it: 阿依古丽·买买提.</summary>
    private static int EndOfDottedName(string text, int start)
    {
        var dot = Han.EndOfRun(text, start, LongestPart);
        var end = dot - start >= 2 && dot < text.Length && text[dot] == '·' ? Han.EndOfRun(text, dot + 1, LongestPart) : -1;
        return end - dot > 2 && !Organizations.IsOne(text, dot + 1, end) ? end : -1;
    }

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

/// <summary>Finds names before a form of address: 何先生, 赵大勇师傅. The form of address is not part of the match.</summary>
internal static class Salutations
{
    private const int LongestName = 4;

    private static readonly string[] Words =
    [
        "先生", "女士", "小姐", "太太", "夫人", "同志", "师傅", "大爷", "大妈", "大叔", "大婶", "大姐", "大哥", "大伯", "大娘", "阿姨", "老师", "老伯", "奶奶", "爷爷", "婆婆", "叔叔", "伯伯",
        "老板", "老人", "医生", "经理", "主任", "厂长", "队长", "班长", "组长", "师父", "总监", "会计", "教练", "教授", "院士", "博士", "律师",
    ];

    /// <summary>Family names that are prepositions before a post: 请向班长反映.</summary>
    private const string Prepositions = "向由从应";

    /// <summary>Forms of address that are posts, and so stand without a name, too.</summary>
    private static readonly string[] Posts =
        ["老师", "老板", "医生", "经理", "主任", "厂长", "队长", "班长", "组长", "总监", "会计", "教练", "教授", "院士", "博士", "律师"];

    private static readonly ILookup<char, string> ByFirst = Words.ToLookup(word => word[0]);

    public static IEnumerable<PrivateMatch> Find(FoldedText folded)
    {
        var text = folded.Text;
        for (var i = 1; i < text.Length; i++)
        {
            if (!Han.IsFolded(text[i - 1]) && text[i - 1] != ' ' || !ByFirst[text[i]].Any(word => Han.HasAt(text, i, word)))
            {
                continue;
            }

            var end = text[i - 1] == ' ' && Han.IsAt(text, i - 2) ? i - 1 : i;
            if (StartOfName(text, end) is var start and >= 0)
            {
                yield return folded.ToMatch(PrivateKind.Name, start, end);
            }
        }
    }

    /// <returns>The start of the longest name that ends at the index, or -1.</returns>
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
            if (!Han.IsFolded(text[at]) || NameBoundaries.IsNeverInName(text[at]))
            {
                return false;
            }
        }

        var isWord = (end - start > 1 && CommonWords.BeginAt(text, start)) || (start > 0 && CommonWords.EndAt(text, start + 1));
        var stands = !Han.IsAt(text, start - 1) || Roles.EndAt(text, start) || NameBoundaries.EndsAt(text, start - 1) || !Surnames.IsEveryday(text[start]);
        var isPreposition = end - start == surname && Prepositions.Contains(text[start]) && Han.LongestAt(text, end, Posts) > 0 && !Roles.EndAt(text, start);
        return !isWord && !isPreposition && stands && !Organizations.IsOne(text, start, end) && !(end - start > surname && Roles.EndAt(text, end));
    }
}

/// <summary>Finds names of those who report something: 据李四海举报, 由李四海提供线索, 李四海、王小明联名举报.</summary>
internal static class Tellers
{
    private const int LongestName = 4;
    private const string Marks = "、,;:。!?\n( “\"";
    private const string Before = "据由经接到是与和及" + Marks;
    private const int LongestRemark = 10;

    /// <summary>The longest that leads from a name to a verb, in characters: 通过12350热线.</summary>
    private const int LongestWay = 12;

    /// <summary>What leads to whom or by what somebody told something.</summary>
    private const string Ways = "向通打拨到来找写" + WeakWays;

    /// <summary>Of these, what stands behind things as often as behind persons (楼盘多次被投诉), and so needs a name of at least three characters.</summary>
    private const string WeakWays = "在用给再多又曾";
    private static readonly string[] Verbs = ["联名举报", "实名举报", "署名举报", "匿名举报", "多次举报", "联名反映", "实名反映", "举报", "检举", "投诉", "反映", "爆料", "报料", "提供线索", "提供的线索", "来电", "来信", "来访", "打电话", "打来电话", "来电话"];
    private static readonly ILookup<char, string> ByFirst = Verbs.ToLookup(verb => verb[0]);

    public static IEnumerable<PrivateMatch> Find(FoldedText folded)
    {
        var text = folded.Text;
        for (var at = 2; at < text.Length; at++)
        {
            if (!ByFirst[text[at]].Any(verb => Han.HasAt(text, at, verb)))
            {
                continue;
            }

            for (var end = EndOfTeller(text, at); StartOfName(text, end) is var start and >= 0; end = start - 1)
            {
                yield return folded.ToMatch(PrivateKind.Name, start, end);
                if (start < 3 || text[start - 1] is not ('、' or ',' or '和' or '与' or '及'))
                {
                    break;
                }
            }
        }
    }

    /// <returns>Where the name before a verb would end: at the verb, before a remark (李四海（工人）举报), or before a word that leads to whom or by what somebody told it (李四海向我局举报).</returns>
    private static int EndOfTeller(string text, int verb)
    {
        if (text[verb - 1] == ')')
        {
            return text.LastIndexOf('(', verb - 1, Math.Min(verb, LongestRemark)) is var open and > 0 ? open : verb;
        }

        for (var at = verb - 2; at >= 2 && verb - at <= LongestWay && !Marks.Contains(text[at]); at--)
        {
            if (Ways.Contains(text[at]) && StartOfName(text, at) is var start and >= 0 && (at - start > 2 || IsSureOfTwo(text, start, at)))
            {
                return at;
            }
        }

        return verb;
    }

    /// <summary>Whether two characters before a word that leads to the verb are a name: 李海向我局举报; with a family name with which words begin, too, only behind a word for whence something is known (据黄海向我局举报).</summary>
    private static bool IsSureOfTwo(string text, int start, int way) =>
        !WeakWays.Contains(text[way]) && (!Surnames.IsEveryday(text[start]) || Han.IsAt(text, start - 1));

    /// <returns>The start of a name of two or three characters, or of a compound family name and one or two, that ends at the index and begins behind a mark or a word for whence something is known; -1 where there is none.</returns>
    private static int StartOfName(string text, int end)
    {
        for (var length = LongestName; length >= 2; length--)
        {
            var start = end - length;
            var surname = Surnames.LengthAt(text, start);
            if (surname > 0 && length - surname is 1 or 2 && Han.EndOfRun(text, start, length) == end && (start == 0 || Before.Contains(text[start - 1])) && !Before.Contains(text[start])
                && !CommonWords.BeginAt(text, start) && !CommonWords.EndAt(text, end) && !text.AsSpan(start, length).Contains('某') && !Organizations.IsOne(text, start, end) && !HasNever(text, start + surname, end))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool HasNever(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (NameBoundaries.IsNeverInName(text[at]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Finds names that stand alone with a space inside, as in lists: 刘 帅.</summary>
internal static class SpacedNames
{
    public static IEnumerable<PrivateMatch> Find(FoldedText folded)
    {
        var text = folded.Text;
        for (var blank = text.IndexOf(' '); blank >= 0; blank = blank + 1 < text.Length ? text.IndexOf(' ', blank + 1) : -1)
        {
            var start = blank - 1;
            var end = EndOfName(text, blank);
            if (end > 0 && Surnames.LengthAt(text, start) == 1 && !Han.IsAt(text, start - 1) && !IsSpacedBefore(text, start)
                && !CommonWords.Has($"{text[start]}{text[end - 1]}") && !NameBoundaries.IsNeverInName(text[end - 1]) && text[end - 1] != '某')
            {
                yield return folded.ToMatch(PrivateKind.Name, start, end);
            }
        }
    }

    private static int EndOfName(string text, int blank)
    {
        var given = blank;
        while (given < text.Length && text[given] == ' ' && given - blank < 3)
        {
            given++;
        }

        return Han.IsAt(text, given) && !Han.IsAt(text, given + 1) && !IsSpacedAfter(text, given + 1) ? given + 1 : -1;
    }

    /// <summary>A heading printed with spaces (安 全 生 产) continues in the same way.</summary>
    private static bool IsSpacedAfter(string text, int at) =>
        at + 1 < text.Length && text[at] == ' ' && Han.IsAt(text, at + 1) && !Han.IsAt(text, at + 2);

    private static bool IsSpacedBefore(string text, int start) =>
        start >= 2 && text[start - 1] == ' ' && Han.IsAt(text, start - 2) && !Han.IsAt(text, start - 3);
}

/// <summary>Finds names directly before a telephone or an identity number: 李四海 154….</summary>
internal static class NamesBeforeNumbers
{
    private const string Between = " :(,，、\t电话手机号码联系身份证微信";
    private const int MostBetween = 12;

    /// <param name="folded">The text, folded for words.</param>
    /// <param name="numbers">The matches in it, with positions in the original text.</param>
    public static IEnumerable<PrivateMatch> Find(FoldedText folded, IEnumerable<PrivateMatch> numbers)
    {
        var starts = numbers.Where(number => number.Kind is PrivateKind.Mobile or PrivateKind.Landline or PrivateKind.IdentityCard)
            .Select(number => number.Start).ToHashSet();
        var text = folded.Text;
        for (var i = 1; i < text.Length && starts.Count > 0; i++)
        {
            if (!starts.Contains(folded.ToMatch(PrivateKind.Name, i, i + 1).Start))
            {
                continue;
            }

            var end = i;
            while (end > 0 && i - end < MostBetween && Between.Contains(text[end - 1]))
            {
                end--;
            }

            if (StartOfName(text, end) is var start and >= 0)
            {
                yield return folded.ToMatch(PrivateKind.Name, start, end);
            }
        }
    }

    private static int StartOfName(string text, int end)
    {
        foreach (var length in (ReadOnlySpan<int>)[4, 3, 2])
        {
            var start = end - length;
            var surname = Surnames.LengthAt(text, start);
            if (surname > 0 && length - surname is 1 or 2 && !Han.IsAt(text, start - 1) && Han.EndOfRun(text, start, length) == end
                && NameReader.Read(text, start, needsEnd: true) is var read && read >= end - 1 && !Organizations.IsOne(text, start, end))
            {
                return start;
            }
        }

        return -1;
    }
}
