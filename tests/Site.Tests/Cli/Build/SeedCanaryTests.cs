using Site.Privacy.Values;
using System.Text.RegularExpressions;
using Site.Core.Text;
using Site.Privacy.Leaks;
using Site.Privacy.Recognition;

namespace Site.Tests;

/// <summary>
/// The plans that the project grew from name real officials and their telephones. They lie beside the repository, never in it; where they
/// are missing, these tests cannot say anything, and say so.
/// </summary>
public partial class SeedCanaryTests
{
    private static readonly string Seeds = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "seeds"));

    [Fact]
    public async Task No_official_of_the_plans_and_no_telephone_of_theirs_is_on_this_repository_s_site()
    {
        var canaries = Canaries();
        using var site = new SiteFolder("");
        CopyRepository(site);
        site.Write("input/canaries.txt", string.Join('\n', canaries));

        var run = await SiteProgram.RunAsync("check", "--site", site.Path, "--as-of", "2026-11-22");

        Assert.Equal("", string.Join('\n', run.Error.Split('\n').Where(line => line.Contains("leak/", StringComparison.Ordinal))));
    }

    [Fact]
    public void Each_of_them_is_found_in_a_page_where_it_is_planted()
    {
        var gate = LeakScanner.Create(PrivateValues.Of(Canaries()), []);

        // Counted, not listed: a failing test must not print them either.
        Assert.Equal(0, Canaries().Count(canary => gate.Find("index.html", Encodings.Text($"<p>请联系 {canary}。</p>")).IsEmpty));
    }

    private static string[] Canaries()
    {
        Assert.SkipUnless(Directory.Exists(Seeds), "The plans do not lie beside this repository, in ../shared/seeds.");
        var texts = Directory.EnumerateFiles(Seeds, "*.txt").Select(File.ReadAllText).ToArray();
        var names = texts.SelectMany(text => Roster().Matches(text).Concat(Appointed().Matches(text)).Concat(Contacts().Matches(text)))
            .Select(match => Spaces().Replace(match.Groups["name"].Value, ""));
        var contacts = texts.SelectMany(text => PrivateDataRecognizer.Find(text)
            .Where(find => find.Kind is PrivateKind.Mobile or PrivateKind.Landline or PrivateKind.Email)
            .Select(find => text.Substring(find.Start, find.Length)));
        string[] canaries = [.. names.Concat(contacts).Distinct()];

        Assert.InRange(canaries.Length, 20, 200);
        return canaries;
    }

    private static void CopyRepository(SiteFolder site)
    {
        foreach (var folder in new[] { "content", "input" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            {
                site.Write(Path.GetRelativePath(Repository.Root, file), File.ReadAllBytes(file));
            }
        }

        site.Write("site.yaml", File.ReadAllText(Path.Combine(Repository.Root, "site.yaml")));
    }

    [GeneratedRegex(@"^(组 长:|副组长:|成 员:)?(?<name>\p{IsCJKUnifiedIdeographs} ?\p{IsCJKUnifiedIdeographs}{1,2}) 街道", RegexOptions.Multiline | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Roster();

    [GeneratedRegex(@"(书记|主任|副主任)(?<name>\p{IsCJKUnifiedIdeographs}{3})(、|担任)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Appointed();

    [GeneratedRegex(@"(?<=[联聯][系絡络]人(及电话)?[:：][\p{IsCJKUnifiedIdeographs}、 ]{0,8})(?<name>\p{IsCJKUnifiedIdeographs}{2,3})(?=[、,， ])", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Contacts();

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();
}
