using Site.Content.Settings;

namespace Site.Tests;

public sealed class GeneratorPinTests
{
    [Theory]
    [InlineData("1.2.3", true)]
    [InlineData("1.2", true)]
    [InlineData("1", true)]
    [InlineData("=1.2.3", true)]
    [InlineData("1.2.4", false)]
    [InlineData("1.20", false)]
    [InlineData(">=1.2", true)]
    [InlineData(">= 1.2.3", true)]
    [InlineData(">=1.2.4", false)]
    [InlineData(">=2", false)]
    [InlineData(">=10", false)]
    [InlineData(">1.2", false)]
    [InlineData(">1.1", true)]
    [InlineData("<1.2", false)]
    [InlineData("<=1.2", true)]
    [InlineData(">=1.2 <2", true)]
    [InlineData(">=1.0 <1.2", false)]
    public void A_version_is_within_or_not(string asked, bool isWithin)
    {
        var told = Find(asked).ToList();

        Assert.Equal(isWithin, told.Count == 0);
        Assert.All(told, diagnostic => Assert.Equal("site/wrong-generator", diagnostic.Code));
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("^1.2")]
    [InlineData(">=1.2,<2")]
    [InlineData("1.2.3.4")]
    [InlineData("v1.2")]
    [InlineData(">=")]
    public void What_is_no_version_is_told(string asked) => Assert.Equal("site/wrong-type", Assert.Single(Find(asked)).Code);

    private static IEnumerable<Site.Core.Diagnostics.Diagnostic> Find(string asked) =>
        GeneratorPin.Find(new() { Title = "示例", Url = new("https://example.gov.cn/"), Organiser = "示例", Generator = asked }, new(1, 2, 3, 0));
}
