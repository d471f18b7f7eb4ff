using FsCheck.Fluent;
using Site.Core.Diagnostics;
using Site.Core.Vocabularies;
using Site.Exposures.Entries;
using Site.Exposures.Ledgers;

namespace Site.Tests;

/// <summary>What is kept from readers: who reported, when, and who a private person is.</summary>
public class ProtectionTests
{
    [Fact]
    public void Private_values_are_masked_in_free_text_and_counted_for_the_editor_without_the_value()
    {
        var read = Ledger.Read(Ledger.Row(
            "hazard=值班室电话：55550103，负责人李四海的手机13800138000打不通。", "place=示例路8号3幢2单元501室", "decision=责令改正（示消限字〔2026〕第23号），联系人王小明"));

        var entry = Assert.Single(read.Value.Exposures);
        Assert.Equal("值班室电话：■■，负责人■■的手机■■打不通。", entry.Hazard);
        Assert.Equal("示例路■■", entry.Place);
        Assert.Equal("责令改正（示消限字〔2026〕第23号），联系人■■", entry.Decision);
        Assert.Equal(3, read.Diagnostics.Count(diagnostic => diagnostic.Code == "exposure/masked"));
        Assert.Contains("“hazard” 里遮盖了 3 处不公开的内容（手机号 1、座机号 1、姓名 1）", string.Join('\n', read.Diagnostics), StringComparison.Ordinal);
        Assert.DoesNotContain("李四海", string.Join('\n', read.Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_private_columns_hold_is_masked_wherever_it_stands_in_the_same_row()
    {
        var entry = Ledger.Entry("reporter=甲乙丙", "contact=示例茶座二楼 约三点", "note=藏在示例仓库后面的说明", "hazard=甲乙丙说，藏在示例仓库后面的说明，示例茶座二楼。");

        Assert.DoesNotContain("甲乙丙", entry.Hazard, StringComparison.Ordinal);
        Assert.DoesNotContain("茶座", entry.Hazard, StringComparison.Ordinal);
        Assert.DoesNotContain("藏在", entry.Hazard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("接群众举报，现场检查发现安全出口上了锁。", "现场检查发现安全出口上了锁。")]
    [InlineData("根据12345热线转办工单，安全出口上了锁。", "安全出口上了锁。")]
    [InlineData("安全出口上了锁，职工多次反映。", "安全出口上了锁。")]
    [InlineData("经核查，举报属实，安全出口上了锁。", "经核查，安全出口上了锁。")]
    public void What_tells_of_a_lead_is_left_out(string hazard, string shown)
    {
        var read = Ledger.Read(Ledger.Row($"hazard={hazard}"));

        Assert.Contains(read.Diagnostics, diagnostic => diagnostic.Code == "exposure/lead-removed");
        Assert.Equal(shown, TipOffPhrases.Remove(hazard).Text);
        Assert.All(read.Value.Exposures, entry => Assert.DoesNotContain("反映", entry.Hazard, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("接群众举报安全出口上了锁，现场没有灭火器。", "安全出口上了锁，现场没有灭火器。")]
    [InlineData("安全出口上了锁。实名举报：李四海", "安全出口上了锁。")]
    [InlineData("安全出口上了锁。举报人的名字是李四海", "安全出口上了锁。")]
    [InlineData("安全出口上了锁。举報人：李四海（Li Sihai）", "安全出口上了锁。")]
    [InlineData("安全出口上了锁。舉報者陳大文（Chan Tai Man）", "安全出口上了锁。")]
    [InlineData("安全出口上了锁。举报人：阿依古丽·买买提", "安全出口上了锁。")]
    [InlineData("安全出口上了锁。举报人：李四海 住幸福路", "安全出口上了锁。")]
    [InlineData("举报人：李四海、王五，安全出口上了锁。", "安全出口上了锁。")]
    [InlineData("举报者：厂里的焊工李四海，安全出口上了锁。", "安全出口上了锁。")]
    [InlineData("安全出口上了锁，来信人：李四海及家属。", "安全出口上了锁。")]
    [InlineData("门卫未对来访人员登记，来访者没有戴安全帽，安全出口上了锁。", "门卫未对来访人员登记，来访者没有戴安全帽，安全出口上了锁。")]
    [InlineData("来访者李四海反映后门上锁，安全出口上了锁。", "后门上锁，安全出口上了锁。")]
    [InlineData("突然来电说明电路带病，安全出口上了锁。", "突然来电说明电路带病，安全出口上了锁。")]
    [InlineData("李四海来电反映安全出口上了锁。", "安全出口上了锁。")]
    [InlineData("实名举报：通道堵塞。", "通道堵塞。")]
    [InlineData("接群眾舉報安全出口上了鎖，現場沒有滅火器。", "安全出口上了鎖，現場沒有滅火器。")]
    [InlineData("举报人李四海（身份证659999190412310030，手机16900000008，沪Z00009车主）举报某市远大建材厂违规动火，奖励2000元。", "某市远大建材厂违规动火，奖励2000元。")]
    [InlineData("现场检查发现群众举报的后门上锁问题仍未整改。", "现场检查发现后门上锁问题仍未整改。")]
    [InlineData("该厂夜班锁闭后门被职工举报。", "该厂夜班锁闭后门。")]
    [InlineData("12345热线反映液化气瓶间堆放杂物；软管老化。", "液化气瓶间堆放杂物；软管老化。")]
    [InlineData("举报人称三号车间没有护栏，联系电话15400000001。", "三号车间没有护栏。")]
    [InlineData("职工举报后我局检查发现安全出口上锁。", "我局检查发现安全出口上锁。")]
    [InlineData("据反映，基坑没有支护。", "基坑没有支护。")]
    [InlineData("根据线索前往核查，举报属实，配电箱没有上锁。", "配电箱没有上锁。")]
    [InlineData("举报事项已受理，举报人已获奖励，通道堵塞。", "通道堵塞。")]
    [InlineData("举报人李四海（本厂焊工）称安全出口上了锁。", "安全出口上了锁。")]
    [InlineData("举报人李四海多次来厂里看过，通道堵塞。", "通道堵塞。")]
    [InlineData("知情人王五透露夜间锁闭后门。", "夜间锁闭后门。")]
    [InlineData("三号车间夜班工人举报后门上锁。", "后门上锁。")]
    public void Of_a_clause_about_a_lead_stays_what_was_found_and_no_mask(string hazard, string shown)
    {
        Assert.Equal(shown, TipOffPhrases.Remove(hazard).Text);
        Assert.Equal(shown, Ledger.Entry($"hazard={hazard}", "source=执法检查").Hazard is var text && text == "有安全生产方面的问题，具体内容不公开。" ? shown : text);
    }

    [Theory]
    [InlineData("没有公布举报电话。")]
    [InlineData("安全出口上了锁，没有建立隐患报告奖励制度。")]
    public void A_hazard_about_reporting_is_no_lead(string hazard) => Assert.Equal((hazard, 0), TipOffPhrases.Remove(hazard));

    [Theory]
    [InlineData("enterprise=李四海小吃店", "place=示例甲区示例路8号", "某某小吃店（示例路）")]
    [InlineData("enterprise=个体户张三", "place=示例一街道示例巷3号", "某某个体工商户（示例巷）")]
    [InlineData("enterprise=示例甲区王记五金店（个体工商户）", "place=", "某某五金店（示例甲区）")]
    [InlineData("enterprise=张三（个体）", "place=张三路1号", "某某个体工商户（示例甲区）")]
    public void A_private_person_s_business_is_shown_by_trade_and_street(string enterprise, string place, string subject)
    {
        var entry = Ledger.Entry(enterprise, place);

        Assert.Equal(subject, entry.Subject);
        Assert.Null(entry.Place);
        Assert.Null(entry.CreditCode);
    }

    [Fact]
    public void A_code_of_private_persons_businesses_hides_the_name_whatever_it_is_and_firms_keep_theirs()
    {
        var person = Ledger.Entry("enterprise=示例超市", "credit_code=92330900MA2XXXXX0A", "hazard=示例超市的通道堵塞。");
        var firm = Ledger.Entry("enterprise=金源餐饮有限公司示例店", "credit_code=91330900MA2XXXXX0A");

        Assert.Equal("某某超市（示例甲区）", person.Subject);
        Assert.DoesNotContain("示例超市", person.Hazard, StringComparison.Ordinal);
        Assert.Equal("金源餐饮有限公司示例店", firm.Subject);
        Assert.Equal("91330900MA2XXXXX0A", firm.CreditCode);
    }

    [Fact]
    public void Five_alike_keep_what_they_say_and_their_days_become_months()
    {
        var read = Ledger.Read([.. Enumerable.Range(1, 5).Select(number => Ledger.Row(
            $"id=A-{number}", $"published=2026-06-0{number}", $"status_on=2026-06-0{number}", "area=示例一街道", "place=示例路", "source=群众举报",
            "hazard=6月3日上午9时，安全出口上了锁。"))]);

        Assert.All(read.Value.Exposures, entry =>
        {
            Assert.Equal("2026-06", entry.Published.Iso);
            Assert.Equal("2026-06", entry.Deadline!.Iso);
            Assert.Equal("2026-06", entry.StatusOn!.Iso);
            Assert.Equal("示例甲区", entry.Area);
            Assert.Null(entry.Place);
            Assert.Equal("6月，安全出口上了锁。", entry.Hazard);
        });
        var told = Assert.Single(read.Diagnostics, diagnostic => diagnostic.Code == "exposure/coarsened");
        Assert.Equal("为了不让人推知线索来源，这 5 条按同样的粗细公开（A-1、A-2、A-3、A-4、A-5）：日期只到月，区域只到区县，不写地点，不放照片。", told.Message);
    }

    [Fact]
    public void Fewer_alike_take_others_along_and_all_are_shown_as_coarsely()
    {
        var read = Ledger.Read(
            Ledger.Row("id=R", "reporter=甲乙丙"), Ledger.Row("id=A"), Ledger.Row("id=B", "sector=construction"),
            Ledger.Row("id=C", "area=示例乙区"), Ledger.Row("id=D", "area=示例乙区", "sector=tourism"), Ledger.Row("id=E", "published=2026-05-04", "status_on=2026-05-04"));

        var coarse = read.Value.Exposures.Where(entry => entry.Published.Precision != DayPrecision.Day).ToList();
        Assert.Equal(["A", "B", "C", "D", "R"], coarse.Select(entry => entry.Id).Order(StringComparer.Ordinal));
        Assert.Single(coarse.Select(entry => (entry.Published.Iso, entry.Area, entry.District, entry.Sector, entry.HazardType)).Distinct());
        Assert.Equal(("全市", null), (coarse[0].Area, coarse[0].Sector));
        Assert.Equal("2026-05-04", read.Value.Exposures.Single(entry => entry.Id == "E").Published.Iso);
    }

    [Fact]
    public void Where_there_are_not_five_at_all_the_build_says_so_and_shows_least()
    {
        var read = Ledger.Read(Ledger.Row("reporter=甲乙丙"), Ledger.Row("id=A-2"));

        var entry = read.Value.Exposures.Single(entry => entry.Id == "A-1");
        Assert.Equal(("2026-06", "全市", null, null), (entry.Published.Iso, entry.Area, entry.Sector, entry.HazardType));
        Assert.Equal("有安全生产方面的问题，具体内容不公开。", entry.Hazard);
        Assert.Equal("《安全生产法》", Assert.Single(entry.LegalBases).Text);
        Assert.Equal("示消限字〔2026〕", entry.Decision);
        Assert.Contains(read.Diagnostics, diagnostic => diagnostic is { Code: "exposure/too-few-alike", Severity: Severity.Warning });
        Assert.Equal("2026-06-01", read.Value.Exposures.Single(other => other.Id == "A-2").Published.Iso);
    }

    [Fact]
    public void Whatever_is_reported_at_least_five_look_alike_or_the_build_has_said_that_they_do_not()
    {
        var rows = Gen.NonEmptyListOf(Gen.Choose(0, 2 * 3 * 4 * 3 * 2 - 1)).Resize(40);

        Prop.ForAll(rows.ToArbitrary(), seeds =>
        {
            var read = Ledger.ReadOn("2026-12-31", [.. seeds.Select((seed, at) => Ledger.Row(
                $"id=A-{at}", seed % 2 == 0 ? "reporter=甲乙丙" : "reporter=", $"sector={Vocabulary.Sectors[seed / 2 % 3].Id}",
                $"published=2026-{6 + (seed / 24 % 3)}-{3 + (seed / 6 % 4 * 7)}", "status_on=", "deadline=", seed / 72 % 2 == 0 ? "area=jia" : "area=yi"))]);

            Assert.DoesNotContain(read.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
            var told = string.Join('\n', read.Diagnostics.Where(diagnostic => diagnostic.Code == "exposure/too-few-alike").Select(diagnostic => diagnostic.Message));
            var alike = read.Value.Exposures.GroupBy(entry => (entry.Published.Iso, entry.Published.Precision, entry.District, entry.Area, entry.Sector, entry.HazardType)).ToList();
            Assert.All(seeds.Select((seed, at) => (seed, Id: $"A-{at}")).Where(row => row.seed % 2 == 0), row =>
                Assert.True(alike.Single(group => group.Any(entry => entry.Id == row.Id)).Count() >= 5 || told.Contains(row.Id, StringComparison.Ordinal)));
        }).AssertHolds();
    }
}
