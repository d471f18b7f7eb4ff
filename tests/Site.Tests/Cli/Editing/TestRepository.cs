using System.Diagnostics;
using System.Text;

namespace Site.Tests;

/// <summary>Makes a repository of a site, with a server that is a bare repository beside it.</summary>
internal sealed class TestRepository
{
    private readonly SiteFolder site;

    public TestRepository(SiteFolder site)
    {
        this.site = site;
        Run(site.Path, "init", "--quiet", "--initial-branch=main");
        Do("config", "user.name", "示例");
        Do("config", "user.email", "example@example.gov.cn");
        Do("add", ".");
        Do("commit", "--quiet", "-m", "第一次");
        Run(Path.GetDirectoryName(site.Path)!, "init", "--quiet", "--bare", "--initial-branch=main", Server);
        Do("remote", "add", "origin", Server);
        Do("push", "--quiet", "origin", "main");
    }

    private string Server => Path.Combine(Path.GetDirectoryName(site.Path)!, "server.git");

    public string Do(params string[] arguments) => Run(site.Path, arguments);

    public string AtServer(params string[] arguments) => Run(Server, arguments);

    public string[] Branches() => AtServer("for-each-ref", "--format=%(refname:short)", "refs/heads").Split('\n');

    /// <summary>Somebody else changes a file, and it is merged.</summary>
    public void CommitAtServer(string path, string text) => CommitAtServer(path, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="CommitAtServer(string, string)"/>
    public void CommitAtServer(string path, byte[] bytes) => CommitAtServer(other => File.WriteAllBytes(Path.Combine(other, path), bytes));

    /// <summary>Somebody else deletes a file, and it is merged.</summary>
    public void DeleteAtServer(string path) => CommitAtServer(other => File.Delete(Path.Combine(other, path)));

    private void CommitAtServer(Action<string> change)
    {
        var other = Path.Combine(Path.GetDirectoryName(site.Path)!, "other");
        if (!Directory.Exists(other))
        {
            Run(Path.GetDirectoryName(site.Path)!, "clone", "--quiet", Server, other);
            Run(other, "config", "user.name", "对方");
            Run(other, "config", "user.email", "other@example.gov.cn");
        }

        change(other);
        Run(other, "commit", "--quiet", "-am", "对方的改动");
        Run(other, "push", "--quiet", "origin", "main");
    }

    private static string Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-c", "core.quotepath=false", .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return output.TrimEnd('\n');
    }
}
