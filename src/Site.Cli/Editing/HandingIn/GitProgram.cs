using System.Diagnostics;
using System.Text;
using Site.Cli.Infrastructure;

namespace Site.Cli.Editing.HandingIn;

/// <summary>
/// The git of this machine, run in the site folder. It makes commits without touching the folder, its index or its branches: what somebody is working on stays as it is.
/// No hook of the repository is run. Nothing is asked in a terminal that nobody watches.
/// </summary>
/// <param name="program">Absolute path.</param>
/// <param name="folder">The site folder, absolute.</param>
/// <param name="ssh">What git runs for SSH; null for what is set on this machine.</param>
internal sealed class GitProgram(string program, string folder, string? ssh)
{
    /// <summary>How long a command may take that reaches over the network.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <returns>The git with which the folder's repository can be used; null where there is no git, or no repository.</returns>
    public static GitProgram? Find(SiteEnvironment environment, string folder)
    {
        var names = OperatingSystem.IsWindows() ? new[] { "git.exe" } : ["git"];
        var program = (environment.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathFullyQualified)
            .SelectMany(place => names.Select(name => Path.Combine(place, name))).FirstOrDefault(File.Exists);
        var git = program is null ? null : new GitProgram(program, folder, null);
        return git?.Run("rev-parse", "--show-prefix").ExitCode != 0 ? null : new(program!, folder, SilentSsh(git, environment));
    }

    /// <summary>Git's own setting does not keep ssh from asking for a password, or about a host's key: ssh opens the terminal itself.</summary>
    /// <returns>What git would run for SSH, told to ask nothing; null for a program that is neither OpenSSH nor PuTTY's.</returns>
    private static string? SilentSsh(GitProgram git, SiteEnvironment environment)
    {
        // In the order in which git looks.
        var command = environment.Variable("GIT_SSH_COMMAND") is { Length: > 0 } own ? own
            : git.Run("config", "--get", "core.sshCommand") is { ExitCode: 0, Output: { Length: > 1 } set } ? Encoding.UTF8.GetString(set).Trim() : null;
        var path = environment.Variable("GIT_SSH") is { Length: > 0 } named ? named : "ssh";
        var first = command is null ? path : command[0] is '\'' or '"' ? command[1..].Split(command[0])[0] : command.Split(' ')[0];
        command ??= $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
        return first.Split('/', '\\')[^1].ToLowerInvariant() switch
        {
            "ssh" or "ssh.exe" => command + " -o BatchMode=yes",
            "plink" or "plink.exe" or "tortoiseplink" or "tortoiseplink.exe" => command + " -batch",
            _ => null,
        };
    }

    /// <returns>What it wrote, without the line end.</returns>
    /// <exception cref="EnvironmentException">It failed; the message has its last line.</exception>
    public string Do(params string[] arguments) => Do(null, null, arguments);

    /// <param name="input">What it reads.</param>
    /// <param name="variables">Environment variables.</param>
    /// <inheritdoc cref="Do(string[])"/>
    public string Do(byte[]? input, (string Name, string Value)[]? variables, params string[] arguments)
    {
        var run = Run(input, variables, arguments);
        return run.ExitCode == 0 ? Encoding.UTF8.GetString(run.Output).TrimEnd('\n')
            : throw new EnvironmentException($"git {arguments[0]} 没有成功：{(run.Error.Trim() is { Length: > 0 } said ? said.Split('\n')[^1] : "没有说明原因")}");
    }

    /// <returns>What it came to; bytes as they are.</returns>
    public (int ExitCode, byte[] Output, string Error) Run(params string[] arguments) => Run(null, null, arguments);

    private (int ExitCode, byte[] Output, string Error) Run(byte[]? input, (string Name, string Value)[]? variables, string[] arguments)
    {
        var start = new ProcessStartInfo(program, ["-c", "core.quotepath=false", "-c", $"core.hooksPath={(OperatingSystem.IsWindows() ? "NUL" : "/dev/null")}", "-c", "protocol.ext.allow=never", "-c", "core.fsmonitor=false", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        (start.Environment["GIT_TERMINAL_PROMPT"], start.Environment["LC_ALL"], start.Environment["GIT_OPTIONAL_LOCKS"]) = ("0", "C", "0");
        if (ssh is not null)
        {
            start.Environment["GIT_SSH_COMMAND"] = ssh;
        }

        foreach (var (name, value) in variables ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        var copied = process.StandardOutput.BaseStream.CopyToAsync(output);
        try
        {
            process.StandardInput.BaseStream.Write(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all; its exit code says why.
        }

        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new EnvironmentException("git 等了两分钟还没有做完，已经停止：可能连不上服务器。");
        }

        Task.WaitAll(error, copied);
        return (process.ExitCode, output.ToArray(), error.Result);
    }
}
