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

    [Theory]
    [InlineData("datapackage-1.0.json")]
    [InlineData("datapackage-2.0.json")]
    public Task The_data_package_follows_the_profile_of_Frictionless(string profile) =>
        AssertValidAsync("schema", Public(profile), Site["data/datapackage.json"]);

    [Theory]
    [InlineData("dcat-ap-3.0.0-shapes.ttl")]
    [InlineData("dcat-ap-3.0.0-range.ttl")]
    public Task The_catalogue_follows_the_shapes_of_DCAT_AP_3(string shapes) =>
        AssertValidAsync("shapes", Public(shapes), Site["data/catalog.jsonld"]);

    [Theory]
    [InlineData("data/w2/sessions.json")]
    [InlineData("data/w2/drills.json")]
    public async Task A_table_follows_the_schema_that_is_published_beside_it(string path)
    {
        using var folder = new SiteFolder("");
        folder.Write("schema.json", Site["data/table.schema.json"]);

        await AssertValidAsync("schema", folder.In("schema.json"), Site[path]);
    }

    [Theory]
    [InlineData("schema", "datapackage-2.0.json", """{"name": "a", "resources": []}""")]
    [InlineData("shapes", "dcat-ap-3.0.0-shapes.ttl", """{"@id": "https://example.org/", "@type": "http://www.w3.org/ns/dcat#Catalog"}""")]
    public async Task What_does_not_follow_a_schema_is_found(string how, string schema, string text) =>
        Assert.NotEqual("", await FindAsync(how, Public(schema), text));

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

    private static async Task AssertValidAsync(string how, string schema, string text) => Assert.Equal("", await FindAsync(how, schema, text));

    /// <returns>What is wrong; empty where nothing is.</returns>
    private static async Task<string> FindAsync(string how, string schema, string text)
    {
        using var folder = new SiteFolder("");
        folder.Write("file.json", text);
        var run = await SchemaTool.RunAsync(how, schema, folder.In("file.json"));
        Assert.True(run.ExitCode == 0 || run.Output.Length > 0, run.Error);
        return run.Output;
    }

    private static string Public(string name, [CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, "Public", name);
}
