using System.Collections.Frozen;
using Site.Core.Text;
using Site.Core.Vocabularies;
using Site.Privacy.Recognition;

namespace Site.Privacy.Values;

/// <summary>One private value in the form in which it is searched for.</summary>
/// <param name="Symbols">2 to 64 symbols.</param>
/// <param name="NeedsEdges">Whether it is also an everyday word, which matches only if no Chinese character is adjacent.</param>
/// <param name="Origin">Where in <c>input/</c> it stands.</param>
internal sealed record PrivateValue(string Symbols, bool NeedsEdges, SecretOrigin Origin)
{
    private const int Longest = 64;
    private const int ShortestSentence = 8;
    /// <summary>The fewest symbols of a value that is found with commas and full stops in it: 桃李，四海 is not 李四海.</summary>
    public const int ShortestMarked = 4;

    private const int LeastRare = 3;
    private const int ShortestLead = 6;
    private const int LeastRareOfLead = 2;
    private const int LongestList = 60;
    private static readonly char[] Between = [.. " 、，,/|;；\t\n\u3000:：()（）0123456789-"];

    private static readonly string[] Leads = ["线索", "举报", "投诉", "检举", "信访", "来电", "来信", "反映", "爆料"];

    private static readonly HashSet<string> CommonValues = new(StringComparer.Ordinal)
    {
        "群众", "匿名", "职工", "企业职工", "员工", "市民", "居民", "村民", "暂无", "不详", "同上", "未知", "保密", "办公室", "应急办", "值班室", "综合科", "负责人", "联系人", "热线",
        "电话", "已整改", "整改中", "已办结", "已核实",
        "属实", "不属实", "网格员", "安全员", "社区", "街道", "企业", "单位", "备注", "示例", "input", "returns", "exposures", "forms", "releases", "units", "tables", "policy", "canaries", "content", "output", "index", "source", "reporter",
        "contact", "email", "phone", "other", "unknown", "anonymous",
    };

