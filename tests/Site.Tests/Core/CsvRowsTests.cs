using Site.Core.Csv;

namespace Site.Tests;

/// <summary>Rows of CSV with the positions of their fields and of their faults.</summary>
public class CsvRowsTests
{
    [Fact]
    public void Every_field_knows_its_position_also_behind_one_of_several_lines()
    {
        using var rows = CsvRows.Open("a,\"b\r\nc\",d\n\ne", new(), fault => Assert.Fail($"{fault}"));

        Assert.True(rows.Read());
        Assert.Equal(["a", "b\r\nc", "d"], [rows[0], rows[1], rows[2]]);
        Assert.Equal([(1, 1), (1, 3), (2, 4), (2, 5)], [rows.PlaceOf(0), rows.PlaceOf(1), rows.PlaceOf(2), rows.PlaceOf(3)]);
        Assert.True(rows.Read());
        Assert.Equal((3 + 1, "e"), (rows.Line, rows[0]));
        Assert.False(rows.Read());
    }

    [Theory]
    [InlineData("安全,\"b,c\nd", CsvFaultKind.OpenQuote, 1, 4)]
    [InlineData("a\nb,\"c\"d", CsvFaultKind.TextAfterQuote, 2, 6)]
    [InlineData("a\nb,\"1\n2\"d", CsvFaultKind.TextAfterQuote, 3, 3)]
    [InlineData("a,b\"c", CsvFaultKind.StrayQuote, 1, 4)]
    public void The_first_fault_is_reported_at_its_place_and_nothing_is_read_after_it(string text, CsvFaultKind kind, int line, int column)
    {
        List<CsvFault> faults = [];
        using var rows = CsvRows.Open(text + "\nx,y", new(), faults.Add);

        while (rows.Read())
        {
            Assert.NotEqual("x", rows[0]);
        }

        Assert.False(rows.Read());
        var fault = Assert.Single(faults);
        Assert.Equal((kind, line, column), (fault.Kind, fault.Line, fault.Column));
    }

    [Fact]
    public void A_stray_quote_that_is_allowed_does_not_hide_the_fault_behind_it()
    {
        List<CsvFault> faults = [];
        using var rows = CsvRows.Open("a\"b,c\nd\"e,\"f", new() { AllowsStrayQuotes = true }, faults.Add);

        Assert.True(rows.Read());
        Assert.Equal("a\"b", rows[0]);
        Assert.False(rows.Read());
        Assert.Equal(new(CsvFaultKind.OpenQuote, 2, 2, 5), Assert.Single(faults));
    }

    [Theory]
    [InlineData(256, 0)]
    [InlineData(257, 1)]
    [InlineData(100_000, 1)]
    public void A_row_longer_than_the_limit_is_a_fault_whether_it_fits_the_buffer_or_not(int length, int expected)
    {
        List<CsvFault> faults = [];
        using var rows = CsvRows.Open("a\n" + new string('长', length), new() { LongestRow = 256 }, faults.Add);

        while (rows.Read())
        {
        }

        Assert.Equal(expected, faults.Count);
        Assert.All(faults, fault => Assert.Equal(new(CsvFaultKind.RowTooLong, 2, 2, 1), fault));
    }

    [Theory]
    [InlineData("a;b;c,d", ';')]
    [InlineData("a\tb,c", ',')]
    [InlineData("a\tb\tc,d\n,,,,", '\t')]
    public void The_separator_is_the_one_that_the_first_line_has_most_of(string text, char separator) =>
        Assert.Equal(separator, CsvFormat.SeparatorOf(text));

    [Theory]
    [InlineData("a,b,c\n1,2,3", "a|b|c 1|2|3")]
    [InlineData("a,b,c,,,\n1,2,3,,,\n,,,,,\n\n , ,,\n", "a|b|c 1|2|3")]
    [InlineData("a,b,c\n1,2,\n1,,", "a|b|c 1|2| 1||")]
    [InlineData("a,b,c,\n1,2,3,x\n1,2,3,4,\"\"", "a|b|c 1|2|3|x 1|2|3|4")]
    [InlineData(",,\na,b,\n1,2", "a|b 1|2")]
    [InlineData("a,,c,\n1,,3,", "a||c 1||3")]
    public void Columns_and_rows_that_only_Excel_sees_are_passed_over(string text, string read)
    {
        using var rows = CsvRows.Open(text, new(), fault => Assert.Fail($"{fault}"));
        List<string> found = [];
        while (rows.Read())
        {
            found.Add(string.Join('|', Enumerable.Range(0, rows.Count).Select(field => rows[field])));
        }

        Assert.Equal(read, string.Join(' ', found));
    }

    [Theory]
    [InlineData("id;name;parent;level;sector\ncity;示例市;;city;\n")]
    [InlineData("id\tname\tparent\tlevel\tsector\ncity\t示例市\t\tcity\t\n")]
    [InlineData("\uFEFFid,name,parent,level,sector,,\r\ncity,示例市,,city,,,\r\n,,,,,,\r\n")]
    public void A_list_of_units_is_read_as_Excel_saves_it(string text)
    {
        var read = Ledger.ReadFiles("2026-06-10", SampleSite.File("input/units.csv", text), Ledger.File("input/exposures/a.csv", Ledger.Columns + ",,\r\n" + Ledger.Row("area=示例市") + ",,\r\n,,,,,,,,,,,,,,,,,,,\r\n"));

        Assert.Empty(read.Diagnostics);
        Assert.Single(read.Value.Exposures);
    }

    [Fact]
    public void A_ledger_divided_by_semicolons_is_read() =>
        Assert.Empty(Ledger.ReadFiles("2026-06-10", Ledger.File("input/exposures/a.csv", Ledger.Columns.Replace(',', ';') + "\r\n" + Ledger.Row().Replace(',', ';') + "\r\n")).Diagnostics);
}
