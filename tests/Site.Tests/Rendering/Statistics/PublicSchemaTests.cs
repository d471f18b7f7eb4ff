using System.Runtime.CompilerServices;

namespace Site.Tests;

/// <summary>Open data held against the schemas of others, by the tools of others (tests/node/valid.mjs).</summary>
public class PublicSchemaTests
{
    private static readonly Dictionary<string, string> Site = RenderedSite.Of(
        SampleSite.Read(""),
        SampleFigures.Read(
            SampleFigures.Files("w1", "2026-06-07", [SampleFigures.Drills]),
            SampleFigures.Files("w2", "2026-06-14", [SampleFigures.Sessions, SampleFigures.Drills])));

    [Fact]
    public async Task The_data_package_follows_the_profiles_of_Frictionless_and_a_table_the_schema_that_is_published_beside_it()
    {
        using var folder = Folder("data/datapackage.json", "data/table.schema.json", "data/w2/sessions.json", "data/w2/drills.json");

        AssertValid(await SchemaTool.RunAsync("schema",
        [
            (Public("datapackage-1.0.json"), [folder.In("data/datapackage.json")]),
            (Public("datapackage-2.0.json"), [folder.In("data/datapackage.json")]),
            (folder.In("data/table.schema.json"), [folder.In("data/w2/sessions.json"), folder.In("data/w2/drills.json")]),
        ]));
    }

    [Fact]
    public async Task The_catalogue_follows_the_shapes_of_DCAT_AP_3()
    {
        using var folder = Folder("data/catalog.jsonld");

        AssertValid(await SchemaTool.RunAsync("shapes",
        [
            (Public("dcat-ap-3.0.0-shapes.ttl"), [folder.In("data/catalog.jsonld")]),
            (Public("dcat-ap-3.0.0-range.ttl"), [folder.In("data/catalog.jsonld")]),
        ]));
    }

    [Theory]
    [InlineData("schema", "datapackage-2.0.json", """{"name": "a", "resources": []}""")]
    [InlineData("shapes", "dcat-ap-3.0.0-shapes.ttl", """{"@id": "https://example.org/", "@type": "http://www.w3.org/ns/dcat#Catalog"}""")]
    public async Task What_does_not_follow_a_schema_is_found(string how, string schema, string text)
    {
        using var folder = new SiteFolder("");
        folder.Write("file.json", text);

        Assert.NotEqual("", (await SchemaTool.RunAsync(how, Public(schema), folder.In("file.json"))).Output);
    }

    [Fact]
    public void Every_resource_of_the_package_and_every_download_of_the_catalogue_is_a_file_of_the_site()
    {
        using var package = System.Text.Json.JsonDocument.Parse(Site["data/datapackage.json"]);
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();

        Assert.Equal(8, resources.Count);
        Assert.All(resources, resource => Assert.Contains("data/" + resource.GetProperty("path").GetString(), Site.Keys));
        Assert.Equal(resources.Count, resources.Select(resource => resource.GetProperty("name").GetString()).Distinct().Count());
        Assert.All(resources, resource => Assert.Contains($"\"https://example.gov.cn/data/{resource.GetProperty("path").GetString()}\"", Site["data/catalog.jsonld"]));
    }

    [Theory]
    [InlineData("w2/sessions.csv")]
    [InlineData("w1/drills.csv")]
    public void The_columns_that_the_package_describes_are_those_of_the_file(string path)
    {
        using var package = System.Text.Json.JsonDocument.Parse(Site["data/datapackage.json"]);
        var schema = package.RootElement.GetProperty("resources").EnumerateArray()
            .Single(resource => resource.GetProperty("path").GetString() == path).GetProperty("schema");
        var rows = ReadFigures.Csv(Site["data/" + path]);
        var missing = schema.GetProperty("missingValues").EnumerateArray().Select(value => value.GetString()).ToList();
        var key = schema.GetProperty("primaryKey").EnumerateArray().Select(column => column.GetString()!).ToList();

        Assert.Equal(rows[0].Keys, schema.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()));
        Assert.All(rows.Skip(1), row => Assert.True(missing.Contains(row["value"]) || row["value"].All(char.IsAsciiDigit)));
        Assert.Equal(rows.Count - 1, rows.Skip(1).Select(row => string.Join('|', key.Select(column => row[column]))).Distinct().Count());
    }

    private static void AssertValid(SiteRun run) => Assert.True(run is { ExitCode: 0, Output: "" }, run.Output + run.Error);

    /// <returns>These files of the site.</returns>
    private static SiteFolder Folder(params ReadOnlySpan<string> paths)
    {
        var folder = new SiteFolder("");
        foreach (var path in paths)
        {
            folder.Write(path, Site[path]);
        }

        return folder;
    }

    private static string Public(string name, [CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, "Public", name);
}
