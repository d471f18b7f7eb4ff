using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Yaml;

namespace Site.Content.Terms;

/// <summary>Which word the site uses for a thing, and which it does not; which words are hard, and how they are read: <c>content/terms.yaml</c>, one file that somebody has reviewed.</summary>
/// <param name="Terms">In the order written; no word is wanted in one and unwanted in another.</param>
/// <param name="Hard">Words that not everybody can read, in the order written.</param>
internal sealed record TermList(ImmutableArray<Term> Terms, ImmutableArray<HardWord> Hard)
{
    /// <summary>Path of the file.</summary>
    public const string Path = "content/terms.yaml";

    private const int ShortestWord = 2;
    private const int LongestWord = 20;
    private const string Example = "写成“- {use: 有限空间, not: [受限空间], why: 规章用的是这个词}”。";

    /// <summary>No terms at all.</summary>
    public static TermList None { get; } = new([], []);

    /// <param name="file">The file, or null where there is none.</param>
    /// <param name="diagnostics">Takes what is wrong: of subject <c>file</c>, <c>yaml</c> or <c>term</c>.</param>
    /// <returns>The terms that are right.</returns>
    public static TermList Read(SourceFile? file, List<Diagnostic> diagnostics)
    {
        if (file is null || SourceText.Read(file, SourceText.LargestSettings, diagnostics) is not { } text
            || YamlReader.Read(text, 1, file.Path, diagnostics) is not { } mapping)
        {
            return None;
        }

        var list = new InputFields(file.Path, "term", mapping, ["terms"], diagnostics);
        var terms = ImmutableArray.CreateBuilder<Term>();
        var hard = ImmutableArray.CreateBuilder<HardWord>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in list.List("terms"))
        {
            if (node is not YamlNode.Mapping)
            {
                list.Report("not-a-term", node, $"这里应当是一个词和它的别的说法，现在是{node.Describe()}。", Example);
                continue;
            }

            var fields = new InputFields(file.Path, "term", node, ["use", "not", "why", "pinyin"], diagnostics);
            var use = fields.Required("use");
            var others = fields.List("not").Select(word => WordOf(fields, word)).OfType<string>().ToImmutableArray();
            var reading = fields.Optional("pinyin");
            var isOnlyHard = reading is not null && others.IsEmpty;
            var why = isOnlyHard ? "" : fields.Required("why");
            if (reading is not null && use.Length > 0)
            {
                if (HardWord.Of(use, reading) is { } word)
                {
                    hard.Add(word);
                }
                else
                {
                    fields.Report("pinyin", node, $"“{Quoted.Short(reading)}”不像“{Quoted.Short(use)}”的读音：有几个字就写几个音节，用空格隔开，声调标在字母上。", "写成“pinyin: xīn fèi fù sū”。");
                }
            }

            if (isOnlyHard)
            {
                if (!taken.Add(use))
                {
                    fields.Report("word-twice", node, $"“{Quoted.Short(use)}”在词表里写了两次。", "一个词只写一处：要么是该用的，要么是一个词的别的说法。");
                }
            }
            else if (others.IsEmpty)
            {
                fields.Report("no-other-word", node, $"“{Quoted.Short(use)}”没有写哪些说法不用。", Example);
            }
            else if (others.Prepend(use).FirstOrDefault(word => !taken.Add(word)) is { } twice)
            {
                fields.Report("word-twice", node, $"“{Quoted.Short(twice)}”在词表里写了两次。", "一个词只写一处：要么是该用的，要么是一个词的别的说法。");
            }
            else if (use.Length > 0 && why.Length > 0)
            {
                terms.Add(new(use, others, why));
            }
        }

