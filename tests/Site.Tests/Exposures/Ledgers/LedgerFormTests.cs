using System.Text;
using FsCheck.Fluent;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Ledgers;

namespace Site.Tests;

/// <summary>Ledgers as files: encodings, columns, quotes, sizes, and characters that nobody sees.</summary>
public class LedgerFormTests
{
    [Fact]
    public void The_columns_of_the_contract_are_taken_as_they_are_in_any_order()
    {
        var row = Ledger.Row().Split(',');
        var turned = string.Join(',', Ledger.Columns.Split(',').Reverse()) + "\n" + string.Join(',', row.Reverse()) + "\n";

        var read = Ledger.ReadFiles("2026-06-10", Ledger.File("input/exposures/a.csv", turned));

        Assert.Empty(read.Diagnostics);
        Assert.Equal("示例仓储有限公司", Assert.Single(read.Value.Exposures).Subject);
    }

    [Fact]
    public void A_byte_order_mark_blank_lines_and_line_feeds_alone_do_no_harm()
    {
        var read = Ledger.ReadFiles("2026-06-10", Ledger.File("input/exposures/a.csv", $"\uFEFF{Ledger.Columns}\n\n{Ledger.Row()}\n\n"));

        Assert.Empty(read.Diagnostics);
        Assert.Single(read.Value.Exposures);
    }

    [Fact]
    public void An_unknown_a_missing_and_a_repeated_column_are_reported_at_their_place_without_their_names()
    {
        var head = Ledger.Columns.Replace("note", "13800138000", StringComparison.Ordinal).Replace("place", "kind", StringComparison.Ordinal);

        var read = Ledger.ReadFiles("2026-06-10", Ledger.File("input/exposures/a.csv", head + "\n" + Ledger.Row() + "\n"));

        Assert.Equal(["1:54 exposure/duplicate-column", "1:137 exposure/unknown-column"], Ledger.Short(read));
        Assert.StartsWith("还缺 place、note，是不是写成了它？", read.Diagnostics[1].Help, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", string.Join('\n', read.Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_a_cell_too_few_is_reported_and_the_next_one_is_still_checked()
    {
        var read = Ledger.Read(Ledger.Row()[..^1], Ledger.Row("id=A-2", "published=2026-02-30"));

        Assert.Equal(["2:1 exposure/cell-count", "3:5 exposure/impossible-date"], Ledger.Short(read));
    }

    [Fact]
    public void A_ledger_in_GBK_is_reported_at_its_first_foreign_byte()
    {
        byte[] gbk = [.. Encoding.ASCII.GetBytes(Ledger.Columns + "\nA-1,"), 0xB0, 0xA1];

        var read = Ledger.ReadFiles("2026-06-10", SampleSite.File("input/exposures/a.csv", gbk));

        Assert.Equal(["2:5 input/not-utf8"], Ledger.Short(read));
    }

    [Fact]
    public void A_row_of_ten_megabytes_is_reported_at_its_line_and_nothing_of_it_is_shown()
    {
        var read = Ledger.Read(Ledger.Row(), Ledger.Row("id=A-2", "hazard=" + new string('长', 3_400_000)));

        Assert.Equal(["3:1 csv/row-too-long"], Ledger.Short(read));
    }

    [Fact]
    public void A_file_that_claims_to_be_larger_than_16_megabytes_is_not_loaded()
    {
        var read = Ledger.ReadFiles("2026-06-10", new SourceFile("input/exposures/a.csv", 2L << 30, () => throw new InvalidOperationException("It was loaded.")));

        Assert.Equal(["1:1 input/too-large"], Ledger.Short(read));
    }

    [Fact]
    public void A_quotation_mark_without_its_other_is_reported_where_it_stands()
    {
        var read = Ledger.Read("A-1,\"2026-06-01,hazard", Ledger.Row("id=A-2"));

        Assert.Equal(["2:5 csv/open-quote"], Ledger.Short(read));
    }

    [Theory]
    [InlineData("hazard=安全\u202E出口", "2:44 exposure/hidden-character")]
    [InlineData("enterprise=示例\u200B仓储有限公司", "2:23 exposure/hidden-character")]
    [InlineData("note=\u2066", "2:122 exposure/hidden-character")]
    public void Text_that_hides_something_is_reported_in_every_column(string cell, string expected) =>
        Assert.Equal([expected], Ledger.Diagnostics(cell));

    [Theory]
    [InlineData("hazard==HYPERLINK(1)", true)]
    [InlineData("enterprise=@示例有限公司", true)]
    [InlineData("place=+示例路", true)]
    [InlineData("hazard=＝1+1", true)]
    [InlineData("note==cmd|' /C calc'!A0", true)]
    [InlineData("contact=+86 0000", false)]
    public void What_a_spreadsheet_would_run_is_reported_and_a_telephone_with_a_plus_is_not(string cell, bool isFormula) =>
        Assert.Equal(isFormula, Ledger.Diagnostics(cell).Any(diagnostic => diagnostic.EndsWith("exposure/formula", StringComparison.Ordinal)));

    [Fact]
    public void Cells_come_out_of_quotes_as_they_went_in_with_their_places()
    {
        var cells = Gen.ArrayOf(Gen.Elements("", "示例", "a,b", "\"", "\r\n", "甲\"乙", " ", "，")).Select(parts => string.Concat(parts));
        var tables = Gen.NonEmptyListOf(Gen.NonEmptyListOf(cells)).Resize(20);

        Prop.ForAll(tables.ToArbitrary(), table =>
        {
            var width = table.Max(row => row.Count);
            table = [[.. Enumerable.Repeat("x", width)], .. table.Where(row => row.Any(cell => cell.Trim().Length > 0))];
            var text = string.Join("\r\n", table.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
            List<Diagnostic> diagnostics = [];

            var read = LedgerRows.Read("a.csv", text, diagnostics);

            Assert.Empty(diagnostics);
            Assert.Equal(table.Select(row => row.Select(cell => cell.Trim())), read.Select(row => row.Select(cell => cell.Text)));
            Assert.All(read.SelectMany(row => row), cell => Assert.Equal('"', text.Split('\n')[cell.Line - 1][cell.Column - 1]));
        }).AssertHolds();
    }

    [Fact]
    public void Any_bytes_give_diagnostics_or_entries_and_never_an_exception()
    {
        Prop.ForAll<byte[]>(bytes =>
        {
            var read = Ledger.ReadFiles("2026-06-10", SampleSite.File("input/exposures/a.csv", bytes ?? []));

            Assert.True(read.Diagnostics.HasErrors() || bytes is null);
        }).AssertHolds();
    }
}
