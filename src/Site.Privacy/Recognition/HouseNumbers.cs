using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Finds the part of an address that identifies one home: house, building, stair and room; the street is not included.</summary>
/// <remarks>
/// A house number alone is masked only after words that say that somebody lives there; addresses of firms are public.
/// A room with its building or stair is always masked.
/// </remarks>
internal static class HouseNumbers
{
    private const int FarthestWord = 40;
    private static readonly string[] Parts =
        ["号院", "号楼", "号门", "号", "弄", "栋", "幢", "座", "单元", "楼", "层", "室", "房间", "房", "户", "组", "门", "#楼", "#"];
    private static readonly string[] Rooms = ["室", "房"];
    private static readonly string[] Floors = ["号楼", "号门", "楼", "层", "组", "座", "门"];
    private static readonly string[] HomeWords = ["家住", ",住", "、住", "住址", "住在", "现住", "居住地", "居住在", "住所", "住处", "住于", "户籍", "家庭地址", "家庭住", "租住", "暂住", "家在", "寄往", "户口"];
    private static readonly string[] Estates = ["小区", "花园", "公寓", "家园", "新村", "苑", "城", "里", "庭", "府", "湾", "园", "宿舍", "社区"];

    public static IEnumerable<PrivateMatch> Find(FoldedText folded)
    {
        var text = folded.Text;
        var lastStop = -1;
        for (var i = 0; i < text.Length; i++)
        {
            lastStop = "。;；!！?？\n".Contains(text[i]) ? i : lastStop;
            if (!IsNumberAt(text, i) || (i > 0 && IsNumberAt(text, i - 1)))
            {
                continue;
            }

            var end = Read(text, i, out var parts, out var hasRoom, out var hasStair);
            var isHome = end > i && !Floors.Any(floor => parts == 1 && text.AsSpan(i, end - i).EndsWith(floor)) && HasHomeWord(text, Math.Max(lastStop + 1, i - FarthestWord), i);
            if (end > i && ((parts >= 2 && (hasRoom || hasStair)) || isHome || IsDashed(text, i, end)))
            {
                yield return folded.ToMatch(PrivateKind.HouseNumber, i, end);
                i = end - 1;
            }
            else if (end == i && IsRoomOfAnEstate(text, i, lastStop, out var room))
            {
                yield return folded.ToMatch(PrivateKind.HouseNumber, i, room);
                i = room - 1;
            }
        }
    }

    /// <summary>Reads consecutive numbers with their words (3幢, 2单元, 501室).</summary>
    /// <returns>The index after the last of them; the start if there is none.</returns>
    private static int Read(string text, int start, out int parts, out bool hasRoom, out bool hasStair)
    {
        (parts, hasRoom, hasStair) = (0, false, false);
        var end = start;
        for (var at = start; at < text.Length && at - start < FarthestWord;)
        {
            var number = at;
            while (number < text.Length && number - at < 6 && IsOfNumber(text[number]))
            {
                number++;
            }

            var word = number == at ? 0 : Han.LongestAt(text, number, Parts);
            if (word == 0)
            {
                var isBareRoom = parts > 0 && number - at is 3 or 4 && !UnitSuffixes.OrCountsFollow(text, number) && (char.IsAsciiDigit(text[at]) || hasStair);
                return isBareRoom ? BareRoom(number, ref parts, ref hasRoom)
                    : parts > 0 && EndOfDashed(text, at, out _) is var room and > 0 && IsRoomBefore(text, room) ? BareRoom(room, ref parts, ref hasRoom)
                    : DashedEnd(text, start, end, ref parts);
            }

            parts++;
            hasRoom |= Rooms.Any(room => Han.HasAt(text, number, room));
            hasStair |= Han.HasAt(text, number, "单元");
            end = number + word;
            at = end < text.Length && text[end] is ' ' or ',' or '、' or '/' or '·' or '附' or '之' or '-' ? end + 1 : end;
        }

        return end;
    }

    /// <summary>Whether three or four digits end at the index, and no count of something.</summary>
    private static bool IsRoomBefore(string text, int end)
    {
        var start = end;
        while (char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return end - start is 3 or 4 && !UnitSuffixes.OrCountsFollow(text, end);
    }

    private static int BareRoom(int end, ref int parts, ref bool hasRoom)
    {
        (parts, hasRoom) = (parts + 1, true);
        return end;
    }

    /// <returns>The index after 3-2-501 if such numbers begin at the start; otherwise the given end.</returns>
    private static int DashedEnd(string text, int start, int end, ref int parts)
    {
        if (parts > 0)
        {
            return end;
        }

        var at = EndOfDashed(text, start, out var groups);
        parts = groups;
        return at > 0 ? at : end;
    }

    /// <param name="groups">How many hyphens there are.</param>
    /// <returns>The index after numbers with hyphens between: 2-501; -1 where there are none.</returns>
    private static int EndOfDashed(string text, int start, out int groups)
    {
        (var at, groups) = (start, 0);
        while (at < text.Length && at - start < 12 && (char.IsAsciiDigit(text[at]) || (text[at] is '-' or '—' && at > start && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            groups += text[at] is '-' or '—' ? 1 : 0;
            at++;
        }

        return groups >= 1 ? at : -1;
    }

    private static bool IsDashed(string text, int start, int end) =>
        text.AsSpan(start, end - start).ContainsAny('-', '—') && Estates.Any(estate => start >= estate.Length && Han.HasAt(text, start - estate.Length, estate));

    private static bool HasHomeWord(string text, int from, int to)
    {
        var before = text.AsSpan(from, to - from);
        foreach (var word in HomeWords)
        {
            if (before.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return before.EndsWith("住:") || before.EndsWith("住");
    }

    private static bool IsNumberAt(string text, int at) => char.IsAsciiDigit(text[at]) || "一二三四五六七八九十".Contains(text[at])
        || (char.IsAsciiLetterUpper(text[at]) && at + 1 < text.Length && text[at + 1] is '座' or '栋' or '幢' && !(at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])));

    /// <summary>Whether a number of three or four digits right behind the name of an estate, in which somebody lives, is a room: 租住示例公寓1203.</summary>
    private static bool IsRoomOfAnEstate(string text, int start, int lastStop, out int end)
    {
        end = start;
        while (end < text.Length && end - start < 5 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start is 3 or 4 && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])) && !UnitSuffixes.OrCountsFollow(text, end)
            && Estates.Any(estate => start >= estate.Length && Han.HasAt(text, start - estate.Length, estate)) && HasHomeWord(text, Math.Max(lastStop + 1, start - FarthestWord), start);
    }

    private static bool IsOfNumber(char c) => char.IsAsciiLetterOrDigit(c) || "〇零一二三四五六七八九十百".Contains(c);
}
