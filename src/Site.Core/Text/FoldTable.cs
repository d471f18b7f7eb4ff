using System.Globalization;
using System.Text;

namespace Site.Core.Text;

/// <summary>Normalizes single characters of the basic plane.</summary>
/// <remarks>Full-width forms, digits of any script, spaces, hyphens, middle dots and look-alikes of X become ASCII ones (or ·); traditional Chinese characters become simplified ones.</remarks>
public static class FoldTable
{
    /// <summary>The character that invisible characters are folded to.</summary>
    public const char Invisible = '\u200B';

    /// <summary>How many characters extension A has from U+3400 on.</summary>
    private const int ExtensionA = 0x19C0;

    /// <summary>The characters that the radicals from U+2F00 on show; some programs copy these out of a PDF file in their place.</summary>
    private const string Radicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮"
        + "皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    private const string MoreRadicals = "⻅⻉⻋⻓⻔⻙⻚⻛⻜⻝⻢⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⺟⺠⻁⻄⻆⻑⻘⻣⻪⺩⺼⻌⻏⻲⻱⻫⻯⻭";
    private const string CharactersOfMore = "见贝车长门韦页风飞食马鬼鱼鸟卤麦黄齐齿龙龟母民虎西角长青骨黾王月辶阝龟龟齐龙齿";

    // Filled as characters are asked for, each always with the same: to fill it at the start would take every command some milliseconds. No character is folded to U+0000.
    private static readonly char[] Known = new char[char.MaxValue + 1];
    private static readonly char[] KnownNumerals = new char[char.MaxValue + 1];

    /// <returns>The folded character; surrogates stay as they are.</returns>
    public static char Fold(char character) =>
        character < 0x80 ? character : Known[character] is var known and not '\0' ? known : Known[character] = Compute(character);

    /// <returns>The folded character if Chinese numerals count as digits.</returns>
    public static char FoldNumeral(char character) =>
        KnownNumerals[character] is var known and not '\0' ? known : KnownNumerals[character] = ComputeNumeral(character);

    /// <returns>
    /// The digit that a pair of surrogates shows, such as 𝟏; for a Chinese character one of extension A, which stands for it and for few others; U+200B for an
    /// invisible one; U+0000 for all others.
    /// </returns>
    public static char FoldPair(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out var rune) && Han.Is(rune) ? (char)('\u3400' + (rune.Value % ExtensionA))
        : CharUnicodeInfo.GetDecimalDigitValue(text, at) is var digit and >= 0 ? (char)('0' + digit)
        : CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark ? Invisible
        : '\0';

    private static char ComputeNumeral(char character) => "〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貳參陸".IndexOf(character) is var at and >= 0
        ? "001234567891123456789236"[at]
        : Fold(character) is var plain && plain == character && CharUnicodeInfo.GetDigitValue(character) is var digit and >= 0
            ? (char)('0' + digit)
            : plain;

    private static char Compute(char c) => c switch
    {
        < '\u0080' => c,
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3164' or '\uFFA0' or '\u115F' or '\u1160' => Invisible,
        '\u2800' => ' ',
        '\u2212' or '\u2043' or '\u02D7' or '\uFE58' or '\uFE63' => '-',
        >= '\u2010' and <= '\u2013' => '-',
        '\u2015' => '—',
        '\u2022' or '\u2027' or '\u22C5' or '\u30FB' or '\uFF65' or '\u2219' or '\u0387' => '·',
        '\u0425' or '\u0445' or '\u03A7' or '\u03C7' or '\u00D7' or '\u2715' or '\u2716' or '\u2169' or '\u2179' => 'X',
        '\u2236' or '\uFE30' => ':',
        '\uFE6B' => '@',
        '\uFF61' => '.',
        >= '\u2F00' and <= '\u2FD5' => TraditionalCharacters.Simplify(Radicals[c - '\u2F00']),
        >= '\u2E80' and <= '\u2EF3' when MoreRadicals.IndexOf(c) is var radical and >= 0 => CharactersOfMore[radical],
        _ => ByCategory(c),
    };

    private static char ByCategory(char c) => CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
        UnicodeCategory.SpaceSeparator => ' ',
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '\n',
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Invisible,
        _ => TraditionalCharacters.Simplify(c),
    };
}
