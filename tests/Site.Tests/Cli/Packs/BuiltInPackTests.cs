using System.Text;
using Site.Cli.Packs;
using Site.Content.Loading;
using Site.Content.Rules;
using Site.Content.Websites;

namespace Site.Tests;

/// <summary>The pack in the program must hold in every city.</summary>
public sealed class BuiltInPackTests
{
    private const string Settings = "title: 某市安全生产月\nurl: https://example.gov.cn/\norganiser: 某市安委办\npacks: [basic]\n";

    private static Website Alone(string settings = Settings) =>
        WebsiteReader.Read(SampleSite.File("site.yaml", settings), [], new(2026, 12, 1), drafts: true, new(name => name == "basic" ? PackFolder.OfProgram : null, _ => [])).Value;

    [Fact]
    public void It_has_what_holds_everywhere_and_no_sample()
    {
        var website = Alone();

        Assert.All(new[] { "guides", "laws", "quizzes", "calendar", "warnings", "campaigns", "lectures", "pages" },
            folder => Assert.Contains(website.Pages, page => page.Path.StartsWith($"content/{folder}/", StringComparison.Ordinal)));
        Assert.DoesNotContain(website.Pages, page => page.IsSample);
        Assert.NotEmpty(website.SearchWords.Answers);
        Assert.DoesNotContain(PackFolder.OfProgram.Files, file => file.Path.EndsWith(".md", StringComparison.Ordinal)
            && Encoding.UTF8.GetString(file.Load()).Split('\n').Any(line => line.Contains("（示例）", StringComparison.Ordinal) && !line.StartsWith("reviewer: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Its_files_are_those_of_this_repository() => Assert.All(PackFolder.OfProgram.Files, file =>
        Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, file.Path)), file.Load()));

    [Fact]
    public void No_page_of_it_leads_to_one_that_is_not_in_it()
    {
        var website = Alone();

        Assert.DoesNotContain(
            website.Pages.SelectMany(page => page.Fragments.SelectMany(fragment => fragment.Placeholders.OfType<Site.Content.Markdown.Placeholder.Address>()), (page, at) => (page, at.Link)),
            link => LinkTargets.IsLeftOut(website, link.page.Path, link.Link.Target));
        Assert.DoesNotContain(Checks.FindInContent(website), diagnostic => !diagnostic.Code.StartsWith("site/missing-footer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "某市安委办")]
    [InlineData("reviewer: 某市应急管理局宣教科\n", "某市应急管理局宣教科")]
    public void The_site_answers_for_its_pages(string more, string office) =>
        Assert.All(Alone(Settings + more).Pages, page => Assert.Equal(office, page.Reviewer));
}
