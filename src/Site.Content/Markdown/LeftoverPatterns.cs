using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Content.Markdown;

/// <summary>What marks look like that did not take. <c>\x01</c> stands for what a parser took, <c>\x02</c> for an address.</summary>
internal sealed partial class LeftoverMarks
{
    private const string EscapeHelp = "补上另一半，符号和文字之间不留空格；本来就要显示这个符号，就在它前面加一个反斜杠。";

    /// <summary>What is wrong wherever it stands in a text.</summary>
    private static readonly ImmutableArray<Rule> InlineRules =
    [
        new(Stars(), "markdown/leftover-emphasis", mark => $"“{mark}”没有成对，或者里侧有空格，会照原样显示，文字不会加粗。", EscapeHelp),
        new(OtherEmphasis(), "markdown/leftover-emphasis", mark => $"“{mark}”不会变成加粗、删除线或高亮，会照原样显示。",
            "加粗写成“**文字**”（半角星号，里侧不留空格）；别的样式没有，删去符号；隐去的名字用“某”，不用星号。"),
        new(Backticks(), "markdown/unclosed-code", _ => "这里的反引号没有成对，会照原样显示。", "用半角反引号，前后各一个；本来就要显示，就在它前面加一个反斜杠。"),
        new(UnknownReference(), "markdown/leftover-link", mark => $"“{mark}”没有变成链接：没有写它的地址。", "写成“[文字](地址)”；本来就要显示方括号，就在“[”前加一个反斜杠。"),
        new(ReversedLink(), "markdown/leftover-link", mark => $"“{mark}”没有变成链接：圆括号和方括号写反了。", "写成“[文字](地址)”。"),
        new(WideAddress(), "markdown/leftover-link", mark => mark.AsSpan().ContainsAny("：／ｈ") ? $"网址“{mark}”里的冒号或斜线是全角的，点不开。" : $"网址“{mark}”里的冒号或斜线写得不对，点不开。", "网址里的符号都用半角，以“https://”开头。"),
        new(Entity(), "markdown/leftover-entity", mark => $"“{mark}”会照原样显示，不会变成符号。", "直接写这个符号；要空格就打一个空格。"),
        new(OfWord(), "markdown/word-leftover", mark => $"“{mark}”是从 Word 里带来的，会照原样显示。", "删去它；目录和交叉引用改成链接。"),
        new(OfOtherGenerators(), "markdown/other-dialect", mark => $"“{mark}”是别的软件的写法，这里会照原样显示。",
            "提示框写成“> [!WARNING]”，目录由程序自己做，公式写成文字或者做成图片。"),
    ];

    /// <summary>What is wrong at the start of a line.</summary>
    private static readonly ImmutableArray<Rule> LineRules =
    [
        new(Heading(), "markdown/leftover-heading", mark => $"“{mark}”不会变成小标题，会照原样显示。",
            "“#”用半角，写在行首，后面空一格（半角）：“## 标题”；本来就要显示“#”，就在它前面加一个反斜杠。"),
        new(IndentedMark(), "markdown/leftover-indent", mark => $"“{mark}”前面有全角空格，不会变成小标题、列表、引用或表格。", "删去行首的全角空格；首行缩进由程序来做。"),
        new(WideQuote(), "markdown/leftover-quote", _ => "全角的“＞”不会变成引用。", "改成半角的“> ”。"),
        new(WideDefinition(), "markdown/leftover-link", mark => $"“{mark}”没有当作链接的地址：冒号是全角的。", "把冒号改成半角，后面空一格。"),
    ];

    private sealed record Rule(Regex Pattern, string Code, Func<string, string> Message, string Help);

