using System.Globalization;
using System.Text.Json.Nodes;
using Site.Cli.Commands;
using Site.Content.FrontMatter;
using Site.Content.Types;
using Site.Core.Yaml;

namespace Site.Tests;

/// <summary>What <c>site schema</c> writes for editors and staff follows from the fields as they are declared.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void The_schemas_and_the_tables_of_fields_in_this_repository_are_fresh()
    {
        var stale = SchemaCommand.Files(Read).Where(file => Read(file.Path) != file.Text)
            .Select(file => $"{file.Path} does not follow the fields any more: run `dotnet run --project src/Site.Cli -- schema`.");

        Findings.AssertNone(stale);
    }

    [Trait("Speed", "slow")]
    [Fact]
    public async Task Every_page_of_this_repository_follows_the_schema_of_its_type()
    {
        Findings.AssertNone(
            from type in ContentTypes.All
            where !Directory.Exists(Path.Combine(Repository.Root, type.ContentFolder))
            select $"{type.ContentFolder} is not there, so no page shows how its fields are written: run `dotnet run --project src/Site.Cli -- new {type.Name} \"标题\"` and fill it in.");

        using var folder = new SiteFolder("");
        var groups = new List<(string, IEnumerable<string>)>();
        foreach (var type in ContentTypes.All)
        {
            var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, type.ContentFolder), "*.md", SearchOption.AllDirectories)
                .Where(path => Path.GetFileName(path) != "README.md").Order(StringComparer.Ordinal).Select((path, number) => (path, $"{type.Folder}-{number}.json")).ToList();
            pages.ForEach(page => folder.Write(page.Item2, FrontMatterOf(File.ReadAllText(page.path)).ToJsonString()));
            groups.Add((SchemaOf(type.Folder), pages.Select(page => folder.In(page.Item2))));
        }

        var run = await SchemaTool.RunAsync("schema", groups);

        Assert.True(run.Output.Length == 0 && run.ExitCode == 0, run.Output + run.Error);
    }

    [Fact]
    public async Task A_schema_refuses_what_the_reader_refuses()
    {
        (string Type, string Yaml, string Says)[] pages =
        [
            ("laws", "title: a\nsource: b\nreviewer: c\nname: d\nversion: 2021-06-10\narticles: 9", ""),
            ("laws", "title: a\nsource: b\nreviewer: c\nname: d\nversion: 2021-06-10", ""),
            ("laws", "title: a\nsource: b\nreviewer: c\nname: d", "version"),
            ("laws", "title: a\nsource: b\nreviewer: c\nname: d\nversion: 2021-06-10\narticles: 0", "articles"),
            ("laws", "title: a\nsource: b\nreviewer: c\nname: d\nversion: 10.6.2021\narticles: 9", "version"),
            ("laws", "title: a\nsource: b\nreviewer: c\nname: d\nversion: 2021-06-10\narticles: many", "articles"),
            ("guides", "title: a\nsource: b\nreviewer: c\nhazzard: d", "additional"),
            ("guides", "title: a\nsource: b\nreviewer: c\nsectors: [消防]", "sectors"),
            ("guides", "Title: a\nsource: {title: b, url: \"https://example.gov.cn/\"}\nreviewer: c\nsectors: fire", ""),
        ];
        using var folder = new SiteFolder("");
        foreach (var (at, page) in pages.Index())
        {
            folder.Write($"{at}.json", FrontMatterOf($"---\n{page.Yaml}\n---\n").ToJsonString());
        }

        var run = await SchemaTool.RunAsync("schema", pages.Select((page, at) => (SchemaOf(page.Type), (IEnumerable<string>)[folder.In($"{at}.json")])));

        foreach (var (at, (_, yaml, says)) in pages.Index())
        {
            var said = string.Concat(run.Output.Split('\n').Where(line => line.StartsWith($"{folder.In($"{at}.json")}: ", StringComparison.Ordinal)));
            Assert.True(says.Length == 0 ? said.Length == 0 : said.Contains(says, StringComparison.Ordinal), $"{yaml}\n{said}");
        }
    }

    [Fact]
    public async Task The_command_writes_where_it_is_told_and_keeps_the_other_settings_of_the_editor()
    {
        using var folder = new SiteFolder(
            """
            -- .vscode/settings.json --
            {"editor.wordWrap": "on"}
            """);

        var run = await SiteProgram.RunAsync("schema", "--site", folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(ContentTypes.All.Length + 3, run.Output.Count(c => c == '\n'));
        Assert.Contains("\"editor.wordWrap\": \"on\"", folder.Read(".vscode/settings.json"), StringComparison.Ordinal);
        Assert.Contains("content/halls/**/*.md", folder.Read(".vscode/settings.json"), StringComparison.Ordinal);
    }

    private static string? Read(string path) => Path.Combine(Repository.Root, path) is var full && File.Exists(full) ? File.ReadAllText(full) : null;

    private static string SchemaOf(string type)
    {
        var path = Path.Combine(Repository.Root, ".vscode", "schemas", $"{type}.json");
        Assert.True(File.Exists(path), $".vscode/schemas/{type}.json is not there: run `dotnet run --project src/Site.Cli -- schema`.");
        return path;
    }

    private static JsonNode FrontMatterOf(string text)
    {
        var file = MarkdownFile.Split("content/a.md", text.ReplaceLineEndings("\n"), []);
        return Json(YamlReader.Read(file.Yaml, file.YamlLine, "content/a.md", [])!)!;
    }

    /// <returns>The value that YAML 1.2 takes it for.</returns>
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlNode.Mapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Json(entry.Value)))),
        YamlNode.Sequence sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        YamlNode.Scalar { IsQuoted: false, Value: "true" or "false" } flag => flag.Value == "true",
        YamlNode.Scalar { IsQuoted: false } number when decimal.TryParse(number.Value, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) => value,
        YamlNode.Scalar scalar => scalar.Value,
        _ => null,
    };
}
