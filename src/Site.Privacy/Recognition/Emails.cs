using System.Buffers;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Finds e-mail addresses, also with Chinese characters before the @, and with signs spelled out: (at), 艾特, [dot], 点.</summary>
internal static class Emails
{
    private const int MostHan = 4;
    private const int MostCharacters = 64;
    private const int MostBeforeProvider = 3;

    /// <summary>The shortest name of a mailbox that is told apart from its provider.</summary>
    private const int LeastOfName = 5;

    /// <summary>What stands between a name and its provider.</summary>
    private const string BetweenNameAndProvider = "的在,，、 (（:：";

    /// <summary>Of it, what joins the two; the rest also parts what has nothing to do with each other: 邮编：310000，QQ邮箱.</summary>
    private const string Joining = "的在(（";
    private static readonly SearchValues<char> FirstOfSigns = SearchValues.Create("@([{<【 艾爱圈小*_-#\\&$◎ⓐⒶ后,\"'“‘「《〈");

    /// <summary>What stands around a sign that is spelled out.</summary>
    private static readonly string[] Around = ["()", "[]", "{}", "<>", "【】", "“”", "\"\"", "''", "‘’", "《》", "〈〉", "「」"];

    private static readonly string[] Spelled = ["at", "@", "艾特", "爱特", "换成@", "改成@", "换@", "改@", "at符号", "@符号", "圈a"];

    /// <summary>Ways to write @. What also stands in other texts needs a word for mail before it in sources.</summary>
    private static readonly string[] Signs =
        ["@@", "@", "(a)", "*at*", "_at_", "-at-", " at ", "艾特", "爱特", "圈a", "圈a ", "圈", "小老鼠", "\\@", "#at#", "#", "*", "&", "$", "◎", "ⓐ", "Ⓐ", "后缀是", "后缀为", "后缀", ",后缀是", ",后缀", ", 后缀", "后面是", ",后面是", .. Around.SelectMany(pair => Spelled.Select(sign => pair[0] + sign + pair[1]))];

    private static readonly string[] Weak = [" at ", "(a)", "_at_", "-at-", "*at*", "#"];

    /// <summary>Signs that need a word for mail before them in any text.</summary>
    private static readonly string[] Weakest = ["*", "&", "$", "圈", "◎", "后缀是", "后缀为", "后缀", ",后缀是", ",后缀", ", 后缀", "后面是", ",后面是"];
    private static readonly string[] Dots = [".", "(dot)", "[dot]", "{dot}", "<dot>", "【dot】", "_dot_", "-dot-", "#dot#", "(.)", "[.]", "{.}", "(点)", "[点]", "【点】", "。", "点", ".点", "\\.", "·"];
    private static readonly string[] Endings = ["com", "cn", "net", "org", "edu", "gov", "cc", "invalid", "example", "test"];
    private static readonly string[] MailWords = ["邮箱", "邮件", "电邮", "mail", "信箱"];

    private static readonly string[] Providers =
        ["qq", "163", "126", "139", "189", "foxmail", "gmail", "hotmail", "outlook", "sina", "sohu", "yahoo", "网易", "腾讯", "新浪", "搜狐", "雅虎"];

    /// <summary>Programs and systems, which are numbered: Windows11的QQ邮箱.</summary>
    private static readonly string[] Programs =
        ["windows", "win", "office", "android", "ios", "iphone", "ipad", "macos", "harmony", "harmonyos", "chrome", "edge", "firefox", "safari", "exchange", "wps", .. Providers];

    /// <summary>What stands right before the name of a mailbox.</summary>
    private static readonly string[] Leading = ["邮箱", "邮件", "电邮", "mail", "发到", "寄到", "邮件到", "发至", "寄至", "发给", "寄给"];

    /// <summary>What stands right before a number that is none.</summary>
    private static readonly string[] Numbering = ["邮编", "编码", "编号"];

    private static readonly QuickWords Quick = new("@", "＠", "(at", "（at", "[at]", "【at】", "{at}", "<at>", "艾特", "爱特", "愛特", "圈a", "ⓐ", "Ⓐ", "小老鼠", "邮箱", "郵箱", "邮件", "郵件", "电邮", "電郵", "信箱", "mail");

    /// <returns>Whether a text as written may hold one; true in doubt.</returns>
    public static bool MayBeIn(string text) => Quick.AnyIn(text);

    /// <param name="context">In sources, a sign that may be something else needs a word for mail.</param>
    public static IEnumerable<PrivateMatch> Find(FoldedText folded, TextContext context)
    {
        var (text, lower) = (folded.Text, folded.Text.ToLowerInvariant());
        for (var at = Next(text, 0); at >= 0;)
        {
            var sign = Han.LongestAt(lower, at, Signs);
            var isAt = sign > 0 && text.AsSpan(at, sign).Contains('@');
            var end = sign == 0 ? -1 : EndOfDomain(lower, at + sign, isAt);
            var start = end < 0 || (NeedsMailWord(lower.Substring(at, sign), context) && !HasMailWord(lower, at)) ? at : StartOfName(text, at);
            if (start < at)
            {
                yield return folded.ToMatch(PrivateKind.Email, start, end);
            }

            at = Next(text, start < at ? end : at + 1);
        }

        for (var box = lower.IndexOf("邮箱", StringComparison.Ordinal); box >= 0; box = lower.IndexOf("邮箱", box + 1, StringComparison.Ordinal))
        {
            if (NameAtProvider(lower, box) is var (start, end) && start < end)
            {
                yield return folded.ToMatch(PrivateKind.Email, start, end);
            }
        }
    }

