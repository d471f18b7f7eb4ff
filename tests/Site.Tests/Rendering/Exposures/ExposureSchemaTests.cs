
namespace Site.Tests;

/// <summary>The published schema holds for the published file, by the tool of others (tests/node/valid.mjs).</summary>
public class ExposureSchemaTests
{
    [Fact]
    public async Task The_entries_follow_the_schema_that_is_published_beside_them_and_other_things_do_not()
    {
        var read = Ledger.Read(
            Ledger.Row("reporter=甲乙丙"), Ledger.Row("id=A-2", "credit_code=91330900MA2XXXXX0A", "place=示例路"),
            Ledger.Row("id=A-3", "kind=redlist", "legal_basis=", "deadline=", "status_on="), Ledger.Row("id=A-4", "status=rectified", "status_on=2026-06-08"));
        var site = RenderedSite.Of(Ledger.Website(), read.Value);
        using var folder = new SiteFolder("");
        folder.Write("schema.json", site["data/exposures.schema.json"]);
        folder.Write("right.json", site["data/exposures.json"]);
        folder.Write("wrong.json", site["data/exposures.json"].Replace("\"status\": \"open\"", "\"status\": \"withdrawn\"", StringComparison.Ordinal));

        var right = await ValidateAsync(folder, "right.json");
        var wrong = await ValidateAsync(folder, "wrong.json");

        Assert.Equal((0, ""), (right.ExitCode, right.Output));
        Assert.Contains("/entries/", wrong.Output, StringComparison.Ordinal);
    }

    private static Task<SiteRun> ValidateAsync(SiteFolder folder, string file) =>
        SchemaTool.RunAsync("schema", folder.In("schema.json"), folder.In(file));
}
