using System.Diagnostics;

namespace Site.BrowserTests;

/// <summary>Programs of this machine that the tests need, brought with apt-get where they are missing.</summary>
internal static class Programs
{
    private static readonly Lock Installing = new();

    /// <summary>Finds a program, and installs Debian's packages for it where there is none.</summary>
    /// <param name="names">What it may be called, the best first.</param>
    /// <param name="packages">Debian packages that bring it, and what it needs to work.</param>
    /// <returns>Its absolute path.</returns>
    /// <exception cref="InvalidOperationException">It is missing and cannot be installed; the message says what to do.</exception>
    public static string Find(string[] names, params string[] packages)
    {
        lock (Installing)
        {
            return OnPath(names) ?? Install(names, packages);
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code, and what it wrote to both outputs.</returns>
    public static (int ExitCode, string Output) Run(string program, string[] arguments, string? folder = null)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static string? OnPath(string[] names) =>
        names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static string Install(string[] names, string[] packages)
    {
        var cure = $"{names[0]} is needed for these tests and was not found. Install it by hand: sudo apt-get install {string.Join(' ', packages)}";
        if (OnPath(["apt-get"]) is not { } aptGet)
        {
            throw new InvalidOperationException(cure);
        }

        string[] prefix = Environment.IsPrivilegedProcess ? [] : ["sudo", "--non-interactive"];
        var commands = new string[][] { [aptGet, "update", "-q"], [aptGet, "install", "-q", "-y", "--no-install-recommends", .. packages] };
        var output = string.Concat(commands.Select(command => (string[])[.. prefix, .. command])
            .Select(command => Run(command[0], command[1..]).Output));
        return OnPath(names) ?? throw new InvalidOperationException($"{cure}\napt-get could not:\n{output}");
    }
}
