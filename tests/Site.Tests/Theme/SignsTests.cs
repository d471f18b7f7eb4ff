using Site.Themes.Campaign.Labels;

namespace Site.Tests;

public class SignsTests
{
    [Theory]
    [InlineData("燃气", "燃气泄漏怎么办：关阀、开窗", SignFamily.Warning, "gas")]
    [InlineData("火灾", "油锅起火怎么办：别泼水", SignFamily.Warning, "pan")]
    [InlineData("火灾", "家里着火怎么办：别忘了灭火器", SignFamily.Warning, "flame")]
    [InlineData("疏散逃生", "安全出口标志", SignFamily.Safe, "exit")]
    [InlineData("电动汽车火灾", "电动汽车冒烟起火：停车、下车", SignFamily.Warning, "car")]
    [InlineData("电动自行车", "电动车充电和停放", SignFamily.Warning, "bike")]
    [InlineData("一氧化碳", "一氧化碳中毒怎么办：开窗", SignFamily.Warning, "gas")]
    [InlineData("船舶修造", "船舶修造安全", SignFamily.Warning, "boat")]
    [InlineData("农机与粮仓", "农机、粮仓、沼气池", SignFamily.Mandatory, "helmet")]
    [InlineData(null, "家庭应急包清单", SignFamily.Safe, "bag")]
    [InlineData("外星人", "外星人来了", SignFamily.Safe, "tick")]
    public void A_guide_gets_the_sign_of_its_hazard_or_else_of_its_title(string? hazard, string title, SignFamily family, string glyph) =>
        Assert.Equal((family, glyph), Signs.Of(hazard, title));
}
