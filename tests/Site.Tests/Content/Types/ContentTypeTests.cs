using System.Text.RegularExpressions;
using Site.Cli.Build;
using Site.Cli.New;
using Site.Content.Loading;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>All that a type of page needs. Whoever forgets a part of a new one reads here what it is and where it goes.</summary>
public sealed partial class ContentTypeTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);

    [Fact]
    public void Every_type_of_page_has_all_that_a_page_needs() =>
        Findings.AssertNone(Unlisted().Concat(ContentTypes.All.SelectMany(Missing)));

    [Fact]
    public void No_two_types_share_a_name_a_folder_a_label_or_a_place_among_the_lists()
    {
        Assert.Equal(ContentTypes.All.Length, ContentTypes.All.Select(type => type.Folder).Distinct().Count());
        Assert.Equal(ContentTypes.All.Length, ContentTypes.All.Select(type => type.Name).Distinct().Count());
        Assert.Equal(ContentTypes.All.Length, ContentTypes.All.Select(type => type.Label).Distinct().Count());
        Assert.Equal(ContentTypes.Sections.Length, ContentTypes.Sections.Select(type => type.SectionOrder).Distinct().Count());
    }

    private static IEnumerable<string> Unlisted() =>
        from record in typeof(Page).Assembly.GetTypes()
        where record.IsSubclassOf(typeof(Page)) && ContentTypes.All.All(type => type.PageType != record)
        select $"{record.Name} is in no list, so its pages are never read: add the line `{record.Name}.Definition,` to src/Site.Content/Types/ContentTypes.cs.";

    private static IEnumerable<string> Missing(ContentType type)
    {
        var record = type.PageType.Name;
        if (type.Label.Length == 0)
        {
            yield return $"{record}: readers have no name for such a page; set Label to a word or two of Chinese: 指南.";
        }

        if (!ShareSigns().Contains(type.ShareSign))
        {
            yield return $"{record}: there is no sign \"{type.ShareSign}\" for share pictures; set ShareSign to a key of KINDS in src/node/share-signs.mjs, or add one there.";
        }

        foreach (var theme in ThemeRegistry.All.Where(theme => theme.TemplateOf(type.PageType) is null))
        {
            yield return $"{record} has no template in the theme {theme.Name}: add themes/{theme.Name}/Templates/{record.Replace("Page", "Template", StringComparison.Ordinal)}.razor, "
                + $"which begins with @inherits PageTemplate<{record}>.";
        }

        foreach (var field in type.Fields.Where(field => field.Help.Length == 0))
        {
            yield return $"{record}: nobody is told what to write in the field \"{field.Name}\"; give it a help text in Chinese.";
        }

        foreach (var mistake in InDraft(type))
        {
            yield return $"{record}: the page that `site new {type.Name}` writes is wrong; mend Draft, which needs a line for each required field:\n{mistake}";
        }
    }

    /// <returns>What is wrong with the page that <c>site new</c> writes; everything that throws is, too.</returns>
    private static IEnumerable<string> InDraft(ContentType type)
    {
        try
        {
            var files = NewPage.Make(type, "标题", type.IsOnePerYear ? "2026" : "name", Today, 2026);
            return [.. WebsiteReader.Read(SampleSite.File("site.yaml", "title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n"), files, Today, drafts: true)
                .Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.ToString())];
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or KeyNotFoundException)
        {
            return [mistake.Message];
        }
    }

    private static HashSet<string> ShareSigns() =>
        [.. Key().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src/node/share-signs.mjs")).Split("export const KINDS")[1]).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^  (\w+):", RegexOptions.Multiline, 1000)]
    private static partial Regex Key();
}