    /// <returns>The name before a provider that is told in words, 123456789的QQ邮箱 or zhangsan（网易163邮箱）; empty where there is none.</returns>
    private static (int Start, int End) NameAtProvider(string text, int box)
    {
        var at = box > 0 && text[box - 1] is '的' or ' ' ? box - 1 : box;
        var provider = at;
        while (Array.Find(Providers, name => text.AsSpan(0, provider).EndsWith(name, StringComparison.Ordinal)) is { } name)
        {
            provider -= name.Length;
        }

        var end = provider;
        while (end > 0 && provider - end < MostBeforeProvider && BetweenNameAndProvider.Contains(text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < MostCharacters && IsOfName(text[start - 1]))
        {
            start--;
        }

        return provider < at && end < provider && end - start >= LeastOfName && IsNameOfMailbox(text, start, end, provider) ? (start, end) : default;
    }

    /// <summary>Whether it is a number, or letters with digits among them, that is joined to the provider or led by a word for mail, or letters alone that are led by one; and no provider and no program: outlook、QQ邮箱.</summary>
    private static bool IsNameOfMailbox(string text, int start, int end, int provider)
    {
        var name = text.AsSpan(start, end - start);
        var isNumber = name.IndexOfAnyExceptInRange('0', '9') < 0;
        var isJoined = text.AsSpan(end, provider - end).IndexOfAnyExcept(Joining) < 0;
        var before = text.AsSpan(0, start).TrimEnd(":：是为 ");
        return isNumber ? !EndsWithAny(before, Numbering) && (isJoined || EndsWithAny(before, Leading))
            : char.IsAsciiLetter(name[0]) && !Programs.Contains(name.TrimEnd("0123456789.").ToString())
                && ((isJoined && name.Length > LeastOfName && name.ContainsAnyInRange('0', '9')) || EndsWithAny(before, Leading));
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(string text, int from) =>
        text.AsSpan(from).IndexOfAny(FirstOfSigns) is var next and >= 0 ? from + next : -1;

    private static bool NeedsMailWord(string sign, TextContext context) => Weakest.Contains(sign) || (context != TextContext.Prose && Weak.Contains(sign));

    private static bool HasMailWord(string text, int at)
    {
        var before = text[Math.Max(0, at - MostCharacters)..at];
        return MailWords.Any(word => before.LastIndexOf(word, StringComparison.Ordinal) > before.LastIndexOf('\n'));
    }

    /// <returns>The start of the name before the sign, ignoring one space; the index of the sign if there is no name.</returns>
    private static int StartOfName(string text, int sign)
    {
        var end = sign > 0 && text[sign - 1] == ' ' ? sign - 1 : sign;
        var most = Han.IsAt(text, end - 1) ? MostHan : 0;
        var start = end;
        while (start > 0 && end - start < MostCharacters && (IsOfName(text[start - 1]) || (Han.IsFolded(text[start - 1]) && most-- > 0)))
        {
            start--;
        }

        return start == end ? sign : start;
    }

    /// <summary>Reads labels and the dots between them. A dot or a sign that is spelled out needs a known ending.</summary>
    /// <param name="isPlain">Whether the sign before is an @.</param>
    /// <returns>The index after the domain, or -1 if there is none.</returns>
    private static int EndOfDomain(string text, int start, bool isPlain)
    {
        var (at, end, labels) = (AfterBlank(text, start), -1, 0);
        while (labels < 8)
        {
            var label = at;
            while (label < text.Length && label - at < MostCharacters && (char.IsAsciiLetterOrDigit(text[label]) || text[label] == '-'))
            {
                label++;
            }

            if (label == at)
            {
                break;
            }

            var word = text[at..label].TrimEnd('-');
            labels++;
            end = labels > 1 && (isPlain ? word.Length > 0 && char.IsAsciiLetter(word[0]) : Endings.Contains(word)) ? at + word.Length : end;
            var spaced = AfterBlank(text, label);
            var dot = Han.LongestAt(text, spaced, Dots);
            var spelled = dot == 0 && isPlain && label < text.Length && (text[label] == ',' || IsBlankForDot(text, label)) ? 1 : Dotted(text, label);
            if (dot + spelled == 0)
            {
                break;
            }

            isPlain &= dot == 1 && text[spaced] == '.' && spaced == label;
            at = spelled > 0 ? label + spelled : AfterBlank(text, spaced + dot);
        }

        return end;
    }

    /// <summary>Whether a space stands for the last dot: zhangsan@qq com.</summary>
    private static bool IsBlankForDot(string text, int at) =>
        text[at] == ' ' && Han.LongestAt(text, at + 1, Endings) is var ending and > 0 && (at + 1 + ending == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1 + ending]));

    /// <returns>The length of a dot written as a word between spaces, or 0.</returns>
    private static int Dotted(string text, int at) => Han.HasAt(text, at, " dot ") ? 5 : 0;

    private static int AfterBlank(string text, int at) => at < text.Length && text[at] == ' ' ? at + 1 : at;

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';
}
