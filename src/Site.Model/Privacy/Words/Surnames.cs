using System.Buffers;

namespace Site.Model.Privacy;

/// <summary>Family names: the common ones of today, compound ones, and those that also begin everyday words.</summary>
public static class Surnames
{
    private const string Ordinary =
        "王李张刘陈杨赵吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧肖曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎闫潘杜戴夏钟汪任姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟尹黎乔贺赖龚庞樊兰殷陶翟颜倪芦季俞章鲁葛伍韦申尤毕聂焦"
        + "岳齐梅庄辛祝左涂谷祁耿牟卜詹覃凌霍宁柯阮桂欧阚缪符裴翁甄褚霍甘詹柴瞿蒙鲍华喻游卓池简屈骆娄晏臧艾冉靳隋仇车麻尚古项迟郁卞岑郎冀丛苗祖巩宗晋褚桑艳佟栾蔺佘舒姬付邢蓝官揭敖苟党农禹司匡仝楚晁勾";

    private const string Wordy = "黄周何许余曾田金石江史龙万段雷钱汤易常武安严牛温文施洪高马方白毛关包单程柳路时成全连水山向丘冷管房商滕楼应于米明解戚边戈花强宫储娜盛华仲阴原年计查鞠景郜奚束由巴来平干从麦容满鹿";

    private static readonly SearchValues<char> Everyday = SearchValues.Create(Wordy);
    private static readonly SearchValues<char> All = SearchValues.Create(Ordinary + Wordy);

    private static readonly string[] Compound =
    [
        "欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "司徒", "宇文", "长孙", "端木", "百里", "呼延", "南宫", "轩辕", "独孤",
        "申屠", "澹台", "赫连", "淳于", "单于", "太史", "仲孙", "钟离", "鲜于", "闾丘", "司空", "东郭", "西门", "东方", "拓跋", "完颜", "闻人", "爱新觉罗",
    ];

    /// <returns>How many characters of a family name stand at the place: 2 to 4 for a compound one, 1, or 0.</returns>
    public static int LengthAt(string text, int at) =>
        at < 0 || at >= text.Length ? 0
        : Han.LongestAt(text, at, Compound) is var compound and > 0 ? compound
        : All.Contains(text[at]) ? 1 : 0;

    /// <returns>Whether everyday words begin with this family name too, so that it alone says little: 高, 安, 方.</returns>
    public static bool IsEveryday(char surname) => Everyday.Contains(surname);
}
