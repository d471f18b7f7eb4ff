using FsCheck.Fluent;
using Site.Rendering.Traditional;

namespace Site.Tests;

/// <summary>Simplified Chinese in traditional characters, by OpenCC's phrases.</summary>
public sealed class TraditionalTextTests
{
    [Theory]
    [InlineData("理头发，求发展", "理頭髮，求發展")]
    [InlineData("干部晒干衣服，干扰、干净、若干", "幹部曬乾衣服，干擾、乾淨、若干")]
    [InlineData("屋里三公里，邻里之间，这里", "屋裡三公里，鄰里之間，這裡")]
    [InlineData("皇后以后，后厨后面", "皇后以後，後廚後面")]
    [InlineData("台风来了，灶台边", "颱風來了，灶臺邊")]
    [InlineData("面条、面粉、里面、面积", "麵條、麵粉、裡面、面積")]
    [InlineData("心肺复苏、复杂、反复", "心肺復甦、複雜、反覆")]
    [InlineData("系好安全带，联系，系统", "繫好安全帶，聯繫，系統")]
    [InlineData("用凉水冲20分钟，往前冲", "用涼水沖20分鐘，往前衝")]
    [InlineData("签合同，书签", "簽合同，書籤")]
    [InlineData("干粉灭火器", "乾粉滅火器")]
    [InlineData("窗帘、卷帘门、试卷", "窗簾、捲簾門、試卷")]
    [InlineData("一只手，只有", "一隻手，只有")]
    [InlineData("松开、松树", "鬆開、松樹")]
    [InlineData("准备好，批准", "準備好，批准")]
    [InlineData("燃气泄漏 GB 2894 119 AED", "燃氣洩漏 GB 2894 119 AED")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("", "")]
    public void Characters_follow_their_phrases(string simplified, string traditional) => Assert.Equal(traditional, TraditionalText.Of(simplified));

    [Theory]
    [InlineData("幹部說以後的發展，皇后在這裡乾杯，颱風捲走頭髮")]
    [InlineData("沒有網路。你看的是6月3日存下的頁面。")]
    public void What_is_traditional_stays(string text) => Assert.Equal(text, TraditionalText.Of(text));

    [Fact]
    public void A_text_of_this_site_may_be_converted_twice() => Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.Root, "content"), "*.md", SearchOption.AllDirectories), path =>
    {
        var once = TraditionalText.Of(File.ReadAllText(path));
        Assert.Equal(once, TraditionalText.Of(once));
    });

    [Fact]
    public void Any_text_without_Chinese_stays() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        text is null || text.Any(unit => unit >= 0x2E80) || TraditionalText.Of(text) == text).AssertHolds();

    [Theory]
    [InlineData("学生发现楼道里有烟", "學生發現樓道裡有煙")]
    [InlineData("船长发现后，渔船只能等；最多只能站三只脚", "船長發現後，漁船只能等；最多只能站三隻腳")]
    [InlineData("三天后，东西后面，天后宫", "三天後，東西後面，天后宮")]
    [InlineData("下面条件：液面计、面粉、和面机", "下面條件：液面計、麵粉、和麵機")]
    [InlineData("眼睛也要冲，不要冲进火场，冲洗，往外冲", "眼睛也要沖，不要衝進火場，沖洗，往外衝")]
    [InlineData("鱼会游得远，横着游，旅游", "魚會游得遠，橫著游，旅遊")]
    [InlineData("人人都要系，坐下就系，系统，没关系", "人人都要繫，坐下就繫，系統，沒關係")]
    [InlineData("不准占用，预报不准，准备", "不准佔用，預報不準，準備")]
    [InlineData("一出门，皮肤发麻，头发，不能乱发", "一出門，皮膚發麻，頭髮，不能亂發")]
    [InlineData("发布、公布、污水、每周、四周", "發布、公布、污水、每週、四周")]
    [InlineData("定制度，定制，手制动，复制", "定制度，定製，手制動，複製")]
    [InlineData("不喂水，扎在肉里，包扎，震松，松树", "不餵水，扎在肉裡，包紮，震鬆，松樹")]
    public void Words_of_safety_are_converted_by_what_they_mean(string simplified, string traditional)
    {
        Assert.Equal(traditional, TraditionalText.Of(simplified));
        Assert.Equal(traditional, TraditionalText.Of(traditional));
    }
}
