using Site.Content.Pages;
using Site.Themes.Campaign.Labels;

namespace Site.Tests;

public class TitlesTests
{
    [Fact]
    public void A_title_is_cut_at_its_first_colon()
    {
        Assert.Equal(("燃气泄漏怎么办", "关阀、开窗：再打电话"), PageTitles.Parts("燃气泄漏怎么办：关阀、开窗：再打电话"));
        Assert.Equal(("地震逃生", ""), PageTitles.Parts("地震逃生"));
    }

    [Fact]
    public void A_slogan_is_cut_at_its_dash() =>
        Assert.Equal(("人人讲安全、个个会应急", "畅通生命通道"), Titles.Halves("人人讲安全、个个会应急——畅通生命通道"));

    [Fact]
    public void A_line_of_a_slogan_may_break_after_its_marks() =>
        Assert.Equal(["遵守安全生产法，", "当好第一责任人"], Titles.Phrases("遵守安全生产法，当好第一责任人"));

    [Theory]
    [InlineData("溺水和落水怎么救", "溺水|和落水|怎么救")]
    [InlineData("山火（森林火灾）怎么办", "山火|（森林火灾）|怎么办")]
    [InlineData("示例市安全生产月", "示例市|安全生产月")]
    [InlineData("和", "和")]
    [InlineData("", "")]
    public void A_line_of_a_short_title_may_break_before_its_question(string title, string parts) =>
        Assert.Equal(parts, string.Join('|', Titles.Words(title)));

    [Fact]
    public void What_stands_in_brackets_moves_to_a_line_of_its_own_as_a_whole() =>
        Assert.Equal(["动火作业", "（电焊、气割）"], Titles.Asides("动火作业（电焊、气割）"));
}
