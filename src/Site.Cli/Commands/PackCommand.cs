using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Content.Packs;
using Site.Content.Websites;
using Site.Core.Text;

namespace Site.Cli.Commands;

/// <summary><c>site pack list</c> and <c>site pack copy PAGE</c>: what a site has from its packs, and one page of it as the site's own.</summary>
internal static partial class PackCommand
{
    private const string Content = "content/";

    public static Command Create(SiteEnvironment environment) => new("pack", "Pages that come from content packs: list them, or copy one into content to make it your own.")
    {
        List(environment),
        Copy(environment),
    };

    private static Command List(SiteEnvironment environment)
    {
        var site = SiteOptions.Site();
        var command = new Command("list", "List the pages that the site has from its packs, each with its title.") { site };
        command.SetAction((arguments, _) =>
        {
            var website = Read(environment, SiteOptions.Folder(arguments.GetValue(site)!));
            foreach (var page in website.Pages.Where(page => website.Packs.Has(page.Path)).OrderBy(page => page.Path, StringComparer.Ordinal))
            {
                environment.Terminal.WriteLine($"{page.Path[Content.Length..]}\t{page.Title}");
            }

            return Task.FromResult(0);
        });
        return command;
    }

    private static Command Copy(SiteEnvironment environment)
    {
        var site = SiteOptions.Site();
        var page = new Argument<string>("PAGE") { Description = "The page, as site pack list shows it: guides/gas-leak.md." };
        var command = new Command("copy", "Copy a page of a pack into content, where it takes the place of the pack's. No file is ever overwritten.") { page, site };
        command.SetAction((arguments, _) => Task.FromResult(Run(environment, SiteOptions.Folder(arguments.GetValue(site)!), arguments.GetValue(page)!)));
        return command;
    }

    /// <returns>0.</returns>
    /// <exception cref="EnvironmentException">No pack of the site has the page, or the site has one of its own.</exception>
    private static int Run(SiteEnvironment environment, string site, string typed)
    {
        var website = Read(environment, site);
        var path = typed.StartsWith(Content, StringComparison.Ordinal) ? typed : Content + typed;
        if (!website.Packs.Files.TryGetValue(path, out var packed))
        {
            throw new EnvironmentException(website.ByPath.ContainsKey(path) || website.FileAt(path) is not null ? $"{path} 已经是自己的了，直接改它。"
                : $"内容包里没有 {Quoted.Short(typed)}。{(Near(website, path) is { } near ? $"是不是 {near}？" : "有哪些页，运行 site pack list。")}");
        }

        SiteFile.Write(site, path, WithReviewer(packed, website.Settings.Reviewer));
        environment.Terminal.WriteLine(SiteFile.DisplayPath(site, path));
        environment.Terminal.WriteErrorLine("从现在起网站用这一份，内容包以后的更正要自己跟上；不想再自己维护，删掉这个文件就又用内容包的。");
        return 0;
    }

    private static Website Read(SiteEnvironment environment, string site)
    {
        var folder = new SourceFolder(site, environment);
        return BuildPipeline.ReadContent(folder, environment.Today(), withDrafts: true).Value;
    }

    private static string? Near(Website website, string path) =>
        NearestName.FindAll(path[Content.Length..], website.Packs.Files.Keys.Select(known => known[Content.Length..])).FirstOrDefault();

    /// <returns>The bytes; those of a page with the site's own office as reviewer.</returns>
    private static byte[] WithReviewer(PackedFile packed, string? reviewer)
    {
        var bytes = packed.File.Load();
        return reviewer is null || !packed.File.Path.EndsWith(".md", StringComparison.Ordinal)
            ? bytes
            : Encoding.UTF8.GetBytes(ReviewerLine().Replace(Encoding.UTF8.GetString(bytes), _ => $"reviewer: {New.NewPage.Quoted(reviewer)}", 1));
    }

    [GeneratedRegex("(?m)^reviewer: .*$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex ReviewerLine();
}
