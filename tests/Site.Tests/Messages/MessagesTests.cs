using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Tests;

/// <summary>
/// <c>.docs/messages.md</c>, which tells staff what each message of <c>site check</c> means: it is made from the examples and what the program says of them.
/// With <c>UPDATE_GOLDEN=1</c> in the environment the list is written anew.
/// </summary>
public partial class MessagesTests
{
    /// <summary>Lines of an example that are shown around the place of the message.</summary>
    private const int Around = 1;

    private const int LongestLine = 90;

    /// <summary>What the codes of a subject are about, in the order of the list.</summary>
    private static readonly (string Subject, string Title)[] Subjects =
    [
        ("file", "文件的名称、位置和内容"), ("yaml", "最上面的字段：写法"), ("front-matter", "最上面的字段：名称和内容"), ("draft", "草稿里忘了改的地方"), ("page", "一页和别的页"), ("term", "用词"),
        ("markdown", "正文"), ("link", "链接"), ("picture", "图片"), ("svg", "图片：SVG"), ("document", "供下载的文件"), ("path", "文件的路径"), ("private", "不能公开的个人信息"), ("address", "网址"), ("redirect", "旧网址"), ("id", "编号"),
        ("campaign", "安全生产月"), ("event", "活动"), ("hall", "体验馆"), ("lecture", "讲座"), ("work", "作品"), ("guide", "指南"), ("warning", "警示"), ("calendar", "安全月历"), ("answer", "专家云问诊"), ("month", "安全月历"), ("pledge", "倡议书"), ("decision", "一步步问：复核"), ("scenario", "60秒：复核"),
        ("quiz", "测验"), ("tree", "一步步问、60秒"), ("scene", "找隐患"), ("search", "搜索用的词"), ("terms", "词表"), ("site", "网站的设置"), ("theme", "主题"), ("pack", "内容包"), ("sample", "剩下的示例"), ("sign-off", "签核"), ("code-owners", "CODEOWNERS"), ("policy", "规则（input/policy.yaml）"),
        ("input", "input/ 里的文件"), ("csv", "表格文件"), ("units", "单位名单"), ("form", "报表"), ("tables", "公布哪些表"), ("returns", "报送"), ("release", "发布的一期数据"), ("disclosure", "数据的保护"), ("exposure", "曝光台账"), ("attempts", "答题数据"),
        ("canaries", "不能公开的词"), ("leak", "生成的文件里不能公开的内容"), ("output", "生成的文件"),
    ];

    private static readonly Lazy<Task<ImmutableArray<(MessageExample Example, ImmutableArray<Diagnostic> Said)>>> Said = new(SayAsync);

    [Fact]
    public async Task Each_example_shows_its_message_and_none_stands_twice()
    {
        var said = await Said.Value;

        Assert.Equal(said.Length, said.Select(one => one.Example.Code).Distinct().Count());
        Findings.AssertNone(said.Where(one => !one.Said.Any(diagnostic => diagnostic.Code == one.Example.Code))
            .Select(one => $"{one.Example.Code} is not what is said of its example:\n{string.Join('\n', one.Said)}"));
    }

    [Fact]
    public async Task The_list_for_staff_is_fresh()
    {
        var path = Path.Combine(Repository.Root, ".docs", "messages.md");
        var text = Write(await Said.Value);
        var known = File.Exists(path) ? File.ReadAllText(path) : "";
        if (known != text && Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(known == text, ".docs/messages.md does not follow the messages any more: run this test with UPDATE_GOLDEN=1 and read the difference.");
    }

    /// <summary>
    /// The codes as the sources write them: <c>"subject/what"</c> wherever it stands, and where a code is put together, its last part: <c>{subject}/what</c>, and the first text that a
    /// function takes which reports.
    /// </summary>
    [Fact]
    public void Every_code_of_check_has_an_example_or_stands_in_the_list_without_one()
    {
        var known = MessageExamples.All.Select(one => one.Code).Concat(MessagesWithoutExample.All.Select(one => one.Code)).ToHashSet(StringComparer.Ordinal);
        var ends = known.Select(code => code[(code.IndexOf('/') + 1)..]).ToHashSet(StringComparer.Ordinal);
        var missing = from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
                      let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
                      where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal) && !OfOtherCommands().IsMatch(path)
                      from code in Codes(File.ReadAllText(file))
                      where code.Contains('/') ? !known.Contains(code) : !ends.Contains(code)
                      where !MessagesWithoutExample.OfOtherCommands.Contains(code)
                      select $"{path}: {code}: write an example into tests/Site.Tests/Messages/examples.txt, and run MessagesTests with UPDATE_GOLDEN=1.";

        Findings.AssertNone(missing.Distinct());
    }

    private static IEnumerable<string> Codes(string source) =>
        Whole().Matches(source).Select(match => match.Groups["code"].Value).Where(code => Subjects.Any(subject => code.StartsWith(subject.Subject + "/", StringComparison.Ordinal)))
            .Concat(End().Matches(source).Select(match => match.Groups["what"].Value))
            .Concat(Reported().Matches(source).Select(match => match.Groups["what"].Value));

