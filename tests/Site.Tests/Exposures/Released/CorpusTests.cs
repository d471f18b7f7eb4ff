using FsCheck;
using FsCheck.Fluent;
using Site.Exposures.Released;
using Site.Privacy.Leaks;
using Site.Privacy.Recognition;
using Site.Privacy.Values;

namespace Site.Tests;

/// <summary>
/// Made-up news beside the ledgers, returns and canaries of this repository: nothing in them is private, and nothing may be taken for it. Ten thousand pages:
/// <c>SITE_TEST_RUNS=25 dotnet test --filter FullyQualifiedName~CorpusTests</c>.
/// </summary>
public class CorpusTests
{
    private const int Pages = 400;

    private static readonly Gen<string> Subjects = Words("社区 企业 学校 工地 渔港 园区 商场 医院 养老院 加油站 仓库 码头 地铁站 乡镇 景区 宾馆 实验室 车间 示例甲区 示例一街道 示例市应急管理局 物业公司 电梯维保单位 锅炉房");

    private static readonly Gen<string> Actions = Words("开展 组织 排查 整治 演练 宣讲 检查 更新 公布 复核 部署 总结 督促 约谈 曝光 回访");

    private static readonly Gen<string> Ways = Words("日常巡查 消防监督检查 联合检查 出海前检查 专项检查 执法检查 企业自查 群众举报 随机抽查 节前检查 夜查 评审 “双随机、一公开”检查 12350热线转办");

    private static readonly Gen<string> Objects = Words(
        "消防通道 应急预案 用电安全 燃气软管 有限空间作业 危险化学品储存 高处作业 动火审批 疏散标志 灭火器配置 安全出口 隐患台账 防汛物资 电动自行车充电 配电箱 安全帽 可燃气体报警器 塔式起重机 渔船救生筏 罐车动态监控");

    private static readonly Gen<string> Results = Words(
        "发现问题已当场整改 责任人已签字确认 参与人员掌握了处置步骤 下一步将纳入日常巡查 整改情况向居民公示 相关记录已归档备查 责令限期改正并处罚款 负责人说明了整改计划 工作人员讲解了报警方法 有关情况已经通报");

    private static readonly Gen<string> Figures =
        from number in Gen.Choose(2, 99_999)
        from day in Gen.Choose(1, 28)
        from word in Gen.Elements("共{0}人参加", "2026年6月{1}日9:30开始", "〔2026〕{0}号文件", "罚款{0}元", "投资{0}.00元", "依据GB {0}-2018", "接待{0}人次、发放资料{0}份", "拨打12350、96119或12345", "第{1}条、第{1}款",
            "2026-06-{1}至2026-06-30", "面积{0}平方米", "容量{0}kW", "编号P-{0}", "示应急罚〔2026〕{0}号", "比上年增长{1}.5%", "{1}号楼{1}层", "梯11浙A{0}(19)", "得分{1}/{1}/{1}", "{0}，{0}，{0}三组数")
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, word, number, day.ToString("00", System.Globalization.CultureInfo.InvariantCulture));

    private static readonly Gen<string> Sentence =
        from subject in Subjects
        from action in Actions
        from object1 in Objects
        from figure in Figures
        from way in Ways
        from object2 in Objects
        from result in Results
        select $"{subject}{action}{object1}工作，{figure}，{way}重点关注{object2}，{result}。";

    private static readonly LeakScanner Gate = LeakScanner.Create(Private(), []);

    [Fact]
    public void Nothing_in_made_up_news_is_taken_for_private_beside_the_ledgers_of_this_repository() =>
        Prop.ForAll(
            (from title in Sentence
             from first in Sentence.ArrayOf(6)
             from items in Sentence.ArrayOf(4)
             from rows in (from subject in Subjects from one in Gen.Choose(1, 9) from other in Gen.Choose(10, 999) select (subject, one, other)).ArrayOf(5)
             select (title, first, items, rows)).ToArbitrary(),
            page =>
            {
                var source = $"---\ntitle: {page.title}\nsummary: {page.first[0]}\nsource: 示例单位\nreviewer: 示例科\n---\n\n## 情况\n\n{string.Concat(page.first)}\n\n- {string.Join("\n- ", page.items)}\n\n"
                    + string.Join('\n', page.rows.Select(row => $"| {row.subject} | {row.one} | {row.other} |"));
                var html = $"<!doctype html><h1>{page.title}</h1><p>{string.Concat(page.first)}</p><ul>{string.Concat(page.items.Select(item => $"<li>{item}</li>"))}</ul>"
                    + $"<table>{string.Concat(page.rows.Select(row => $"<tr><td>{row.subject}</td><td>{row.one}</td><td>{row.other}</td></tr>"))}</table>";
                Assert.Empty(Suspicions.In("content/news/2026/a.md", source, 1));
                Assert.Empty(Gate.Find("news/2026/a/index.html", Encodings.Text(html)));
            }).AssertHolds(Pages);

    private static PrivateValues Private()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "input"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => SampleSite.File(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllBytes(path)));
        var values = PrivateInput.Read([.. files]).Value;
        Assert.False(values.IsEmpty);
        return values;
    }

    private static Gen<string> Words(string words) => Gen.Elements(words.Split(' '));
}
