using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Tests;

/// <summary>What the pages of this repository rest on.</summary>
public partial class OwnSourcesTests
{
    [Fact]
    public void Every_source_with_an_address_says_when_it_was_looked_at() =>
        Assert.Equal([], from page in OwnSite.Read().Pages
                         from source in page.Sources
                         let text = source.ToString()
                         where text.Contains("http", StringComparison.Ordinal) && !IsLicense(text) && !LookedAt().IsMatch(text)
                         select $"{page.Path} {text}");

    private static bool IsLicense(string text) => text.Contains("//creativecommons.org/licenses/", StringComparison.Ordinal);

    [GeneratedRegex("20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日(?:查看|查阅|核对)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex LookedAt();
}
