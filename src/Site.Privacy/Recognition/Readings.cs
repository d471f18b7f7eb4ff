using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Pinyin behind, between and instead of the characters of a name: 张伟(Zhang Wei), 张zhang伟wei, 张wei, Zhang Wei.</summary>
internal static partial class Readings
{
    private const int LeastLetters = 4;
    private const int MostSyllables = 4;

    /// <summary>The hundred commonest family names in pinyin.</summary>
    private static readonly string[] Latin =
    [
        .. ("zhang wang li zhao liu chen yang huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv lu su jiang cai jia ding wei xue ye "
            + "yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian yin chang qiao lai gong wen ouyang sima shangguan zhuge").Split(' '),
    ];

    private const int Tones = 4;
    private const string Marked = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ";
    private const string Unmarked = "aoeiuv";

    /// <returns>The text with U+200B in place of each letter and bracket of a reading, as long as before; null where there is none.</returns>
    public static string? Hide(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('A', 'z'))
        {
            return null;
        }

        StringBuilder? hidden = null;
        foreach (var match in Behind().EnumerateMatches(text))
        {
            if (Syllables(text.AsSpan(match.Index, match.Length)) is >= 1 and <= MostSyllables)
            {
                hidden ??= new(text);
                for (var i = match.Index; i < match.Index + match.Length; i++)
                {
                    hidden[i] = FoldTable.Invisible;
                }
            }
        }

        return hidden?.ToString();
    }

    /// <summary>Reads a name behind a role that is in pinyin, wholly or in part: Zhang Wei, 张wei, zhang伟.</summary>
    /// <returns>The index after it, or -1 if there is none.</returns>
    public static int EndOfName(string text, int start)
    {
        var surname = Surnames.LengthAt(text, start);
        var end = start + surname;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || (end > start + surname && text[end] is ' ' or '-' or '\'' && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1]))))
        {
            end++;
        }

        var letters = text.AsSpan(start + surname, end - start - surname);
        var count = Syllables(letters);
        if (count == 0 || (surname == 0 && !BeginsWithSurname(letters)) || count > MostSyllables || (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '_' or '@' or '.' or '/')))
        {
            return -1;
        }

        var given = surname == 0 && count == 1 ? Han.EndOfRun(text, end, 2) : end;
        return given > end ? (NameBoundaries.EndsAt(text, given) ? given : NameBoundaries.EndsAt(text, end + 1) ? end + 1 : -1)
            : (surname > 0 ? letters.Length >= 2 : count >= 2 && letters.Length >= LeastLetters) ? end
            : -1;
    }

    private static bool BeginsWithSurname(ReadOnlySpan<char> letters)
    {
        var word = letters.ToString().ToLowerInvariant();
        return Latin.Any(name => word.StartsWith(name, StringComparison.Ordinal) && (word.Length == name.Length || Whole().IsMatch(word[name.Length..].TrimStart(' ', '-', '\''))));
    }

    /// <returns>How many syllables the letters are, marks of tones and signs between them aside; 0 where they are no pinyin.</returns>
    private static int Syllables(ReadOnlySpan<char> letters)
    {
        var plain = new StringBuilder(letters.Length);
        foreach (var written in letters)
        {
            var c = Marked.IndexOf(written) is var tone and >= 0 ? Unmarked[tone / Tones] : char.ToLowerInvariant(written);
            if (char.IsAsciiLetter(c))
            {
                plain.Append(c);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return Whole().Match(plain.ToString()) is { Success: true } match ? match.Groups["syllable"].Captures.Count : 0;
    }

    /// <summary>Letters right behind a Chinese character, after a space, or in brackets.</summary>
    [GeneratedRegex("(?<=" + Han.Pattern + ")(?:[ \\u3000]?[A-Za-z\\u00C0-\\u01DC]{2,24}(?:[ '·-][A-Za-z\\u00C0-\\u01DC]{1,12}){0,3}(?![A-Za-z0-9_@./\\u00C0-\\u01DC])|[ \\u3000]?[(（\\[［【](?:拼?音|读作?)?[:： ]?[A-Za-z\\u00C0-\\u01DC]{1,24}(?:[ '·,-]{1,2}[A-Za-z\\u00C0-\\u01DC]{1,12}){0,3}[ ]?[)）\\]］】])", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Behind();

    /// <summary>Syllables of 汉语拼音方案 (1958), without marks of tones.</summary>
    [GeneratedRegex("^(?:(?<syllable>(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|vn|van|a|o|e|i|u|v)|er) ?){1,6}$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Whole();
}