        return new(terms.DrainToImmutable(), hard.DrainToImmutable());
    }

    /// <summary>
    /// Finds unwanted words in titles, summaries and texts. A line that has the wanted word as well explains the other and is left alone; so are quotations, names of
    /// documents, addresses and code.
    /// </summary>
    /// <param name="yaml">The fields, and the line of the file, from 1, on which they begin.</param>
    /// <param name="body">What stands below them, likewise.</param>
    public IEnumerable<Diagnostic> Find(string path, (string Text, int Line) yaml, (string Text, int Line) body) =>
        Terms.IsEmpty ? []
        : Find(path, yaml, line => line.StartsWith("title:", StringComparison.Ordinal) || line.StartsWith("summary:", StringComparison.Ordinal))
            .Concat(Find(path, body, _ => true));

    private IEnumerable<Diagnostic> Find(string path, (string Text, int Line) part, Func<string, bool> isWanted)
    {
        foreach (var term in Terms.Where(term => term.Others.Any(word => part.Text.Contains(word, StringComparison.Ordinal))))
        {
            var isCode = false;
            foreach (var (at, line) in part.Text.Split('\n').Index())
            {
                isCode ^= line.StartsWith("```", StringComparison.Ordinal);
                if (isCode || !isWanted(line) || line.Contains(term.Use, StringComparison.Ordinal))
                {
                    continue;
                }

                var plain = OwnWords.Of(line);
                foreach (var word in term.Others)
                {
                    for (var found = plain.IndexOf(word, StringComparison.Ordinal); found >= 0; found = plain.IndexOf(word, found + word.Length, StringComparison.Ordinal))
                    {
                        yield return Diagnostic.Warning(
                            "term/other-word", new(path, part.Line + at, found + 1), $"这里写的是“{word}”，本站统一写“{term.Use}”：{term.Why}。",
                            $"改成“{term.Use}”。要解释两种说法，就在同一行也写上“{term.Use}”；引用原文，放在“”或者《》里。");
                    }
                }
            }
        }
    }

    private static string? WordOf(InputFields fields, YamlNode node)
    {
        if (node is YamlNode.Scalar { Value.Length: >= ShortestWord and <= LongestWord } word)
        {
            return word.Value;
        }

        fields.Report("word", node, $"这里应当是一个词，{ShortestWord} 到 {LongestWord} 个字；现在是{node.Describe()}。", Example);
        return null;
    }
}

/// <summary>One thing and what it is called.</summary>
/// <param name="Use">The word that the site uses.</param>
/// <param name="Others">Words for the same that it does not use, one or more.</param>
/// <param name="Why">The reason, without a full stop.</param>
internal sealed record Term(string Use, ImmutableArray<string> Others, string Why);

/// <summary>A word that not everybody can read.</summary>
/// <param name="Word">Two Chinese characters or more.</param>
/// <param name="Reading">Pinyin with the marks of tones, a syllable for each character, with spaces between.</param>
public sealed record HardWord(string Word, string Reading)
{
    private const string Toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";
    private const int LongestSyllable = 6;

    /// <returns>The word with its reading; null where the reading is none of such a word.</returns>
    internal static HardWord? Of(string word, string reading)
    {
        var syllables = reading.Split(' ');
        return word.Length >= 2 && word.EnumerateRunes().All(Han.Is) && syllables.Length == word.EnumerateRunes().Count() && syllables.All(IsSyllable) ? new(word, reading) : null;
    }

    private static bool IsSyllable(string syllable) =>
        syllable.Length is > 0 and <= LongestSyllable && syllable.All(letter => letter is (>= 'a' and <= 'z') or 'ü' || Toned.Contains(letter)) && syllable.Count(Toned.Contains) <= 1;
}

/// <summary>Hides what is not the writer's own wording.</summary>
internal static partial class OwnWords
{
    /// <returns>The line, as long as it was, with spaces for quotations, names of documents, addresses and code.</returns>
    public static string Of(string line) => Hidden().Replace(line, match => new(' ', match.Length));

    [GeneratedRegex(@"“[^”]*”|《[^》]*》|`[^`]*`|\]\([^)]*\)|https?://[^\s）)]+", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Hidden();
}
