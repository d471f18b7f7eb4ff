using Site.Core.Diagnostics;
using Site.Exposures.Ledgers;
using Site.Exposures.Released;

namespace Site.Tests;

/// <summary>What has to stand in a row.</summary>
public class EntryCheckTests
{
    [Theory]
    [InlineData("id=", "exposure/wrong-id")]
    [InlineData("id=../etc", "exposure/wrong-id")]
    [InlineData("id=redlist", "exposure/taken-id")]
    [InlineData("id=13800138000", "exposure/private-id")]
    [InlineData("published=2026-02-30", "exposure/impossible-date")]
    [InlineData("published=", "exposure/no-date")]
    [InlineData("deadline=2026-05-31", "exposure/dates-out-of-order")]
    [InlineData("status_on=2026-05-31", "exposure/dates-out-of-order")]
    [InlineData("kind=other", "exposure/unknown-kind")]
    [InlineData("status=closed", "exposure/unknown-status")]
    [InlineData("area=示例丁区", "exposure/unknown-area")]
    [InlineData("area=office", "exposure/unknown-area")]
    [InlineData("sector=farming", "exposure/unknown-sector")]
    [InlineData("enterprise=", "exposure/wrong-enterprise")]
    [InlineData("decision=责令30日内改正", "exposure/no-decision-number")]
    [InlineData("decision=", "exposure/no-text")]
    [InlineData("hazard=", "exposure/no-text")]
    [InlineData("hazard=接群众举报。", "exposure/no-text")]
    [InlineData("legal_basis=", "exposure/no-legal-basis")]
    [InlineData("legal_basis=《安全生产法》", "exposure/no-article")]
    [InlineData("legal_basis=《示例条例》第三条", "exposure/unknown-law")]
    [InlineData("legal_basis=《安全生产法》第一百二十条", "exposure/unknown-article")]
    [InlineData("legal_basis=安全生产法(2014)#41", "exposure/law-version")]
    [InlineData("credit_code=12345", "exposure/wrong-credit-code")]
    [InlineData("credit_code=11010519491231002X", "exposure/wrong-credit-code")]
    [InlineData("enterprise=示例仓储有限公司联系电话13800138000", "exposure/private-in-enterprise")]
    public void A_mistake_is_reported_at_its_cell_and_the_cell_is_not_repeated(string cell, string code)
    {
        var read = Ledger.Read(Ledger.Row(cell));

        var diagnostic = Assert.Single(read.Diagnostics, diagnostic => diagnostic.Code == code);
        Assert.Equal(Severity.Error, diagnostic.Severity);
        Assert.Equal(ColumnOf(cell[..cell.IndexOf('=')], cell), diagnostic.Location.Column);
        Assert.DoesNotContain("13800138000", diagnostic.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("11010519491231002X", diagnostic.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("张三")]
    [InlineData("李四海")]
    [InlineData("欧阳四海")]
    [InlineData("买买提·艾合买提")]
    [InlineData("王老板")]
    [InlineData("赵某某")]
    [InlineData("张科")]
    public void A_person_s_name_is_no_enterprise_and_is_not_repeated(string name)
    {
        var read = Ledger.Read(Ledger.Row($"enterprise={name}"));

        var diagnostic = Assert.Single(read.Diagnostics);
        Assert.Equal("exposure/person-as-enterprise", diagnostic.Code);
        Assert.DoesNotContain(name, diagnostic.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("《安全生产法》第四十一条", "《安全生产法》第四十一条")]
    [InlineData("《中华人民共和国安全生产法》第四十一条第二款、第一百零二条", "《安全生产法》第四十一条、第一百零二条")]
    [InlineData("违反安全生产法第41条", "《安全生产法》第四十一条")]
    [InlineData("安全生产法(2021)#41", "《安全生产法》第四十一条")]
    [InlineData("work-safety-law#20", "《安全生产法》第二十条")]
    [InlineData("《安全生产法》（2021年修正）第一百一十条", "《安全生产法》第一百一十条")]
    public void A_legal_basis_may_be_written_in_several_ways(string written, string shown) =>
        Assert.Equal(shown, Assert.Single(Ledger.Entry($"legal_basis={written}").LegalBases).Text);

    [Theory]
    [InlineData("示应急罚〔2026〕12号")]
    [InlineData("责令停产，罚款3万元（（示）应急罚[2026]第12号）")]
    [InlineData("示消行罚决字(2026)第0018号")]
    [InlineData("第12号督办单")]
    [InlineData("ZD-2026-012")]
    [InlineData("督办2026-12号")]
    public void A_decision_number_may_be_written_in_several_ways(string decision) =>
        Assert.Empty(Ledger.Diagnostics($"decision={decision}"));

    [Fact]
    public void A_red_list_entry_needs_no_legal_basis() =>
        Assert.Empty(Ledger.Entry("kind=redlist", "legal_basis=", "deadline=", "hazard=连续十年没有事故。").LegalBases);

    [Fact]
    public void Where_a_ledger_tells_reasons_each_row_needs_one()
    {
        var text = $"{Ledger.Columns},reasons\n{Ledger.Row()},典型、震慑性\n{Ledger.Row("id=A-2")},\n{Ledger.Row("id=A-3")},好看\n";

        var read = Ledger.ReadFiles("2026-06-10", Ledger.File("input/exposures/a.csv", text));

        Assert.Equal(["typical", "deterrent"], Assert.Single(read.Value.Exposures).Reasons);
        Assert.Equal([3, 4], read.Diagnostics.Where(diagnostic => diagnostic.Code == "exposure/no-reason").Select(diagnostic => diagnostic.Location.Line));
    }

    [Fact]
    public void An_id_stands_once_in_a_ledger_whatever_its_capitals()
    {
        var read = Ledger.Read(Ledger.Row(), Ledger.Row("id=a-1", "enterprise=示例物流有限公司"));

        Assert.Equal(["3:1 exposure/duplicate-id"], Ledger.Short(read));
    }

    [Fact]
    public void A_later_ledger_may_take_an_entry_further_and_never_back()
    {
        var first = Ledger.File("input/exposures/1.csv", $"{Ledger.Columns}\n{Ledger.Row()}\n{Ledger.Row("id=A-2", "status=rectified", "status_on=2026-06-05")}\n");
        var second = Ledger.File(
            "input/exposures/2.csv",
            $"{Ledger.Columns}\n{Ledger.Row("status=rectified", "status_on=2026-06-08")}\n{Ledger.Row("id=A-2", "status=open", "status_on=2026-06-09")}\n");

        var read = Ledger.ReadFiles("2026-06-10", first, second);

        var diagnostic = Assert.Single(read.Diagnostics);
        Assert.Equal("exposure/status-backwards", diagnostic.Code);
        Assert.Equal(3, diagnostic.Location.Line);
        Assert.Equal("rectified", read.Value.Exposures.Single(entry => entry.Id == "A-1").Status);
    }

    [Fact]
    public void Without_a_list_of_units_areas_are_taken_by_their_looks_with_one_warning()
    {
        var text = $"{Ledger.Columns}\n{Ledger.Row()}\n{Ledger.Row("id=A-2")}\n{Ledger.Row("id=A-3", "area=13800138000")}\n";

        var read = PublicInputReader.Read(new([Ledger.File("input/exposures/a.csv", text)]), InputGround.Of(Ledger.Website()));

        Assert.Equal(["2:33 exposure/area-unchecked", "4:33 exposure/unknown-area"], Ledger.Short(read));
    }

    /// <returns>In UTF-16 units from 1, where a column of the row begins.</returns>
    private static int ColumnOf(string column, string cell)
    {
        var row = Ledger.Row(cell);
        var commas = Array.IndexOf(Ledger.Columns.Split(','), column);
        return row.Split(',').Take(commas).Sum(text => text.Length + 1) + 1;
    }
}
