using Site.Content.FrontMatter;
using Site.Themes.Campaign.Labels;

namespace Site.Tests;

public class RowsTests
{
    private static readonly Moment FirstOfJune = new(new(2026, 6, 1), null);
    private static readonly Moment LastOfJune = new(new(2026, 6, 30), null);

    [Fact]
    public void An_event_of_several_days_says_until_when_it_goes_on() =>
        Assert.Equal("到6月30日", EventLabels.When(FirstOfJune, LastOfJune, new(2026, 5, 31)));

    [Fact]
    public void An_event_of_several_days_that_has_begun_says_so() =>
        Assert.Equal("正在进行，到6月30日", EventLabels.When(FirstOfJune, LastOfJune, new(2026, 6, 30)));

    [Fact]
    public void An_event_of_a_day_says_when_it_begins() =>
        Assert.Equal("09:00", EventLabels.When(new(new(2026, 6, 16), new(9, 0)), new Moment(new(2026, 6, 16), new(11, 30)), new(2026, 6, 10)));

    [Fact]
    public void An_event_without_an_hour_says_no_more_than_its_day() =>
        Assert.Null(EventLabels.When(FirstOfJune, null, new(2026, 6, 10)));
}
