using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Content.Markdown;

/// <summary>What marks look like that did not take. <c>\x01</c> stands for what a parser took, <c>\x02</c> for an address.</summary>
internal sealed partial class LeftoverMarks
{
    private const string Label = "(?:" + Han.Pattern + "){2,8}";
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
        new(FailedFootnote(), "markdown/leftover-link", mark => $"“{mark}”没有变成注释：方括号或者“^”打成了全角的。", "正文里写“[^1]”，注释写在后面：“[^1]: 说明”，符号都用半角。"),
        new(WideAttributes(), "markdown/attribute-dropped", mark => $"“{mark}”没有采用，会照原样显示：花括号、点或者井号是全角的。", "都用半角：“{.名称}”“{#编号}”。"),
        new(BarePath(), "markdown/leftover-link", mark => $"文件的路径“{mark}”会照原样显示，没有变成链接。", "写成“[文字](路径)”：方括号、圆括号都用半角，中间不留空格。"),
        new(WideAddress(), "markdown/leftover-link", mark => mark.AsSpan().ContainsAny("：／ｈ") ? $"网址“{mark}”里的冒号或斜线是全角的，点不开。" : mark.AsSpan().ContainsAny("。．") ? $"网址“{mark}”里的点是全角的，点不开。" : $"网址“{mark}”里的冒号或斜线写得不对，点不开。", "网址里的符号都用半角，以“https://”开头。"),
        new(MisspelledScheme(), "markdown/leftover-link", mark => $"网址“{mark}”的开头写错了，点不开。", "照浏览器地址栏抄写，以“https://”开头。"),
        new(RaisedOrLowered(), "markdown/leftover-emphasis", mark => $"“{mark}”不会变成上标、下标或下划线，会照原样显示。", "上标、下标直接写字符：CO₂、m²、10³；要强调，写成“**文字**”。"),
        new(Entity(), "markdown/leftover-entity", mark => $"“{mark}”会照原样显示，不会变成符号。", "直接写这个符号；要空格就打一个空格。"),
        new(OfWord(), "markdown/word-leftover", mark => $"“{mark}”是从 Word 里带来的，会照原样显示。", "删去它；目录和交叉引用改成链接。"),
        new(OfOtherGenerators(), "markdown/other-dialect", mark => $"“{mark}”是别的软件的写法，这里会照原样显示。",
            "提示框写成“> [!WARNING]”，链接写成“[文字](地址)”，目录由程序自己做，表情直接写，公式写成文字或者做成图片。"),
    ];

    /// <summary>What is wrong at the start of a line.</summary>
    private static readonly ImmutableArray<Rule> LineRules =
    [
        new(Heading(), "markdown/leftover-heading", mark => $"“{mark}”不会变成小标题，会照原样显示。",
            "“#”用半角，写在行首，后面空一格（半角）：“## 标题”；本来就要显示“#”，就在它前面加一个反斜杠。"),
        new(IndentedMark(), "markdown/leftover-indent", mark => $"“{mark}”前面有全角空格，不会变成小标题、列表、引用或表格。", "删去行首的全角空格；首行缩进由程序来做。"),
        new(WideQuote(), "markdown/leftover-quote", _ => "这里的“＞”或“》”不会变成引用。", "改成半角的“> ”。"),
        new(DashedLine(), "markdown/leftover-rule", mark => $"“{mark}”不会变成分隔线，会照原样显示。", "写成半角的“---”，单独占一行，上面空一行。"),
        new(WideFence(), "markdown/unclosed-code", mark => $"“{mark}”不是反引号，代码不会照原样显示。", "切换到英文输入法，在代码前后各写一行“```”。"),
        new(WideDefinition(), "markdown/leftover-link", mark => $"“{mark}”没有当作链接的地址：冒号是全角的。", "把冒号改成半角，后面空一格。"),
    ];

    private sealed record Rule(Regex Pattern, string Code, Func<string, string> Message, string Help);

    // A run of two or three; longer ones, those after letters and digits (138**) and those after a single character (张**，) hide something.
    [GeneratedRegex(@"(?<![A-Za-z0-9*＊])(?<!(?<!" + Han.Pattern + ")" + Han.Pattern + @"(?=\*{1,3}(?:[\s\p{P}-[*]]|$)))\*{2,3}(?!\*)", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Stars();

    [GeneratedRegex(
        @"＊＊[^＊\s\p{P}\n][^＊\n]*＊＊|(?:^|(?<=\n))＊＊[^＊\s]+|(?<![A-Za-z0-9_])__(?=[^\s_\p{P}])[^_\n]*[^\s_\p{P}]__(?![A-Za-z0-9_])|(?<!~)~~(?![~\s])[^~\n]+~~(?!~)|(?<![A-Za-z0-9=])==(?![=\s])[^=\n]*[^=\s]==(?![A-Za-z0-9=])|＝＝(?![＝\s])[^＝\n]*[^＝\s]＝＝",
        RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex OtherEmphasis();

    [GeneratedRegex(@"(?<![0-9])`+|｀[^｀\n]+｀|｀{3}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Backticks();

    // CO~2~, m^2^ and ++words++ of other dialects.
    [GeneratedRegex(@"(?<=[A-Za-z)）])~[0-9+\-]{1,4}~|(?<=[A-Za-z0-9)）])\^[0-9A-Za-z+\-]{1,4}\^(?![0-9A-Za-z])|(?<![A-Za-z0-9+])\+\+" + Han.Pattern + @"[^+\n]{0,60}\+\+(?!\+)", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex RaisedOrLowered();

    [GeneratedRegex(@"[\[［【](?:\^|＾|…… ?)[0-9]{1,3}[\]］】]", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex FailedFootnote();

    [GeneratedRegex(@"(?=[^}｝\n]{0,40}[｛｝。．＃])[{｛] ?[.。．#＃](?:[A-Za-z0-9\-]|" + Han.Pattern + @"){1,30} ?[}｝]", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex WideAttributes();

    // ../guides/gas.md where a link was meant; what stands in half a link is told by the patterns of links.
    [GeneratedRegex(@"(?<![A-Za-z0-9_\-/.])(?<![\]］】〕」』] ?[(（]{1,2}[ ""“”]?)(?<![)）][\[［【])(?<!\]： ?)\.{1,2}/(?:[^\s()（）<>“”，。；、\x01-\x03]{1,200}/)?[^\s()（）<>“”，。；、/\x01-\x03]{1,100}\.(?:md|jpe?g|png|webp|svg)(?![A-Za-z0-9])", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex BarePath();

    [GeneratedRegex(@"(?<![A-Za-z])(?!https?[:：])(?:h{0,2}t{1,3}p{1,2}s{0,2})[:：]//[^\s\x01\x02，。；）]{0,60}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex MisspelledScheme();

    // Numbers alone are citations: [1][2].
    [GeneratedRegex(@"\[(?![0-9,，\-–]+\])[^\[\]\n^][^\[\]\n]{0,80}\]\[[^\[\]\n^][^\[\]\n]{0,60}\]", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex UnknownReference();

    [GeneratedRegex(@"[(（][^()（）\n\x01\x02]{1,80}[)）][\[［【](?:\x02|\.{0,2}/[^\s\[\]］】]{1,200}|[^\s\[\]］】]{1,200}\.md)[\]］】]", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex ReversedLink();

    [GeneratedRegex(@"(?:(?<![A-Za-z])https?(?:：[/／]{1,2}|:／／|[:：]\\{1,2}|:/(?=[A-Za-z0-9])|//(?=[A-Za-z0-9]+\.)|:(?=www\.)|://[A-Za-z0-9\-]{1,63}[。．](?=[A-Za-z0-9]))|ｈｔｔｐｓ?[:：][/／]{2})[^\s\x01\x02，。；）]{0,60}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex WideAddress();

    [GeneratedRegex(
        @"[&＆](?:nbsp|ensp|emsp|[lr][ds]quo|quot|apos|[mn]dash|hellip|middot|times|copy|deg|plusmn|divide|permil|bull|[lr]arr|frac12|sup[23]|(?<=＆(?:..)?)(?:lt|gt|amp))(?![A-Za-z0-9=])[;；]?|&#(?:[0-9]{2,6}|x[0-9A-Fa-f]{2,5})(?![A-Za-z0-9])[;；]?|(?<=" + Han.Pattern + @"|[，。；：！？、）》”])\\[nrt](?=" + Han.Pattern + @")",
        RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Entity();

    [GeneratedRegex(
        @"\[bookmark: ?[^\]\n]*\]|错误[!！] ?(?:未(?:找到|定义|指定|提供)|书签自引用|文档中没有指定|不能(?:通过编辑域|识别的开关)|超(?:级)?链接引用无效|链接无效|使用“)|Error! (?:Reference source|Bookmark|Hyperlink|No text of)|HYPERLINK +[""“\\]|PAGEREF +_|\bMERGEFORMAT\b|\bTOC +\\[a-z]\b|\b_(?:Toc|Ref|Hlk)[0-9]{5,}|\[(?:if|endif)[^\]\n]{0,40}\]|\bmso-[a-z-]+:",
        RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex OfWord();

    [GeneratedRegex(@"(?:^|(?<=\n)):::+[^\n]{0,30}|(?:^|(?<=\n))(?:!!!|\?\?\?\+?) ?[a-z]+|\{\{-? ?[A-Za-z_][A-Za-z0-9_.]{0,40}(?: ?\|[^{}\n]{0,40})? ?-?\}\}|(?<![A-Za-z0-9:]):[a-z][a-z_]{2,30}:(?![A-Za-z0-9:])|(?<!\$)\$(?![\s$])[^$\n\x01]{0,80}[\\^_=][^$\n]{0,80}(?<!\s)\$(?![A-Za-z0-9_$])|\{\{[<%][^\n}]{0,40}|\{% ?[a-z]+|(?:^|(?<=\n))\[\[?_?(?:TOC|toc)_?\]\]?|\$\$[^$]{1,300}\$\$|\[\[(?![0-9])[^\[\]\n\x01-\x03]{1,60}\]\](?!\()", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex OfOtherGenerators();

    // One # may begin a word of social networks; it is meant as a heading where it stands alone over the text.
    [GeneratedRegex(@"(?:^|(?<=\n))[ 　]*(?:#{2,6}[^# \t\n\x03][^\n\x03]{0,30}|#{7,20} ?[^# \n\x03][^\n\x03]{0,30}|＃{2,6}[^\n\x03]{0,30}|[#＃]　[^\n\x03]{0,30}|＃ [^\n\x03]{0,30}|#" + Han.Pattern + @"[^\n#\x01-\x03，。；！？ ]{0,30}(?=\x03?\n|$))", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:^|(?<=\n)) *　[ 　]*(?:#{1,6} |[-*+] |[0-9]{1,3}[.)] |> ?|\|)[^\n\x03]{0,20}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex IndentedMark();

    [GeneratedRegex(@"(?:^|(?<=\n))[-－—–─━]{3,}(?=\x03?(?:\n|$))(?<=[—－–─━][-－—–─━]*)", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex DashedLine();

    // The key of the backtick gives · while a Chinese keyboard is on.
    [GeneratedRegex(@"(?:^|(?<=\n))·{3,}[a-z]{0,12}(?=\x03?(?:\n|$))", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex WideFence();

    // The key of > gives 》 while a Chinese keyboard is on.
    [GeneratedRegex(@"(?:^|(?<=\n))[＞》〉][ 　]*(?![0-9０-９≥= ])[^\s\[［【][^\n]{0,10}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex WideQuote();

    [GeneratedRegex(@"(?:^|(?<=\n))\[[^\[\]\n]{1,60}\]： ?(?:\x02|https?:|\.{0,2}/)[^\n]{0,40}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex WideDefinition();

    [GeneratedRegex(
        @"(?:[!！] ?)?(?:[\[［](?<label>[^\[\]［］\n]{0,120})(?:\](?<gap>)\(|[\]］】](?<gap> ?)[(（](?=\x02|https?:|www\.|\.{0,2}/|[^()（）\n]{0,120}\.(?:md|html?|jpe?g|png|webp|svg|gif)(?:#[^()（）\n]{0,60})?[ ""“”]*[)）]))|[【〔「『](?<label>[^【】〔〕「」『』\n]{1,120})[】〕」』](?<gap> ?)[(（](?=\x02?\.{0,2}/|[^()（）\n]{0,120}\.(?:md|jpe?g|png|webp|svg|gif)(?:#[^()（）\n]{0,60})?[)）]))(?<target>[^()（）\n]{0,300})[)）]?",
        RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex FailedLink();

    [GeneratedRegex(@"[（）［］【】〔〕「」『』！“”‘’：]", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex FullWidthLinkMark();

    [GeneratedRegex(@"\.(?:jpe?g|png|webp|svg|gif)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex PictureEnding();

    [GeneratedRegex(@"(?:^|(?<=\n))[>＞》]? ?(?<open>[\[［【「『]) ?(?<mark>[!！]?) ?(?<word>\p{L}{2,20}) ?(?<close>[\]］】」』])", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex LeftoverSign();

    [GeneratedRegex(@"^(?:\[[ xX]\](?![ \t　(\[:])|\[\]|(?!\[[ xX]\])[\[［【〔] ?[ 　xX√✓✔×]? ?[\]］】〕])", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex LeftoverTask();

    [GeneratedRegex(@"(?:^|(?<=\n))(?:[-*+－·•][ 　]*\[[ 　xX√×]?\]|\[ \])(?=[^(:])", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex TaskWithoutList();

    // 时间：…, 地点：…, 9:00 …, and the day under the name of an office: lines that are meant to stay lines.
    [GeneratedRegex(
        @"(?:^|(?<=\n))[ 　]*(?:\x01?" + Label + @"\x01?[：:]|[0-9]{1,2}[:：][0-9]{2})[^\n\x03]*[^\n\x03\s。！？；，、：…]\n[ 　]*(?:\x01?" + Label + @"\x01?[：:](?!/)|[0-9]{1,2}[:：][0-9]{2})|(?:^|(?<=\n))[^\n\x03]*" + Han.Pattern + @"(?<![年月日])[)）]?\n[ 　]*[0-9]{4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日[ 　]*(?=\x03?(?:\n|$))",
        RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex LabelledLines();

    [GeneratedRegex(@"^[|｜│┃].*[|｜│┃]$", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex TableRow();

    // |a| + |b|
    [GeneratedRegex(@"\|\s*[-+×÷*/=<>≤≥＋－＝＜＞,，、]+\s*\|", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex AbsoluteValues();

    [GeneratedRegex(@"^(?=.*[|｜])(?=.*[-－—–]{2}|.*[-－—–].*[-－—–])[\s|｜:：\-－—–]+$", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex TableDelimiters();
}
