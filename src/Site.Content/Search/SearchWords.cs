using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Yaml;

namespace Site.Content.Search;

/// <summary>What residents say and the site does not: <c>content/search.yaml</c>, one file that somebody has reviewed.</summary>
/// <param name="Synonyms">Groups of words that find each other; two words or more in each.</param>
/// <param name="Answers">What leads to one page at once.</param>
public sealed record SearchWords(ImmutableArray<ImmutableArray<string>> Synonyms, ImmutableArray<SearchAnswer> Answers)
{
    /// <summary>Path of the file.</summary>
    public const string Path = "content/search.yaml";

    private const int ShortestPhrase = 2;
    private const int LongestPhrase = 30;
    private const string Example = "照 content/README.md“搜索”一节里的例子写。";

    /// <summary>No words at all.</summary>
    public static SearchWords None { get; } = new([], []);

    /// <param name="file">The file, or null where there is none.</param>
    /// <param name="pages">Paths of all pages, published or not.</param>
    /// <param name="switchedOff">Paths of pages of a pack that the site does not want: answers that lead there go.</param>
    /// <param name="diagnostics">Takes what is wrong: of subject <c>file</c>, <c>yaml</c> or <c>search</c>.</param>
    /// <returns>The words that are right.</returns>
    internal static SearchWords Read(SourceFile? file, IReadOnlyCollection<string> pages, FrozenSet<string> switchedOff, List<Diagnostic> diagnostics)
    {
        if (file is null || SourceText.Read(file, SourceText.LargestSettings, diagnostics) is not { } text
            || YamlReader.Read(text, 1, file.Path, diagnostics) is not { } mapping)
        {
            return None;
        }

        var fields = new InputFields(file.Path, "search", mapping, ["synonyms", "answers"], diagnostics);
        return new(Groups(fields), Answered(fields, pages, switchedOff));
    }

    private static ImmutableArray<ImmutableArray<string>> Groups(InputFields fields)
    {
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var node in fields.List("synonyms"))
        {
            var words = node is YamlNode.Sequence list ? Phrases(fields, list.Items) : [];
            if (words.Length < 2)
            {
                fields.Report("few-words", node, "一组同义词至少要有两个词。", "写成 “- [燃气, 煤气]” 这样的形式。");
                continue;
            }

            groups.Add(words);
        }

        return groups.DrainToImmutable();
    }

    private static ImmutableArray<SearchAnswer> Answered(InputFields fields, IReadOnlyCollection<string> pages, FrozenSet<string> switchedOff)
    {
        if (fields.Find("answers") is not { } node)
        {
            return [];
        }

        if (node is not YamlNode.Mapping mapping)
        {
            fields.Report("not-pages", node, "“answers” 下面应当是一行一页：“guides/名称.md: [说法, 说法]”。", Example);
            return [];
        }

        var paths = pages.ToFrozenSet(StringComparer.Ordinal);
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        var answers = ImmutableArray.CreateBuilder<SearchAnswer>();
        foreach (var (key, value) in mapping.Entries)
        {
            var path = "content/" + key.Value;
            if (switchedOff.Contains(path) && !paths.Contains(path))
            {
                continue;
            }

            if (!paths.Contains(path))
            {
                fields.Report("unknown-page", key, $"没有 {Quoted.Field(key.Value)} 这一页。",
                    NearestName.FindAll(key.Value, paths.Select(known => known["content/".Length..])).FirstOrDefault() is { } near ? $"是不是 “{near}”？" : "写成 “guides/名称.md”，从 content 文件夹里面写起。");
                continue;
            }

            var phrases = Phrases(fields, value is YamlNode.Sequence list ? list.Items : [value]);
            foreach (var phrase in phrases.Where(phrase => !taken.TryAdd(SearchFolding.Fold(phrase), key.Value)))
            {
                fields.Report("two-pages", value, $"“{phrase}” 已经通向 {taken[SearchFolding.Fold(phrase)]}，不能再写一次。", "一种说法只能通向一页，删掉一处。");
            }

            answers.Add(new(path, phrases));
        }

        return answers.DrainToImmutable();
    }

    private static ImmutableArray<string> Phrases(InputFields fields, ImmutableArray<YamlNode> nodes)
    {
        var phrases = ImmutableArray.CreateBuilder<string>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node is YamlNode.Scalar { Value.Length: >= ShortestPhrase and <= LongestPhrase } word)
            {
                phrases.Add(word.Value);
            }
            else
            {
                fields.Report("phrase", node, $"这里应当是一种说法，{ShortestPhrase} 到 {LongestPhrase} 个字；现在是{node.Describe()}。", Example);
            }
        }

        return phrases.DrainToImmutable();
    }
}

/// <summary>A page that stands before all results, its first steps with it, where a query holds one of these phrases.</summary>
/// <param name="Path">Of the page's source: <c>content/guides/gas-leak.md</c>.</param>
/// <param name="Phrases">As residents say it.</param>
public sealed record SearchAnswer(string Path, ImmutableArray<string> Phrases);
