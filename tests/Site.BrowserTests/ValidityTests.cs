using System.Text.Json;

namespace Site.BrowserTests;

/// <summary>The Nu HTML checker, on every page that was built.</summary>
public sealed class ValidityTests(Browsing browsing)
{
    /// <remarks>
    /// Two kinds of warnings are false. The checker reads files, so for it <c>'self'</c> is no origin and every local address breaks the
    /// policy; and it takes JSON-LD, which browsers never run, for script. Whether the policy holds is seen in the browser, in every test.
    /// </remarks>
    private static readonly string[] FalseAlarms =
    [
        "Resource violates Content Security Policy (meta tag): image “/assets/",
        "Resource violates Content Security Policy (meta tag): image “/works/",
        "Resource violates Content Security Policy (meta tag): external script “/assets/",
        "Resource violates Content Security Policy (meta tag): external stylesheet “/assets/",
        "Inline script violates Content Security Policy (meta tag): blocked by “script-src” directive",
    ];

    [Trait("Speed", "slow")]
    [Fact]
    public void The_Nu_checker_finds_nothing_on_any_page()
    {
        var java = Programs.Find(["java"], "default-jre-headless");

        var (_, output) = Programs.Run(java, ["-jar", Checker(), "--stdout", "--skip-non-html", "--format", "json", browsing.Site.Folder]);

        var messages = JsonDocument.Parse(output).RootElement.GetProperty("messages").EnumerateArray().ToList();
        Assert.Contains(messages, IsFalseAlarm);
        Assert.Empty(messages.Where(message => !IsFalseAlarm(message)).Select(Say));
    }

    private static bool IsFalseAlarm(JsonElement message) =>
        message.GetProperty("type").GetString() == "info"
        && FalseAlarms.Any(text => message.GetProperty("message").GetString()!.StartsWith(text, StringComparison.Ordinal));

    private string Say(JsonElement message) =>
        $"{message.GetProperty("url").GetString()!.Split(browsing.Site.Folder)[^1]}: {message.GetProperty("message").GetString()} "
        + (message.TryGetProperty("extract", out var extract) ? extract.GetString() : "");

    /// <returns>Where the checker lies; it is brought by npm the first time.</returns>
    private static string Checker()
    {
        var folder = Path.Combine(Repository.Folder, "tests", "Site.BrowserTests");
        var checker = Path.Combine(folder, "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
        if (!File.Exists(checker))
        {
            var (exitCode, output) = Programs.Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
            Assert.True(exitCode == 0, output);
        }

        return checker;
    }
}
