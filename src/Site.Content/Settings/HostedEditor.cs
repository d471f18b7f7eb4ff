using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Content.FrontMatter;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Vocabularies;
using Site.Core.Yaml;

namespace Site.Content.Settings;

/// <summary>A program for writing pages in the browser that lies beside the site, at <c>/admin/</c>, and works on the repository of the site: Sveltia CMS or Decap CMS.</summary>
/// <param name="Name"><c>sveltia</c> or <c>decap</c>.</param>
/// <param name="Repository">What it works on.</param>
/// <param name="Script">The program itself, with the hash that was asked for; its bytes are published as they are.</param>
/// <param name="Words">The words of the program in Chinese, which Sveltia would otherwise load from elsewhere; null for Decap, which has them in itself.</param>
public sealed record HostedEditor(string Name, EditorRepository Repository, SourceFile Script, SourceFile? Words)
{
    /// <summary>All files that the owner of the site put there.</summary>
    public IEnumerable<SourceFile> Files => Words is null ? [Script] : [Script, Words];
}

/// <summary>The repository that pages are written into.</summary>
/// <param name="Backend"><c>github</c>, <c>gitlab</c> or <c>gitea</c>.</param>
/// <param name="Name"><c>owner/name</c>; with GitLab perhaps groups before it.</param>
/// <param name="Branch">The branch that is written to, or asked to be merged into; null for the repository's own.</param>
/// <param name="Server">Where the repository lies, ending in a slash; null for github.com, gitlab.com and gitea.com.</param>
/// <param name="Login">Where people are signed in, or null where they sign in with a token of theirs.</param>
/// <param name="AppId">The id under which the server knows the editor, or null.</param>
public sealed record EditorRepository(string Backend, string Name, string? Branch, Uri? Server, Uri? Login, string? AppId)
{
    /// <summary>Whether what is written is reviewed before it is on the branch: not every server has it.</summary>
    public bool IsReviewed => Backend is "github" or "gitlab";
}

/// <summary>Reads what <c>site.yaml</c> says of an editor beside the site.</summary>
public static partial class HostedEditors
{
    /// <summary>Where the program of an editor lies in the site folder.</summary>
    public const string Folder = "editor/";

    /// <summary>Names the editor in <c>site.yaml</c>.</summary>
    internal const string Field = "editor";

    private const string Repository = "editorRepository";
    private const string Hash = "editorScript";

    private const string Words = Folder + "zh-CN.json";

    private const long LargestScript = 16 * 1024 * 1024;
    private const long LargestWords = 1024 * 1024;

    private const string Help = "写成缩进的 “backend: github”、“repo: 单位/仓库” 等几行。";

    private static readonly ImmutableArray<Term> Names = [new("sveltia", "Sveltia CMS"), new("decap", "Decap CMS")];

    private static readonly ImmutableArray<Term> Backends = [new("github", "GitHub"), new("gitlab", "GitLab"), new("gitea", "Gitea 或 Forgejo")];

    /// <summary>Where each is had from, and the hashes of versions that were tried with this program.</summary>
    private static (string Package, ImmutableArray<string> Hashes) Known(string name) => name switch
    {
        "sveltia" => ("@sveltia/cms@0.221.1", ["2fc783907e1a4a70783f155cc28435c70b8f79792f2aab75e787984e84aa413a"]),
        "decap" => ("decap-cms@3.16.3", ["7c1efd6b616b4786e279aeef194dd21649a72058d3bc8d1f78901b574610dfb8"]),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such editor."),
    };

    internal static ImmutableArray<Field> Fields { get; } =
    [
        FrontMatter.Field.Enum(Field, Names, "网页编辑器：放在 /admin/，直接改仓库里的文件；不写就没有", "sveltia"),
        FrontMatter.Field.Group(Repository, FieldSet.Of(
            FrontMatter.Field.Enum("backend", Backends, "仓库在哪一种服务器上", "github").Required(),
            FrontMatter.Field.Text("repo", "哪一个仓库", "example/site").Required(),
            FrontMatter.Field.Text("branch", "写到哪一个分支；Gitea 没有审核，必须写一个不用来发布的分支", "main"),
            FrontMatter.Field.Url("server", "自己的服务器的网址；github.com、gitlab.com、gitea.com 不用写", "https://git.example.gov.cn/"),
            FrontMatter.Field.Url("login", "登录用的网址（GitHub 要另外架设）；不写就用各人自己的令牌登录", "https://login.example.gov.cn/"),
            FrontMatter.Field.Text("appId", "在服务器上登记的应用编号")),
            "网页编辑器改哪一个仓库", "{backend: github, repo: example/site, branch: main}"),
        FrontMatter.Field.Text(Hash, "网页编辑器的程序（editor/ 里的 .js）的 SHA-256，64 位十六进制数", new string('0', 64)),
    ];

