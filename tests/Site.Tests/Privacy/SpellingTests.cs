using System.Text;
using Site.Privacy.Leaks;
using Site.Privacy.Recognition;
using Site.Privacy.Values;

namespace Site.Tests;

/// <summary>How much of what careless people write is recognized, and how much harmless text is taken for it: measured over <c>spellings.txt</c>.</summary>
public class SpellingTests
{
    private const double LeastRecall = 0.98;
    private const double MostFalse = 0.02;
    private static readonly Spelling[] All = [.. Read()];
    private static readonly Spelling[] Private = [.. All.Where(one => one.Kind != "harmless")];
    private static readonly Spelling[] Harmless = [.. All.Where(one => one.Kind == "harmless")];

    [Fact]
    public void There_are_four_hundred_strings_half_of_them_harmless()
    {
        Assert.InRange(Private.Length, 200, 1000);
        Assert.InRange(Harmless.Length, 200, 1000);
        Assert.Equal(All.Length, All.DistinctBy(one => one.Text).Count());
    }

    [Fact]
    public void Redaction_leaves_nothing_of_what_is_private() =>
        Measure("masked in ledgers", Private, one =>
        {
            var found = PrivateDataRecognizer.Find(one.Text);
            return one.Marked.All(part => Enumerable.Range(part.Start, part.End - part.Start)
                .All(at => !char.IsLetterOrDigit(one.Text[at]) || found.Any(match => match.Start <= at && at < match.End)));
        }, LeastRecall);

    [Fact]
    public void Pages_with_private_numbers_accounts_and_addresses_are_stopped() =>
        Measure("found in pages", [.. Private.Where(one => one.Kind is not ("name" or "door"))], one => !Suspicions.In("content/news/a.md", one.Text, 1).IsEmpty, LeastRecall);

    [Theory]
    [InlineData("邮箱 zhangsan&#64;test.com。", 1, 4)]
    [InlineData("zhangsan&commat;test&period;com", 1, 1)]
    [InlineData("第一行\n见zhangsan%40test.com。", 2, 2)]
    [InlineData("手机154&#48;0000422", 1, 3)]
    [InlineData("手机154&shy;0000&#8203;0423", 1, 3)]
    public void What_a_page_hides_behind_escapes_is_found_where_it_begins(string text, int line, int column)
    {
        var found = Suspicions.In("content/news/a.md", text, 1);

        Assert.Equal((line, column), (Assert.Single(found).Location.Line, found[0].Location.Column));
    }

    [Theory]
    [InlineData("https://www.example.org/call?tel=15400000424")]
    [InlineData("https://www.example.org/call?phone=0571-55500424")]
    [InlineData("https://www.example.org/某某-15400000424.jpg")]
    [InlineData("https://www.example.org/319999190102030019.pdf")]
    [InlineData("手机15400000424/www.example.org")]
    [InlineData("https://wa.me/8615400000424")]
    [InlineData("https://www.example.org/tel/15400000424")]
    [InlineData("https://www.example.org/list?phoneid=15400000424")]
    [InlineData("https://www.example.org/x/154-0000-0424")]
    [InlineData("联系电话/15400000424.html")]
    public void An_address_hides_no_telephone_that_it_says_to_be_one(string text) => Assert.NotEmpty(Suspicions.In("content/news/a.md", text, 1));

    [Theory]
    [InlineData("手机幺五四两两两两两三四一")]
    [InlineData("釘釘號：zhangsan2026")]
    [InlineData("摳摳123456789")]
    [InlineData("ＶＸzhangsan2026")]
    [InlineData("Ｑ：123456789")]
    [InlineData("zhangsan愛特test.com")]
    [InlineData("電郵zhangsan*test.com")]
    [InlineData("信箱zhangsan#test.com")]
    public void The_quick_looks_miss_nothing_that_redaction_finds(string text)
    {
        Assert.NotEmpty(Redactor.Redact(text).Masked);
        Assert.NotEmpty(Suspicions.In("content/news/a.md", text, 1));
    }

    [Fact]
    public void Redaction_leaves_harmless_text_as_it_is() =>
        Measure("left by redaction", Harmless, one => Redactor.Redact(one.Text).Masked.IsEmpty, 1 - MostFalse);

    [Fact]
    public void Pages_with_harmless_text_are_not_stopped() =>
        Measure("passed in pages", Harmless, one => Suspicions.In("content/news/a.md", one.Text, 1).IsEmpty, 1);

    [Fact]
    public void Finished_files_with_harmless_text_are_not_stopped()
    {
        var gate = LeakScanner.Create(PrivateValues.Of(["李四海"]), []);
        Measure("passed in the search index", Harmless, one => gate.Find("zh.pf_fragment", Encoding.UTF8.GetBytes($"{{\"content\":\"{Segmented(one.Text)}\"}}")).IsEmpty, 1);
        Measure("passed when finished", Harmless, one => gate.Find("a/index.html", Encoding.UTF8.GetBytes($"<p>{one.Text}</p>")).IsEmpty
            && gate.Find("a.json", Encoding.UTF8.GetBytes($"{{\"text\":\"{one.Text}\"}}")).IsEmpty && gate.Find("a.csv", Encoding.UTF8.GetBytes($"1,\"{one.Text}\",2\n")).IsEmpty, 1);
    }

    /// <returns>The text as the search index holds it: an invisible character between words, here wherever one may end.</returns>
    private static string Segmented(string text) =>
        string.Concat(text.Select((c, at) => at > 0 && !(char.IsAsciiLetterOrDigit(c) && char.IsAsciiLetterOrDigit(text[at - 1])) ? $"\u200B{c}" : c.ToString()));

    private static void Measure(string what, Spelling[] strings, Func<Spelling, bool> isRight, double least)
    {
        var wrong = strings.Where(one => !isRight(one)).ToList();
        var share = 1 - (wrong.Count / (double)strings.Length);
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {strings.Length - wrong.Count} of {strings.Length} ({share:P1})");
        Assert.True(share >= least, $"{what}: {share:P1}, at least {least:P1} expected\n{string.Join('\n', wrong.Select(one => one.Text))}");
    }

    private static IEnumerable<Spelling> Read()
    {
        using var stream = typeof(SpellingTests).Assembly.GetManifestResourceStream("spellings.txt")!;
        using var reader = new StreamReader(stream);
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            yield return Spelling.Read(line[..tab], line[(tab + 1)..].TrimEnd('\r'));
        }
    }

    /// <param name="Kind">What is private in it, or <c>harmless</c>.</param>
    /// <param name="Marked">Where that stands in the text.</param>
    private sealed record Spelling(string Kind, string Text, List<(int Start, int End)> Marked)
    {
        public static Spelling Read(string kind, string written)
        {
            if (kind == "harmless")
            {
                return new(kind, written, []);
            }

            var (text, marked, depth, start) = (new StringBuilder(), new List<(int, int)>(), 0, 0);
            foreach (var c in written)
            {
                if (c == '{' && depth++ == 0)
                {
                    start = text.Length;
                }
                else if (c == '}' && --depth == 0)
                {
                    marked.Add((start, text.Length));
                }
                else
                {
                    text.Append(c);
                }
            }

            return new(kind, text.ToString(), marked);
        }
    }
}
