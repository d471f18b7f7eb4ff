namespace Site.Tests;

/// <summary>Holds files against public schemas, by the tools of others (tests/node/valid.mjs), which npm brings the first time.</summary>
internal static class SchemaTool
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "node");

    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <param name="how"><c>schema</c> (JSON Schema) or <c>shapes</c> (SHACL).</param>
    /// <param name="schema">Path of the schema.</param>
    /// <returns>The run; what is wrong is in its output, a line each.</returns>
    public static Task<SiteRun> RunAsync(string how, string schema, params IEnumerable<string> files) => RunAsync(how, [(schema, files)]);

    /// <summary>Holds the files of several schemas against them in one run.</summary>
    public static async Task<SiteRun> RunAsync(string how, IEnumerable<(string Schema, IEnumerable<string> Files)> groups)
    {
        await Installed.Value;
        var words = string.Join(" -- ", groups.Select(group => string.Join(' ', group.Files.Prepend(group.Schema).Select(path => $"'{path}'"))));
        return await SiteProgram.RunShellAsync($"node '{Path.Combine(Folder, "valid.mjs")}' {how} {words}");
    }

    private static async Task InstallAsync()
    {
        var stamp = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (stamp.Exists && stamp.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
        {
            return;
        }

        var run = await SiteProgram.RunShellAsync($"cd '{Folder}' && npm ci --silent --no-audit --no-fund && touch node_modules/.package-lock.json");
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