    /// <summary>Reads the three fields.</summary>
    /// <returns>Null where there is no editor, or something is wrong with it.</returns>
    internal static EditorChoice? Read(FieldValues fields)
    {
        var name = fields.Enum(Field);
        var repository = fields.Find(Repository) is { } node ? fields.Group(Repository, node, Help) is { } group ? ReadRepository(group, node) : null : null;
        var hash = fields.Text(Hash)?.ToLowerInvariant();
        if (hash is not null && !HexDigits().IsMatch(hash))
        {
            fields.WrongType(Hash, fields.Find(Hash)!, "一个 SHA-256", "写 64 位十六进制数，例如 sha256sum editor/sveltia-cms.js 给出的那一串。");
            return null;
        }

        if (name is not null && fields.Find(Repository) is null)
        {
            fields.Report("missing-field", fields.Find(Field), $"写了 “{Field}: {name}”，却没有写它改哪一个仓库。", $"加上 “{Repository}: {{backend: github, repo: 单位/仓库, branch: main}}”，或者删掉 “{Field}”。");
        }

        return name is null || repository is null ? null : new(name, repository, hash);
    }

    private static EditorRepository? ReadRepository(FieldValues group, YamlNode at)
    {
        var (backend, repo, branch) = (group.Enum("backend"), group.Text("repo"), group.Text("branch"));
        var (server, login, app) = (Address(group, "server"), Address(group, "login"), group.Text("appId"));
        if (repo is not null && !Repo().IsMatch(repo))
        {
            group.WrongType("repo", group.Find("repo")!, "一个仓库", "写成 “单位/仓库”，例如 example/site；不写网址。");
            return null;
        }

        if (branch is not null && !Branch().IsMatch(branch))
        {
            group.WrongType("branch", group.Find("branch")!, "一个分支", "写分支的名称，例如 main。");
            return null;
        }

        if (backend == "gitea" && branch is null)
        {
            group.Report("missing-field", at, $"{Repository} 里没有 branch：在 Gitea 上写的东西不经过审核，直接提交到分支。", "写 “branch: drafts” 这样一个不用来发布的分支，写好再从它提合并请求。");
            return null;
        }

        return backend is null || repo is null ? null : new(backend, repo, branch, server, login, app);
    }

    private static Uri? Address(FieldValues group, string name)
    {
        if (group.Url(name) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0)
        {
            return address;
        }

        group.WrongType(name, group.Find(name)!, "一个 https:// 开头的网址", "写服务器首页的网址，没有 “?” 和 “#”。");
        return null;
    }

    /// <summary>Finds the program that was chosen, and holds its bytes against the hash.</summary>
    /// <param name="find">Gives a file of the site folder by its path, or null.</param>
    /// <returns>Null (reported) where it is missing or another.</returns>
    internal static HostedEditor? Find(SiteSettings settings, Func<string, SourceFile?> find, List<Diagnostic> diagnostics)
    {
        if (settings.Editor is not { } choice)
        {
            return null;
        }

        var (path, (package, hashes)) = ($"{Folder}{choice.Name}-cms.js", Known(choice.Name));
        if (find(path) is not { } script)
        {
            diagnostics.Add(Diagnostic.Error("site/missing-editor", settings.Locations[Field], $"网站文件夹里没有 {path}：网页编辑器的程序要自己放一份，网站不从别处取。",
                $"运行 “npm pack {package}”，解压，把里面的 package/dist/{choice.Name}-cms.js 放到 {path}；不要网页编辑器，就删掉 “{Field}”。"));
            return null;
        }

        var words = choice.Name == "sveltia" ? find(Words) : null;
        if (choice.Name == "sveltia" && words is null)
        {
            diagnostics.Add(Diagnostic.Error("site/missing-editor", settings.Locations[Field], $"网站文件夹里没有 {Words}：没有它，网页编辑器要到别的网站取中文的界面，打不开。",
                $"把 {package} 里的 package/locales/zh-CN.json 放到 {Words}；不要网页编辑器，就删掉 “{Field}”。"));
            return null;
        }

        if (script.Length > LargestScript || words?.Length > LargestWords)
        {
            var large = script.Length > LargestScript ? script : words!;
            diagnostics.Add(Diagnostic.Error("file/too-large", new(large.Path), "这个文件太大，不像是网页编辑器的，没有读取。", $"换成 {package} 里的文件。"));
            return null;
        }

        var hash = Convert.ToHexStringLower(Sha256.HashData(script.Load()));
        if (choice.Hash is not null ? choice.Hash != hash : !hashes.Contains(hash))
        {
            diagnostics.Add(Diagnostic.Error("site/unknown-editor", settings.Locations[choice.Hash is null ? Field : Hash],
                choice.Hash is null ? $"{path} 不是本程序认得的版本，它的 SHA-256 是 {hash}。" : $"{path} 不是 {Hash} 写的那一个文件，它的 SHA-256 是 {hash}。",
                $"从发布它的地方（npm 的 {package}）重新取；核对过是要用的版本，再写 “{Hash}: {hash}”。"));
            return null;
        }

        return new(choice.Name, choice.Repository, script, words);
    }

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex HexDigits();

    [GeneratedRegex("^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+){1,8}$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Repo();

    [GeneratedRegex("^[A-Za-z0-9_-][A-Za-z0-9_./-]{0,99}$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Branch();
}

/// <summary>Which editor <c>site.yaml</c> asks for.</summary>
/// <param name="Name"><c>sveltia</c> or <c>decap</c>.</param>
/// <param name="Hash">SHA-256 of its program in lower-case hexadecimal digits, or null for a version that this program knows.</param>
public sealed record EditorChoice(string Name, EditorRepository Repository, string? Hash);
