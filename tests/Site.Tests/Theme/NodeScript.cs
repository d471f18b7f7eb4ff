using System.Diagnostics;
using System.Text.Json;

namespace Site.Tests;

/// <summary>Runs the theme's own script in Node.js, as the browser would.</summary>
internal static class NodeScript
{
    /// <param name="module">Below <c>themes/Campaign/Assets/js/</c>.</param>
    /// <param name="expression">JavaScript: what <c>module</c> (its exports) makes of <c>input</c>.</param>
    /// <returns>The expression's value.</returns>
    public static JsonElement Run(string module, string expression, object input)
    {
        var address = new Uri(Path.Combine(Repository.Root, "themes", "Campaign", "Assets", "js", module)).AbsoluteUri;
        var code =
            $$"""
            import * as module from {{JsonSerializer.Serialize(address)}};
            let text = "";
            for await (const part of process.stdin.setEncoding("utf8")) text += part;
            const input = JSON.parse(text);
            process.stdout.write(JSON.stringify({{expression}}));
            """;
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "--eval", code])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEndAsync();
        JsonSerializer.Serialize(node.StandardInput.BaseStream, input);
        node.StandardInput.Close();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
        return JsonDocument.Parse(output.Result).RootElement;
    }
}
