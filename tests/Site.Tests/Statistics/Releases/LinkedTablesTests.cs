using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>Tables of one indicator by different dimensions: what no table prints stands in the equations all the same.</summary>
public class LinkedTablesTests
{
    private const string Tables =
        """
        -- input/tables.yaml --
        - { id: areas, title: 分地区, indicators: [form.work.leads], dimensions: [area] }
        - { id: sectors, title: 分行业, indicators: [form.work.leads], dimensions: [sector] }

        """;

    [Theory]
    [InlineData(3, 12, false)]
    [InlineData(9, 40, false)]
    [InlineData(2, 91, false)]
    [InlineData(40, 3, true)]
    [InlineData(9, 4, true)]
    public void A_small_street_and_a_small_office_do_not_follow_from_the_table_by_sector(long street, long office, bool isTooFine)
    {
        // Three districts, each with streets without a sector and one fire office.
        var units = new List<string> { "city,示例市,,city," };
        var figures = new List<(string, long)>();
        foreach (var (district, at) in "abc".Select((district, at) => (district, at)))
        {
            units.Add($"{district},示例{district}区,city,district,");
            units.AddRange(Enumerable.Range(1, 5).Select(number => $"{district}{number},示例{district}{number}街道,{district},street,"));
            units.Add($"{district}f,示例{district}区消防局,{district},office,fire");
            figures.AddRange(Enumerable.Range(1, 5).Select(number => ($"{district}{number}", (at, number) == (0, 1) ? street : 50L + (10 * at) + number)));
            figures.Add(($"{district}f", at == 0 ? office : 90 + at));
        }

        AssertSafe(units, figures, [.. from district in "abc" from number in Enumerable.Range(1, 5) select ($"示例{district}{number}街道", "未分行业"),
            .. "abc".Select(district => ($"示例{district}区本级", "消防"))], isTooFine);
    }

    [Fact]
    public void Nor_where_one_street_has_an_office_of_its_own()
    {
        var units = new List<string> { "city,示例市,,city," };
        var figures = new List<(string, long)>();
        for (var at = 1; at <= 12; at++)
        {
            units.AddRange([$"s{at},示例{at}街道,city,street,", $"c{at},示例{at}工地,s{at},enterprise,construction"]);
            figures.AddRange([($"s{at}", 40 + at), ($"c{at}", at == 1 ? 3 : 30 + at)]);
        }

        units.Add("f1,示例消防站,s1,enterprise,fire");
        units.Add("f2,示例二消防站,s2,enterprise,fire");
        figures.AddRange([("f1", 4), ("f2", 60)]);
        AssertSafe(units, figures, [.. from at in Enumerable.Range(1, 12) from sector in new[] { "未分行业", "建设施工" } select ($"示例{at}街道", sector),
            ("示例1街道", "消防"), ("示例2街道", "消防")], isTooFine: false);
    }

    private static void AssertSafe(IEnumerable<string> units, IEnumerable<(string Unit, long Value)> figures, (string Area, string Sector)[] possible, bool isTooFine)
    {
        var input = new MadeUpInput("-- input/units.csv --\nid,name,parent,level,sector\n" + string.Join('\n', units) + "\n" + Tables
            + "-- input/returns/1.csv --\nform,unit,as_of,indicator,value\n"
            + string.Concat(figures.Select(one => $"form,{one.Unit},2026-06-07,form.work.leads,{one.Value}\n")));

        var made = input.Release("2026-06-07");
        var built = input.Build();

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", made.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)) + "\n"
            + string.Join("\n\n", built.Value.SelectMany(release => release.Tables).Select(MadeUpInput.Print)));
        Assert.DoesNotContain(built.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        Assert.Equal(isTooFine, made.Diagnostics.Any(diagnostic => diagnostic.Code == "release/kept-back" && diagnostic.Message.Contains("分得太细", StringComparison.Ordinal)));
        Assert.NotEmpty(made.Files);
        Assert.Equal([], EmittedAttack.Find(built.Value, least: 10, new([.. possible.Select(unit => new KnownUnit([unit.Area], unit.Sector))])));
    }
}