    /// <summary>Makes the search values of a value as written in a file.</summary>
    /// <returns>None for a value that is too short or too common; for a note, each long sentence and each name and number in it.</returns>
    public static IEnumerable<PrivateValue> Of(SecretText secret)
    {
        var (written, origin) = (secret.Text, secret.Origin);
        if (origin != SecretOrigin.Canary && (WaysOfFinding.Covers(written) || (secret.Beside.Length > 0 && SymbolsOf(secret.Beside).Contains(SymbolsOf(written), StringComparison.Ordinal))))
        {
            return [];
        }

        var person = origin == SecretOrigin.Reporter ? origin : SecretOrigin.Person;
        if (origin != SecretOrigin.Canary && IsAnonymous(written))
        {
            return [];
        }

        return OfParts(written, origin)
            .Concat(PrivateDataRecognizer.Find(written).Where(match => match.Kind != PrivateKind.HouseNumber)
                .SelectMany(match => OfParts(written.Substring(match.Start, match.Length), person)))
            .Concat(written.Length > LongestList ? [] : written.Split(Between, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(part => IsFreeText(origin) ? WaysOfFinding.Besides(part).Where(rest => !IsOrdinaryName(rest)) : [part]).Where(IsName).Where(part => !IsAnonymous(part))
                .SelectMany(part => OfParts(part, person)))
            .DistinctBy(value => value.Symbols);
    }

    /// <summary>Whether a text is long enough to be looked for in part, and is no list, way of finding or name of a file.</summary>
    public static bool IsPhrase(SecretText text) =>
        text.Text.Length >= ShortestSentence && text.Origin is not (SecretOrigin.FileName or SecretOrigin.Business)
        && (text.Origin == SecretOrigin.Canary || !WaysOfFinding.Covers(text.Text));

    /// <summary>Whether somebody writes there what comes to mind: ordinary words, too.</summary>
    private static bool IsFreeText(SecretOrigin origin) => origin is SecretOrigin.Source or SecretOrigin.Note;

    private static bool IsOrdinaryName(string part) =>
        WaysOfFinding.Covers(part) || Enumerable.Range(1, part.Length - 1).Any(at => OrdinaryPairs.Have(part[at - 1], part[at]));

    /// <summary>Whether a name is masked already, as on pages that may be published: 张某某, 李**.</summary>
    private static bool IsAnonymous(string written) =>
        written.Trim() is { Length: > 0 } name && NameReader.IsAnonymous(name, 0, out var end) && end == name.Length;

    /// <summary>Two to four Chinese characters that begin with a family name: one name of a list such as 张三、李四.</summary>
    public static bool IsName(string part) =>
        FoldedText.Of(part, Folding.Words).Text is { Length: >= 2 and <= 4 } name && name.All(Han.IsFolded) && Surnames.LengthAt(name, 0) > 0 && !CommonWords.BeginAt(name, 0);

    private static IEnumerable<PrivateValue> OfParts(string written, SecretOrigin origin)
    {
        var parts = written.Split(['。', '；', ';', '！', '!', '？', '?', '\n', '&', '<', '>', '"', '\'', '\\', '%'], StringSplitOptions.RemoveEmptyEntries);
        var whole = parts.Length > 1 && SymbolsOf(written) is { Length: >= ShortestMarked and <= Longest } all && IsDistinctive(all) && !(IsFreeText(origin) && IsOrdinary(all))
            ? new[] { new PrivateValue(all, NeedsEdges: false, origin) } : [];
        return whole.Concat(parts.Select(part => (Symbols: SymbolsOf(part), IsAll: parts.Length == 1))
            .Where(part => IsDistinctive(part.Symbols) && !(IsFreeText(origin) && IsOrdinary(part.Symbols)) && (part.IsAll || part.Symbols.Length >= ShortestSentence || parts.Length <= 2))
            .Select(part => new PrivateValue(
                part.Symbols.Length > Longest ? part.Symbols[..Longest] : part.Symbols,
                part.Symbols.Length == 2 && CommonWords.Has(part.Symbols), origin)));
    }

    /// <summary>
    /// Whether a source or a note may be made of ordinary words. It is not from 8 symbols with 3 rare pairs of neighbors on (<see cref="OrdinaryPairs"/>): ordinary words are shorter or
    /// have fewer, and 3,000 made-up news pages beside the sample ledgers give no false alarm; nor from 6 with 2 where a word for a lead is in it, nor with a digit or an @ where all is ASCII.
    /// </summary>
    private static bool IsOrdinary(string symbols) =>
        symbols.All(char.IsAscii) ? !symbols.Any(symbol => char.IsAsciiDigit(symbol) || symbol == '@')
            : OrdinaryPairs.CountRare(symbols) is var rare && !(symbols.Length >= ShortestSentence && rare >= LeastRare)
                && !(symbols.Length >= ShortestLead && rare >= LeastRareOfLead && Leads.Any(lead => symbols.Contains(lead, StringComparison.Ordinal)));

    internal static string SymbolsOf(string written)
    {
        var symbols = string.Concat(FoldedText.Of(written, Folding.Words).Text.Select(ValueSymbols.Of)
            .Where(symbol => symbol is not (ValueSymbols.Skipped or ValueSymbols.Mark or ValueSymbols.Foreign)));
        return string.Concat(symbols.Where((symbol, at) => symbol is not ('.' or '@') || (IsLatin(symbols, at - 1) && IsLatin(symbols, at + 1))));
    }

    /// <summary>A dot belongs to a mail address or a file name where letters of it stand on both sides.</summary>
    private static bool IsLatin(string symbols, int at) => at >= 0 && at < symbols.Length && char.IsAsciiLetterOrDigit(symbols[at]);

    private static bool IsDistinctive(string symbols)
    {
        var letters = symbols.Count(symbol => symbol >= '\u0080');
        return !CommonValues.Contains(symbols) && !IsOffice(symbols)
            && (letters >= 2 || (letters == 1 && symbols.Length >= 3 && symbols.Any(char.IsAsciiLetterOrDigit) && symbols.Length >= 5) || IsDistinctiveAscii(symbols, letters));
    }

    /// <summary>A public reporting channel: 12345热线, 12350举报平台.</summary>
    private static bool IsOffice(string symbols)
    {
        var rest = symbols;
        foreach (var word in (ReadOnlySpan<string>)["96119", "12350", "12345", "12369", "119", "110", "政务服务", "便民", "热线", "举报", "投诉", "平台", "电话", "转办", "交办", "来电", "来信", "来访", "网上", "网络", "信访", "群众", "市民", "职工", "市长", "小程序"])
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return rest.Length == 0;
    }

    /// <summary>Six or more digits that are no date; five or more letters and digits with a digit or an @; eight or more letters.</summary>
    private static bool IsDistinctiveAscii(string symbols, int letters) =>
        letters == 0 && (symbols.All(char.IsAsciiDigit)
            ? symbols.Length >= 6 && !(symbols.Length == 8 && symbols[..2] is "19" or "20")
            : symbols.Length >= 5 && (symbols.Length >= 8 || symbols.Any(symbol => char.IsAsciiDigit(symbol) || symbol is '@')));
}

/// <summary>A private value as written in a file of <c>input/</c>.</summary>
/// <param name="Beside">What stands beside it in public: what a note repeats of that is no secret.</param>
public sealed record SecretText(string Text, SecretOrigin Origin, string Beside = "");

/// <summary>Where in <c>input/</c> a private value stands; messages say it, never the value.</summary>
public enum SecretOrigin
{
    /// <summary>A name, telephone, mail address or account.</summary>
    Person,

    /// <summary>Who reported something: a name here is never public, even where others have the same name.</summary>
    Reporter,

    /// <summary>A column that says where a lead came from.</summary>
    Source,

    /// <summary>A column of notes.</summary>
    Note,

    /// <summary>A line of <c>input/canaries.txt</c>.</summary>
    Canary,

    /// <summary>The name of a file or folder of raw figures.</summary>
    FileName,

    /// <summary>The name of a private person's business.</summary>
    Business,
}

/// <summary>Pairs of neighboring Chinese characters that everybody writes about safety at work; the file says how they were counted.</summary>
internal static class OrdinaryPairs
{
    private static readonly Lazy<FrozenSet<int>> All = new(Read);

    public static bool Have(char first, char second) => All.Value.Contains((first << 16) | second);

    /// <returns>How many pairs of neighbors are not ordinary; a pair with a letter or a digit is.</returns>
    public static int CountRare(ReadOnlySpan<char> symbols)
    {
        var rare = 0;
        for (var at = 1; at < symbols.Length; at++)
        {
            rare += Han.IsFolded(symbols[at - 1]) && Han.IsFolded(symbols[at]) && !Have(symbols[at - 1], symbols[at]) ? 1 : 0;
        }

        return rare;
    }

    private static FrozenSet<int> Read()
    {
        using var stream = typeof(OrdinaryPairs).Assembly.GetManifestResourceStream("ordinary-pairs.txt")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var text = reader.ReadToEnd().ReplaceLineEndings("");
        return Enumerable.Range(0, text.Length / 2).Select(at => (text[2 * at] << 16) | text[(2 * at) + 1]).ToFrozenSet();
    }
}