    // A run of two or three; longer ones, those after letters and digits (138**) and those after a single character (张**，) hide something.
    [GeneratedRegex(@"(?<![A-Za-z0-9*＊])(?<!(?<!" + Han.Pattern + ")" + Han.Pattern + @"(?=\*{1,3}(?:[\s\p{P}-[*]]|$)))\*{2,3}(?!\*)", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Stars();

    [GeneratedRegex(
        @"＊＊[^＊\s\p{P}\n][^＊\n]*＊＊|(?:^|(?<=\n))＊＊[^＊\s]+|(?<![A-Za-z0-9_])__(?=[^\s_\p{P}])[^_\n]*[^\s_\p{P}]__(?![A-Za-z0-9_])|(?<!~)~~(?![~\s])[^~\n]+~~(?!~)|(?<!=)==(?![=\s])[^=\n]*[^=\s]==(?!=)",
        RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex OtherEmphasis();

    [GeneratedRegex(@"(?<![0-9])`+|｀[^｀\n]+｀|｀{3}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Backticks();

    // Numbers alone are citations: [1][2].
    [GeneratedRegex(@"\[(?![0-9,，\-–]+\])[^\[\]\n^][^\[\]\n]{0,80}\]\[[^\[\]\n^][^\[\]\n]{0,60}\]", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex UnknownReference();

    [GeneratedRegex(@"[(（][^()（）\n\x01\x02]{1,80}[)）][\[［【](?:\x02|\.{0,2}/[^\s\[\]］】]{1,200}|[^\s\[\]］】]{1,200}\.md)[\]］】]", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex ReversedLink();

    [GeneratedRegex(@"(?:(?<![A-Za-z])https?(?:：[/／]{1,2}|:／／|[:：]\\{1,2}|:/(?=[A-Za-z0-9])|//(?=[A-Za-z0-9]+\.))|ｈｔｔｐｓ?[:：][/／]{2})[^\s\x01\x02，。；）]{0,60}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex WideAddress();

    [GeneratedRegex(
        @"[&＆](?:nbsp|ensp|emsp|[lr][ds]quo|quot|apos|[mn]dash|hellip|middot|times|copy|(?<=＆(?:..)?)(?:lt|gt|amp))(?![A-Za-z0-9=])[;；]?|&#(?:[0-9]{2,6}|x[0-9A-Fa-f]{2,5})(?![A-Za-z0-9])[;；]?",
        RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Entity();

    [GeneratedRegex(
        @"\[bookmark: ?[^\]\n]*\]|错误[!！] ?未(?:找到引用源|定义书签)|Error! (?:Reference source|Bookmark) not|HYPERLINK +[""“\\]|PAGEREF +_|\\\* MERGEFORMAT|\b_(?:Toc|Ref|Hlk)[0-9]{5,}|\[(?:if|endif)[^\]\n]{0,40}\]|\bmso-[a-z-]+:",
        RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex OfWord();

    [GeneratedRegex(@"(?:^|(?<=\n)):::+[^\n]{0,30}|(?:^|(?<=\n))!!! ?[a-z]+|\{\{[<%][^\n}]{0,40}|\{% ?[a-z]+|(?:^|(?<=\n))\[\[?_?(?:TOC|toc)_?\]\]?|\$\$[^$\n]+\$\$", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex OfOtherGenerators();

    // One # may begin a word of social networks; it is meant as a heading where it stands alone over the text.
    [GeneratedRegex(@"(?:^|(?<=\n))[ 　]*(?:#{2,6}[^# \t\n\x03][^\n\x03]{0,30}|#{7,20} ?[^# \n\x03][^\n\x03]{0,30}|＃{2,6}[^\n\x03]{0,30}|[#＃]　[^\n\x03]{0,30}|＃ [^\n\x03]{0,30}|#" + Han.Pattern + @"[^\n#\x01-\x03，。；！？ ]{0,30}(?=\x03?\n|$))", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:^|(?<=\n)) *　[ 　]*(?:#{1,6} |[-*+] |[0-9]{1,3}[.)] |> ?|\|)[^\n\x03]{0,20}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex IndentedMark();

    [GeneratedRegex(@"(?:^|(?<=\n))＞[ 　]*(?![0-9０-９≥= ])[^\s\[［【][^\n]{0,10}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex WideQuote();

    [GeneratedRegex(@"(?:^|(?<=\n))\[[^\[\]\n]{1,60}\]： ?(?:\x02|https?:|\.{0,2}/)[^\n]{0,40}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex WideDefinition();

    [GeneratedRegex(
        @"(?:[!！] ?)?(?:[\[［](?<label>[^\[\]［］\n]{0,120})(?:\](?<gap>)\(|[\]］](?<gap> ?)[(（](?=\x02|https?:|www\.|\.{0,2}/|[^()（）\n]{0,120}\.(?:md|html?|jpe?g|png|webp|svg|gif)(?:#[^()（）\n]{0,60})?[ ""“”]*[)）]))|【(?<label>[^【】\n]{1,120})】(?<gap> ?)[(（](?=\x02?\.{0,2}/|[^()（）\n]{0,120}\.(?:md|jpe?g|png|webp|svg|gif)(?:#[^()（）\n]{0,60})?[)）]))(?<target>[^()（）\n]{0,300})[)）]?",
        RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex FailedLink();

    [GeneratedRegex(@"[（）［］【】！“”‘’：]", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex FullWidthLinkMark();

    [GeneratedRegex(@"\.(?:jpe?g|png|webp|svg|gif)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex PictureEnding();

    [GeneratedRegex(@"(?:^|(?<=\n))[>＞》]? ?(?<open>[\[［【]) ?(?<mark>[!！]?) ?(?<word>\p{L}{2,20}) ?(?<close>[\]］】])", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex LeftoverSign();

    [GeneratedRegex(@"^(?:\[[ xX]\](?![ \t　(\[:])|\[\]|(?!\[[ xX]\])[\[［【〔] ?[ 　xX√✓✔×]? ?[\]］】〕])", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex LeftoverTask();

    [GeneratedRegex(@"(?:^|(?<=\n))(?:[-*+－·•][ 　]*\[[ 　xX√×]?\]|\[ \])(?=[^(:])", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex TaskWithoutList();

    [GeneratedRegex(@"^[|｜].*[|｜]$", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex TableRow();

    // |a| + |b|
    [GeneratedRegex(@"\|\s*[-+×÷*/=<>≤≥＋－＝＜＞,，、]+\s*\|", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex AbsoluteValues();

    [GeneratedRegex(@"^(?=.*[|｜])(?=.*[-－—–]{2}|.*[-－—–].*[-－—–])[\s|｜:：\-－—–]+$", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex TableDelimiters();
}
