using Site.Content.Types;
using Site.Core.Sources;
using Site.Exposures.SignOffs;

namespace Site.Tests;

public class SignOffReaderTests
{
    [Theory]
    [InlineData("reporter=甲乙丙", true)]
    [InlineData("contact=15400000001", true)]
    [InlineData("note=门卫透露的", true)]
    [InlineData("source=群众举报", true)]
    [InlineData("hazard=另一处隐患。", false)]
    [InlineData("published=2026-06-02", false)]
    public void The_hash_of_a_ledger_covers_what_is_public_and_tells_nothing_of_the_rest(string cell, bool isSame)
    {
        var rules = SignOffReader.Read(new(SampleSite.Files("-- input/policy.yaml --\nsignOff: {exposures: [科室审核]}"))).Value.Rules;
        string Hash(params string[] cells) =>
            Assert.Single(SignedItems.Find(Ledger.Website(), [], [Ledger.File("input/exposures/a.csv", $"{Ledger.Columns}\n{Ledger.Row(["status_on=", .. cells])}\n")], rules)).ContentHash;

        Assert.Equal(isSame, Hash() == Hash(cell));
    }

    private static readonly string Hash = new('a', 64);

    [Fact]
    public void A_merge_conflict_in_a_ledger_is_reported_at_its_lines() =>
        Assert.Equal(
            """
            input/sign-offs/content/warnings/a.md.csv:2:1: error sign-off/merge-conflict
              这里有一处没有合并完的改动。
              两边的签核各留一行，删去 “<<<<<<<”、“=======”、“>>>>>>>” 这些行，再检查一遍。
            input/sign-offs/content/warnings/a.md.csv:4:1: error sign-off/merge-conflict
              这里有一处没有合并完的改动。
              两边的签核各留一行，删去 “<<<<<<<”、“=======”、“>>>>>>>” 这些行，再检查一遍。
            input/sign-offs/content/warnings/a.md.csv:6:1: error sign-off/merge-conflict
              这里有一处没有合并完的改动。
              两边的签核各留一行，删去 “<<<<<<<”、“=======”、“>>>>>>>” 这些行，再检查一遍。
            """,
            Diagnostics($"role,office,on,content\n<<<<<<< HEAD\n科室审核,示例科,2026-06-01,{Hash}\n=======\n科室审核,示例科,2026-06-02,{Hash}\n>>>>>>> other\n"));

    [Theory]
    [InlineData("科室审核,示例科,2026-06-01")]
    [InlineData("科室审核,示例科,2026-06-31,{hash}")]
    [InlineData("科室审核,示例科,2026-06-01,{hash}a")]
    [InlineData("科室审核,示例\u202E科,2026-06-01,{hash}")]
    [InlineData("科室审核,示例\u200B科,2026-06-01,{hash}")]
    [InlineData("科室审核,=cmd|x,2026-06-01,{hash}")]
    [InlineData("科室审核,,2026-06-01,{hash}")]
    public void A_line_that_is_no_signature_is_reported_at_its_place(string line) =>
        Assert.StartsWith("input/sign-offs/content/warnings/a.md.csv:2:1: error sign-off/line", Diagnostics("role,office,on,content\n" + line.Replace("{hash}", Hash, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void A_ledger_of_ten_megabytes_is_not_even_loaded()
    {
        SourceFile ledger = new("input/sign-offs/content/warnings/a.md.csv", 10 * 1024 * 1024, () => throw new InvalidOperationException("Loaded."));

        Assert.Equal("input/too-large", Assert.Single(SignOffReader.Read(new([ledger])).Diagnostics).Code);
    }

    [Theory]
    [InlineData("signOff: {warning: [科室审核]}", "input/policy.yaml:1:11: error sign-off/unknown-field")]
    [InlineData("signOff: {warnings: []}", "input/policy.yaml:1:21: error sign-off/roles")]
    [InlineData("signOff: {warnings: [\"a,b\"]}", "input/policy.yaml:1:21: error sign-off/roles")]
    [InlineData("signOff: all", "input/policy.yaml:1:10: error sign-off/not-fields")]
    [InlineData("signOff: {warnings: [甲], owners: {乙: \"@a\"}}", "input/policy.yaml:1:35: error sign-off/unknown-field")]
    [InlineData("signOff: {warnings: [甲], owners: {甲: somebody}}", "input/policy.yaml:1:38: error sign-off/owner")]
    public void A_policy_that_asks_for_what_there_is_not_is_reported_at_its_place(string policy, string begins) =>
        Assert.StartsWith(begins, string.Join('\n', SignOffReader.Read(new(SampleSite.Files($"-- input/policy.yaml --\n{policy}"))).Diagnostics), StringComparison.Ordinal);

    [Fact]
    public void Kinds_that_the_policy_does_not_name_need_nothing()
    {
        var registry = SignOffReader.Read(new(SampleSite.Files("-- input/policy.yaml --\nleastPersons: 5\nsignOff:\n  warnings: 科室审核\n"))).Value;

        var rule = Assert.Single(registry.Rules);
        Assert.Equal("warnings", rule.Kind.Id);
        Assert.Equal(["科室审核"], rule.Roles);
    }

    [Fact]
    public void Every_folder_of_content_is_a_kind_that_may_need_sign_offs() =>
        Assert.Equal(
            ContentTypes.All.Select(kind => $"content/{kind.Folder}/").Order(),
            SignOffKinds.All.Select(kind => kind.Folder).Where(folder => folder.StartsWith("content/", StringComparison.Ordinal)).Order());

    private static string Diagnostics(string ledger) =>
        string.Join('\n', SignOffReader.Read(new([SampleSite.File("input/sign-offs/content/warnings/a.md.csv", ledger)])).Diagnostics);
}
