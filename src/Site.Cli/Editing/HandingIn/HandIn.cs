using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Content.Editing;
using Site.Core.Diagnostics;
using Site.Exposures.SignOffs;

namespace Site.Cli.Editing.HandingIn;

/// <summary>
/// Hands a page in for review: as a branch with one commit where the site lies in a git repository with a server, else as a zip. Nothing is published here:
/// a branch of its own is all that is ever pushed, never over another's commits, and only files of <c>content/</c> are in it, so no signature and no rule.
/// </summary>
/// <param name="site">The site folder.</param>
#pragma warning disable CA1001 // Its turn lives as long as the editor, and has no handle to give back.
internal sealed class HandIn(EditSite site)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim turn = new(1);

    public SubmissionStore Store { get; } = new(site.Drafts.Folder);

    /// <returns><c>{office, note, how}</c>: what will happen.</returns>
    public JsonObject Way(string path)
    {
        var git = GitProgram.Find(site.Environment, site.Folder);
        var remote = git is null ? null : Remote.Of(git, site.Environment);
        var before = Store.All().FirstOrDefault(one => one.Page == path && one.State == "open");
        return new()
        {
            ["office"] = site.View?.Site.Site.Website.Settings.Reviewer ?? "",
            ["note"] = "",
            ["how"] = (remote, before) switch
            {
                (null, _) => "这里没有连着服务器的仓库：会做成一个压缩包，请把它发给发布网站的同事。",
                (_, { Branch.Length: > 0 }) when before.Number > 0 || remote?.Forge?.Token is null => "这一页交过，还在审核：会接着交到同一个合并请求里。",
                ({ Forge.Token: not null } known, _) => $"会推送到 {known.Forge.Root.Host}，并建一个合并请求。",
                ({ Forge: not null } known, _) => $"会推送到 {known.Forge.Root.Host}，再给您一个网址，打开它点“创建”就行。",
                _ => "会推送到仓库，由审核的人合并。",
            },
        };
    }

    /// <returns><c>{done, said, url, both, zip, name}</c>, as far as there is something to tell.</returns>
    /// <exception cref="EnvironmentException">The server cannot be reached, or refuses.</exception>
    public async Task<JsonObject> SubmitAsync(string path, string office, string note)
    {
        office = office.Trim();
        note = string.Join(' ', note.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!SignOffNames.IsValid(office) || !SignOffNames.IsOffice(office))
        {
            return new() { ["failure"] = $"请写科室或单位的名称（{SignOffNames.Longest} 个字以内），不写个人姓名和电话。" };
        }

        await turn.WaitAsync();
        try
        {
            var view = await site.LookAsync();
            if (site.Read(path) is not { Text: { } text } file)
            {
                return new() { ["failure"] = $"没有 {path} 这个文件，可能刚刚被删除或者改名。" };
            }

            var website = view.Site.Site.Website;
            var title = website.ByPath.TryGetValue(path, out var page) && page.Title.Length > 0 ? page.Title : path;
            var beside = page is null ? [] : SignedItems.FilesOf(website, page).Where(one => !website.Packs.Has(one.Path)).Select(one => new SubmittedFile(one.Path, one.Load(), null)).ToImmutableArray();
            var message = note.Length > 0 ? note : $"修改：{title}";
            var git = GitProgram.Find(site.Environment, site.Folder);
            var earlier = site.Drafts.TextsOf(path);
            var handedIn = new HandedInPage(path, title, office, message, text);
            return git is not null && Remote.Of(git, site.Environment) is { } remote
                ? await PushAsync(git, remote, [new(path, file.Bytes, "") { Earlier = earlier }, .. beside], handedIn, view)
                : Zip([new(path, file.Bytes, earlier.FirstOrDefault("")) { Earlier = [.. earlier.Skip(1)] }, .. beside], handedIn);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <returns>What was handed in from here, each with what became of it; a server that does not answer leaves what was last known.</returns>
    public async Task<JsonObject> ListAsync()
    {
        var forge = GitProgram.Find(site.Environment, site.Folder) is { } git && Remote.Of(git, site.Environment) is { Forge: { Token: not null } address } ? new Forge(address) : null;
        var list = new JsonArray();
        JsonNode? unreachable = null;
        using (forge)
        {
            foreach (var one in Store.All().Take(20))
            {
                var answer = new JsonObject
                {
                    ["page"] = one.Page,
                    ["title"] = one.Title,
                    ["state"] = one.State,
                    ["url"] = one.Url,
                    ["branch"] = one.Branch,
                    ["at"] = one.At.ToOffset(TimeSpan.FromHours(8)).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture),
                };
                // One that was closed may say why, and may be opened again.
                if (unreachable is not null && one is { Number: > 0, State: "open" or "closed" })
                {
                    // Each question would wait as long as the first.
                    answer["unknown"] = unreachable.DeepClone();
                }
                else if (forge is not null && one is { Number: > 0, State: "open" or "closed" })
                {
                    try
                    {
                        var now = await forge.StateAsync(one.Number, one.Commit);
                        answer["state"] = now.State;
                        answer["comments"] = EditJson.List(now.Comments, comment => new JsonObject { ["who"] = comment.Who, ["text"] = comment.Text });
                        answer["checks"] = EditJson.List(now.Checks, check => new JsonObject { ["name"] = check.Name, ["result"] = check.Result });
                        if (now.State != one.State)
                        {
                            Store.Keep(one with { State = now.State });
                        }
                    }
                    catch (EnvironmentException failure)
                    {
                        answer["unknown"] = failure.Message;
                        unreachable = forge.IsUnreachable ? answer["unknown"] : null;
                    }
                }

                list.Add((JsonNode)answer);
            }
        }

        return new() { ["list"] = list };
    }

    private JsonObject Zip(ImmutableArray<SubmittedFile> files, HandedInPage page)
    {
        var zip = new SubmissionZip(page.Office, page.Message, files).Write();
        site.Drafts.HandedIn(page.Path, page.Text);
        Store.Keep(new(page.Path, page.Title, new(site.Environment.Now()), "", "", 0, "", "sent"));
        return new()
        {
            ["done"] = true,
            ["said"] = "压缩包做好了，浏览器会把它存到“下载”文件夹。请发给发布网站的同事；对方运行 site accept 收下。",
            ["zip"] = Convert.ToBase64String(zip),
            ["name"] = $"提交审核-{Path.GetFileNameWithoutExtension(page.Path)}.zip",
        };
    }

    /// <param name="files">The page first. Its origin is not known yet.</param>
    private async Task<JsonObject> PushAsync(GitProgram git, Remote remote, ImmutableArray<SubmittedFile> files, HandedInPage page, SiteView view)
    {
        var prefix = git.Do("rev-parse", "--show-prefix");
        var target = remote.Target(git);
        git.Do("fetch", "--quiet", "--no-tags", remote.Name, $"+refs/heads/{target}:refs/site-edit/target");
        var top = git.Do("rev-parse", "refs/site-edit/target");
        // What the folder has of the target: commits that nobody has pushed are changes, too.
        var start = git.Run("merge-base", "HEAD", top) is { ExitCode: 0, Output: var found } ? Encoding.UTF8.GetString(found).Trim() : "HEAD";
        var sent = Store.All().FirstOrDefault(one => one.Page == page.Path && one.Commit.Length > 0) is { } last && git.Run("cat-file", "-e", last.Commit + "^{commit}").ExitCode == 0 ? last : null;
        // What was merged meanwhile is over, and so is what this repository does not know.
        var isMerged = sent is not null && git.Run("merge-base", "--is-ancestor", sent.Commit, top).ExitCode == 0;
        var before = sent is { State: "open" } && !isMerged ? sent : null;

        // The last parent of a commit from here is what the target was then: what it has beyond that was handed in here.
        var sentOnto = sent is null ? null : git.Do("rev-list", "--parents", "--max-count=1", sent.Commit).Split(' ')[^1];

        var merged = new List<SubmittedFile>();
        var isJoined = false;
        foreach (var file in files)
        {
            var (theirs, origin) = (Blob(git, top, prefix + file.Path), Blob(git, start, prefix + file.Path));
            var handedIn = sent is null || Blob(git, sent.Commit, prefix + file.Path) is not { } given || IsSame(given, Blob(git, sentOnto!, prefix + file.Path)) ? null : given;
            if (file.Origin is null)
            {
                if (IsSame(file.Bytes, theirs) || IsSame(file.Bytes, origin))
                {
                    continue;
                }

                if (!IsSame(theirs, origin) && !IsSame(theirs, handedIn))
                {
                    return new() { ["failure"] = $"{file.Path} 在网站上也换过或者删除了，和您的不一样，没有提交。请和审核的人商量用哪一个；两个都要，就给您的换一个文件名。" };
                }

                merged.Add(file);
            }
            else if (theirs is null)
            {
                if (origin is not null || (isMerged && handedIn is not null))
                {
                    return new() { ["failure"] = $"{file.Path} 在网站上已经删除或改名了，没有提交；请和审核的人商量。" };
                }

                merged.Add(file);
            }
            else
            {
                var text = EditedText.Read(origin ?? []) ?? "";
                if ((file with { Origin = text, Earlier = file.Earlier[(file.Earlier.LastIndexOf(text) + 1)..] }).JoinedWith(theirs) is not { } joined)
                {
                    return new()
                    {
                        ["said"] = "别人改了这一页的同一处，并且已经合并了，没有提交。下面是现在网站上的版本：请照着改好您的，再提交。",
                        ["both"] = EditedText.Read(theirs) ?? "",
                    };
                }

                isJoined |= EditedText.Read(joined) != page.Text;
                merged.Add(file with { Bytes = joined });
            }
        }

        var tree = Tree(git, top, prefix, merged);
        if (tree == git.Do("rev-parse", top + "^{tree}"))
        {
            return new() { ["failure"] = "和网站上现在的内容一样，没有要提交的改动。" };
        }

        var branch = before?.Branch is { Length: > 0 } same ? same : BranchName.Of(page.Path, site.AsOf, site.Environment.Now().ToString("O", CultureInfo.InvariantCulture));
        string[] parents = before is null ? ["-p", top] : ["-p", before.Commit, "-p", top];
        var commit = git.Do(Encoding.UTF8.GetBytes(page.Message + "\n"), Names(git, page.Office), ["commit-tree", tree, .. parents]);
        git.Do("push", "--quiet", remote.Name, $"{commit}:refs/heads/{branch}");

        var number = before?.Number ?? 0;
        var url = number > 0 ? before!.Url : remote.Forge?.NewRequestPage(target, branch).AbsoluteUri ?? "";
        var submission = new Submission(page.Path, page.Title, new(site.Environment.Now()), branch, commit, number, url, "open");
        // At once: where no request can be opened, the next try goes to this branch.
        site.Drafts.HandedIn(page.Path, page.Text);
        Store.Keep(submission);
        var opened = "";
        if (remote.Forge is { Token: not null } address && number == 0)
        {
            (number, url) = await OpenAsync(address, branch, target, page, view);
            Store.Keep(submission with { Number = number, Url = url });
            opened = "，合并请求已经建好";
        }
        else if (remote.Forge is not null && number == 0)
        {
            opened = "。请打开下面的网址，点“创建”，审核的人才会看到";
        }

        return new()
        {
            ["done"] = true,
            ["said"] = $"已提交到分支 {branch}{opened}。{(isJoined ? "别人也改过这一页，两边的改动已经合在一起。" : "")}",
            ["url"] = url.Length > 0 ? url : null,
        };
    }

    /// <exception cref="EnvironmentException">The server cannot be reached, or refuses; the message says that the branch is there.</exception>
    private static async Task<(int Number, string Page)> OpenAsync(ForgeAddress address, string branch, string target, HandedInPage page, SiteView view)
    {
        using var forge = new Forge(address);
        try
        {
            return await forge.OpenAsync(branch, target, page.Message, Text(page.Title, page.Office, page.Path, view));
        }
        catch (EnvironmentException failure)
        {
            throw new EnvironmentException($"改动已经推送到分支 {branch}，合并请求还没有建成：{failure.Message}以后再点“提交审核”，会接着交到这个分支。");
        }
    }

    /// <summary>What the reviewers read first.</summary>
    private static string Text(string title, string office, string path, SiteView view)
    {
        var problems = view.Diagnostics.Where(diagnostic => diagnostic.Location.Path == path).ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"页面：{title}（`{path}`）\n提交：{office}\n\n")
            .Append(problems.Count == 0 ? "检查没有发现问题。\n" : string.Create(CultureInfo.InvariantCulture, $"检查发现 {problems.Count(problem => problem.Severity == Severity.Error)} 个错误、{problems.Count(problem => problem.Severity == Severity.Warning)} 个提醒：\n\n"));
        foreach (var problem in problems.Take(20))
        {
            text.Append(CultureInfo.InvariantCulture, $"- 第 {problem.Location.Line} 行：{problem.Message}{problem.Help}\n");
        }

        return text.ToString();
    }

    /// <returns>A tree like that of a commit, with these files in it; made beside the index of the folder.</returns>
    private static string Tree(GitProgram git, string top, string prefix, IEnumerable<SubmittedFile> files)
    {
        var folder = Directory.CreateTempSubdirectory("site-edit-index-");
        try
        {
            var index = new[] { ("GIT_INDEX_FILE", Path.Combine(folder.FullName, "index")) };
            git.Do(null, index, "read-tree", top);
            foreach (var file in files)
            {
                var blob = git.Do(file.Bytes, null, "hash-object", "-w", "--stdin", $"--path={prefix}{file.Path}");
                git.Do(null, index, "update-index", "--add", "--cacheinfo", $"100644,{blob},{prefix}{file.Path}");
            }

            return git.Do(null, index, "write-tree");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[]? Blob(GitProgram git, string commit, string path) => git.Run("cat-file", "blob", $"{commit}:{path}") is { ExitCode: 0, Output: var bytes } ? bytes : null;

    private static bool IsSame(byte[]? one, byte[]? other) => one is null || other is null ? one is null && other is null : one.AsSpan().SequenceEqual(other);

    private static (string, string)[] Names(GitProgram git, string office)
    {
        var mail = git.Run("config", "user.email") is { ExitCode: 0, Output: { Length: > 1 } set } ? Encoding.UTF8.GetString(set).Trim() : "edit@localhost";
        return [("GIT_AUTHOR_NAME", office), ("GIT_AUTHOR_EMAIL", mail), ("GIT_COMMITTER_NAME", office), ("GIT_COMMITTER_EMAIL", mail)];
    }

    /// <summary>The page that is handed in.</summary>
    /// <param name="Message">What was changed, in a sentence.</param>
    /// <param name="Text">As it lies in the folder, with LF at the end of lines.</param>
    private sealed record HandedInPage(string Path, string Title, string Office, string Message, string Text);

    /// <summary>The server of the repository.</summary>
    /// <param name="Name">As git calls it: <c>origin</c>.</param>
    /// <param name="Forge">Where requests are opened; null for a repository without such a page.</param>
    private sealed record Remote(string Name, ForgeAddress? Forge)
    {
        public static Remote? Of(GitProgram git, SiteEnvironment environment)
        {
            var names = git.Do("remote").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var name = names.Contains("origin", StringComparer.Ordinal) ? "origin" : names.FirstOrDefault();
            return name is null ? null : new(name, ForgeAddress.Of(git.Do("remote", "get-url", name), environment.Variable));
        }

        /// <returns>The branch into which changes go.</returns>
        /// <exception cref="EnvironmentException">The server cannot be reached, or has no branch.</exception>
        public string Target(GitProgram git)
        {
            var head = git.Do("ls-remote", "--symref", Name, "HEAD").Split('\n').FirstOrDefault(line => line.StartsWith("ref: refs/heads/", StringComparison.Ordinal));
            return head is not null ? head["ref: refs/heads/".Length..head.IndexOf('\t', StringComparison.Ordinal)] : throw new EnvironmentException($"服务器 {Name} 上还没有分支，请管理员先推送一次网站。");
        }
    }
}