    private static async Task<ImmutableArray<(MessageExample, ImmutableArray<Diagnostic>)>> SayAsync()
    {
        using var around = MessageExamples.Surroundings();
        var said = new ConcurrentDictionary<string, ImmutableArray<Diagnostic>>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(MessageExamples.All, async (example, _) => said[example.Code] = await MessageExamples.CheckAsync(around, example.Files));
        return [.. MessageExamples.All.Select(example => (example, said[example.Code]))];
    }

    private static string Write(ImmutableArray<(MessageExample Example, ImmutableArray<Diagnostic> Said)> said)
    {
        var text = new StringBuilder(
            """
            # 提示大全

            `site check` 会说的每一条：按代号（例如 `front-matter/wrong-type`）找。每一条先是一个写错的例子（只抄有问题的那几行），下面是程序说的话：在哪里、哪里不对、怎么改。
            `site/…`、`theme/…` 等和 `front-matter/…` 后半截相同的，意思一样，说的是别的文件里的字段。
            例子里的单位、姓名和号码都是编的。这一页由程序的例子和它真的会说的话生成，请勿手改。


            """);
        foreach (var (subject, title) in Subjects)
        {
            var examples = said.Where(one => Subject(one.Example.Code) == subject).OrderBy(one => one.Example.Code, StringComparer.Ordinal).ToList();
            var others = MessagesWithoutExample.All.Where(one => Subject(one.Code) == subject).OrderBy(one => one.Code, StringComparer.Ordinal).ToList();
            if (examples.Count + others.Count == 0)
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
            foreach (var (example, diagnostics) in examples)
            {
                if (diagnostics.FirstOrDefault(one => one.Code == example.Code) is { } diagnostic)
                {
                    Write(text, example, diagnostic);
                }
            }

            foreach (var (code, meaning) in others)
            {
                text.Append(CultureInfo.InvariantCulture, $"### `{code}`\n\n{meaning}\n\n");
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Write(StringBuilder text, MessageExample example, Diagnostic diagnostic)
    {
        text.Append(CultureInfo.InvariantCulture, $"### `{example.Code}`\n\n{Title(diagnostic.Message)}（{(diagnostic.Severity == Severity.Error ? "错误" : "提醒")}）\n\n");
        if (example.Files.FirstOrDefault(file => file.Path == diagnostic.Location.Path) is { } file && Excerpt(file, diagnostic.Location) is { Length: > 0 } excerpt)
        {
            Fence(text, excerpt);
        }

        Fence(text, Visible(diagnostic.ToString()));
    }

    /// <returns>The lines around the place; empty where the file is no text.</returns>
    private static string Excerpt(SourceFile file, Location place)
    {
        var all = file.Load();
        if (all.Length > 20_000 || all.AsSpan().Contains((byte)0))
        {
            return "";
        }

        var lines = Encoding.UTF8.GetString(all).Split('\n');
        var first = Math.Max(0, place.Line - 1 - Around);
        return string.Join('\n', lines[Math.Min(first, lines.Length)..Math.Min(lines.Length, Math.Max(place.Line + Around, first + 3))].Select(line => Visible(line.Length > LongestLine ? line[..LongestLine] + "…" : line))).TrimEnd('\n');
    }

    /// <returns>The message with what it quotes left out.</returns>
    private static string Title(string message) => Visible(Quoted().Replace(message.TrimEnd('。', '：'), "“…”")).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);

    private static void Fence(StringBuilder text, string inner)
    {
        var fence = inner.Contains("```", StringComparison.Ordinal) ? "~~~~" : "```";
        text.Append(CultureInfo.InvariantCulture, $"{fence}text\n{inner}\n{fence}\n\n");
    }

    /// <returns>The text with what nobody would see as its number.</returns>
    private static string Visible(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var isHidden = rune.Value is not '\n' && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune.Value is 0xA0 or 0x2007 or 0x202F or 0xFFFD);
            shown.Append(isHidden ? string.Create(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩") : rune.ToString());
        }

        return shown.ToString();
    }

    private static string Subject(string code) => code[..code.IndexOf('/')];

    [GeneratedRegex("\"(?<code>[a-z]+(?:-[a-z]+)*/[a-z0-9]+(?:-[a-z0-9]+)*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Whole();

    [GeneratedRegex("\\$\"\\{[A-Za-z.]+\\}/(?<what>[a-z]+(?:-[a-z]+)*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex End();

    [GeneratedRegex("\\b(?:Report|Error|Warn|Warning)\\((?:[a-zA-Z.]+, ){0,2}\"(?<what>[a-z]+(?:-[a-z]+)*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Reported();

    [GeneratedRegex("“[^”]*”", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Quoted();

    /// <summary>What other commands say alone: question banks, trials, imports, the office, handing in, drawing without a site.</summary>
    [GeneratedRegex("^src/(Site[.]Office|Site[.]Bundling|Site[.]Cli/(Banks|Editing|Commands|Office|New|Preview|Diff)|Site[.]Content/(Quizzes/(Banks|Trials)|Editing))/", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex OfOtherCommands();
}
