using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Content.FrontMatter;
using Site.Content.Settings;
using Site.Content.Themes;
using Site.Content.Types;
using Site.Core.Json;

namespace Site.Cli.Commands;

/// <summary>
/// <c>site schema [--site DIR]</c>: writes for editors what the fields of site.yaml and of each content type are, as JSON Schemas in <c>.vscode/</c>,
/// and for staff the tables in the guide in <c>.docs/</c>.
/// </summary>
internal static class SchemaCommand
{
    private const string Settings = ".vscode/settings.json";

    /// <summary>Where the guide for staff has tables of fields; a site that was made before the guide had pages of its own has them in its README.</summary>
    private static readonly ImmutableArray<string> Guide = [".docs/fields.md", ".docs/site.md", "content/README.md"];

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(SiteEnvironment environment)
    {
        var site = SiteOptions.Site();
        var command = new Command("schema", "Write JSON Schemas of all fields to .vscode, for editors, and the tables of fields in docs, for staff.") { site };
        command.SetAction((arguments, _) => Task.FromResult(Run(environment, SiteOptions.Folder(arguments.GetValue(site)!))));
        return command;
    }

    /// <param name="read">Gives the text of a file of the site folder, or null.</param>
    /// <returns>Every file that the command writes, by its path in the site folder, with its text.</returns>
    /// <exception cref="EnvironmentException">The settings of the editor are no JSON.</exception>
    internal static IEnumerable<(string Path, string Text)> Files(Func<string, string?> read)
    {
        yield return (SchemaOf("site"), Schema("site.yaml", SettingsReader.Fields));
        yield return (SchemaOf("theme"), Schema("theme.yaml", ThemeReader.Fields));
        foreach (var type in ContentTypes.All)
        {
            yield return (SchemaOf(type.Folder), Schema(type.Label, type.AllFields));
        }

        yield return (Settings, SettingsWith(read(Settings)));
        foreach (var path in Guide)
        {
            if (read(path) is { } page)
            {
                yield return (path, FieldTables.Rewrite(page));
            }
        }
    }

    private static int Run(SiteEnvironment environment, string site)
    {
        var folder = new SourceFolder(site, environment);
        foreach (var (path, text) in Files(path => folder.Find(path) is { } file ? Encoding.UTF8.GetString(file.Load()) : null).ToList())
        {
            SiteFile.Replace(site, path, Encoding.UTF8.GetBytes(text));
            environment.Terminal.WriteLine(SiteFile.DisplayPath(site, path));
        }

        return 0;
    }

    private static string SchemaOf(string name) => $".vscode/schemas/{name}.json";

    private static string Schema(string title, FieldSet fields)
    {
        var output = new ArrayBufferWriter<byte>();
        (fields.Schema() with { Dialect = JsonSchema.EditorDraft, Title = title }).Write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <returns>The settings of the editor with our mapping of files to schemas; what else is in them stays.</returns>
    private static string SettingsWith(string? written)
    {
        JsonObject settings;
        try
        {
            settings = written is null ? [] : JsonNode.Parse(written) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            throw new EnvironmentException($"{Settings} 不是 JSON（不能有注释），没有改动它。");
        }

        var schemas = new JsonObject { [SchemaOf("site")] = "site.yaml", [SchemaOf("theme")] = "themes/*/theme.yaml" };
        foreach (var type in ContentTypes.All)
        {
            schemas[SchemaOf(type.Folder)] = $"{type.ContentFolder}**/*.md";
        }

        settings["yaml.schemas"] = schemas;
        return settings.ToJsonString(Readable) + "\n";
    }
}
