using System.Text;
using System.Text.RegularExpressions;
using Site.Content.Markdown;
using Site.Content.Quizzes;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Text;

namespace Site.Tests;

/// <summary>
/// Each article that a question or a page rests on is one of its law. How many articles a law has is said by its page; what they say, by the texts in
/// <c>shared/laws</c> beside the repository, where they lie there. Question and article stand side by side in <c>law-tags.md</c> beside the tests, for somebody to read.
/// </summary>
public partial class LawTagTests
{
    private static string TextFolder => Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "laws"));

    [Fact]
    public void Every_article_behind_a_question_is_one_of_its_law()
    {
        var website = OwnSite.Read();
        var texts = LawTexts.Of(website, TextFolder);
        var tags = website.Of<QuizPage>().SelectMany(quiz => quiz.Questions).Where(question => question.Law is not null).ToArray();

        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "law-tags.md"), SideBySide(tags, texts));

        Assert.NotEmpty(tags);
        Assert.Equal([], tags.Select(question => (question.Location, Problem: texts.Problem(question.Law!))).Where(found => found.Problem is not null).Select(found => $"{found.Location} {found.Problem}"));
    }

    [Fact]
    public void Every_article_that_a_page_links_to_is_one_of_its_law()
    {
        var website = OwnSite.Read();
        var texts = LawTexts.Of(website, TextFolder);
        var links = from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                    from line in File.ReadLines(path).Index()
                    from problem in ProblemsOf(line.Item, texts)
                    select $"{Path.GetRelativePath(Repository.Root, path)}:{line.Index + 1} {problem}";

        Assert.Equal([], links);
    }

    [Theory]
    [InlineData("试验法(2020)#1", null)]
    [InlineData("试验法(2020)#2之一", null)]
    [InlineData("试验法(2020)", null)]
    [InlineData("试验法(2020)#3", "《试验法》的文本里没有第3条")]
    [InlineData("试验法(2020)#2之二", "《试验法》的文本里没有第2条之二")]
    [InlineData("试验法(2020)#4", "《试验法》没有第4条，它有3条")]
    [InlineData("无文本法(2021)#3", null)]
    [InlineData("无文本法(2021)#6", "《无文本法》没有第6条，它有5条")]
    [InlineData("没有的法(2020)#1", "本站没有“没有的法”")]
    public void An_article_that_is_not_there_is_told(string tag, string? problem) =>
        Assert.Equal(problem, Sample().Problem(LawReference.Parse(tag)!));

    [Theory]
    [InlineData("见[《试验法》第一条](xref:试验法)。", "")]
    [InlineData("见[《试验法》第一条、第二条](xref:试验法)。", "")]
    [InlineData("[《试验法》第二条之一](xref:试验法)：略", "")]
    [InlineData("[《试验法》第三条](xref:试验法)", "《试验法》的文本里没有第3条")]
    [InlineData("[《试验法》第一条、第九条](xref:试验法)", "《试验法》没有第9条，它有3条")]
    [InlineData("[试验法](xref:试验法)第九条，没有写成链接的条", "")]
    [InlineData("[《指南》第三步](../guides/a.md)", "")]
    public void An_article_in_a_link_is_looked_up(string line, string problems) => Assert.Equal(problems, string.Join('\n', ProblemsOf(line, Sample())));

    private static LawTexts Sample() => LawTexts.Of(
        SampleSite.Read(
            """
            -- content/laws/a.md --
            ---
            title: 试验法
            id: 试验法
            name: 中华人民共和国试验法
            version: 2020-01-01
            articles: 3
            ---

            -- content/laws/b.md --
            ---
            title: 无文本法
            id: 无文本法
            name: 无文本法
            version: 2021-01-01
            articles: 5
            ---

            """),
        new Dictionary<string, string>
        {
            ["试验法(2020-01-01)"] = "# 试验法\n\n第一条 甲。\n\n乙。\n\n## 第二章 丙\n\n第二条　丁。\n第二条之一 戊。\n",
            ["试验法(2010-01-01)"] = "第三条 旧。",
        });

    private static IEnumerable<string> ProblemsOf(string line, LawTexts texts) =>
        from Match link in ArticleLink().Matches(line)
        from Match article in ArticleNumber().Matches(link.Groups["articles"].Value)
        let year = texts.YearOf(link.Groups["id"].Value)
        let tag = LawReference.Parse($"{link.Groups["id"].Value}({year})#{ChineseNumerals.Read(article.Groups["number"].Value)}{article.Groups["behind"].Value}")
        let problem = tag is null ? $"看不懂“{article.Value}”" : texts.Problem(tag)
        where problem is not null
        select problem;

    private static string SideBySide(IEnumerable<Question> questions, LawTexts texts)
    {
        var text = new StringBuilder();
        foreach (var question in questions)
        {
            text.AppendLine($"## {question.Id} {question.Text}").AppendLine()
                .AppendLine($"答案：{string.Join("；", question.Choices.Where(choice => choice.IsCorrect).Select(choice => FragmentText.Of(choice.Text)))}").AppendLine()
                .AppendLine($"依据：{question.Law!.Written}").AppendLine()
                .AppendLine($"> {texts.Article(question.Law!)?.ReplaceLineEndings("\n> ") ?? "（没有文本）"}").AppendLine();
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\[《[^》]+》(?<articles>[^\]]*)\]\(xref:(?<id>[^)]+(（[^）]*）)?)\)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex ArticleLink();

    [GeneratedRegex("第(?<number>[零〇一二三四五六七八九十百0-9]+)条(?<behind>之[一二三四五六七八九十])?", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex ArticleNumber();

    /// <summary>The articles of the laws that a site has pages of.</summary>
    private sealed partial class LawTexts
    {
        private readonly Dictionary<string, LawPage> pages;
        private readonly Dictionary<string, Dictionary<string, string>> articles;

        private LawTexts(Website website, Func<LawPage, string?> textOf)
        {
            pages = website.Of<LawPage>().ToDictionary(page => page.Id, StringComparer.Ordinal);
            articles = pages.Where(page => textOf(page.Value) is not null).ToDictionary(page => page.Key, page => Split(textOf(page.Value)!), StringComparer.Ordinal);
        }

        /// <param name="folder">Files <c>NAME(YYYY-MM-DD).md</c>, or <c>NAME.md</c>; there may be no such folder.</param>
        public static LawTexts Of(Website website, string folder) => Of(
            website,
            Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md").ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText) : []);

        /// <param name="texts">Text by name and version, or by name.</param>
        public static LawTexts Of(Website website, IReadOnlyDictionary<string, string> texts) =>
            new(website, page => texts.GetValueOrDefault($"{page.Id}({page.Version:yyyy-MM-dd})") ?? texts.GetValueOrDefault(page.Id));

        public int YearOf(string law) => pages.GetValueOrDefault(law)?.Version.Year ?? 2000;

        public string? Article(LawReference law) => articles.GetValueOrDefault(law.Law)?.GetValueOrDefault(law.ArticleText);

        /// <returns>What is wrong with the reference, or null.</returns>
        public string? Problem(LawReference law) =>
            !pages.TryGetValue(law.Law, out var page) ? $"本站没有“{law.Law}”"
            : law.Article is not { } article ? null
            : page.Articles is not { } last ? $"《{law.Law}》的页没有写一共几条"
            : article > last ? $"《{law.Law}》没有第{article}条，它有{last}条"
            : articles.ContainsKey(law.Law) && Article(law) is null ? $"《{law.Law}》的文本里没有{law.ArticleText}"
            : null;

        // An article is the line that begins with its number, and the lines below it up to the next one or a heading.
        private static Dictionary<string, string> Split(string text)
        {
            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            string? current = null;
            foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
            {
                if (line.StartsWith('#'))
                {
                    current = null;
                }
                else if (Head().Match(line) is { Success: true } head)
                {
                    current = $"第{ChineseNumerals.Read(head.Groups["number"].Value)}条{head.Groups["behind"].Value}";
                    found[current] = line;
                }
                else if (current is not null)
                {
                    found[current] += "\n" + line;
                }
            }

            return found;
        }

        [GeneratedRegex(@"^第(?<number>[零〇一二三四五六七八九十百]+)条(?<behind>之[一二三四五六七八九十])?(\s|　)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
        private static partial Regex Head();
    }
}
