using Site.Content.FrontMatter;
using Site.Content.Types;
using Site.Themes.Campaign.Labels;

namespace Site.Tests;

public class DaysTests
{
    private static readonly DateOnly ConsultationDay = new(2024, 6, 16);

    [Fact]
    public void A_day_is_written_with_its_weekday() => Assert.Equal("2024年6月16日（周日）", Days.Long(ConsultationDay));

    [Fact]
    public void An_event_on_one_day_names_the_day_once() =>
        Assert.Equal("2024年6月16日（周日）09:00至11:30", Days.Span(new(ConsultationDay, new(9, 0)), new(ConsultationDay, new(11, 30))));

    [Fact]
    public void An_event_over_days_names_both() =>
        Assert.Equal("2024年6月16日（周日）至2024年6月18日（周二）", Days.Span(new(ConsultationDay, null), new(ConsultationDay.AddDays(2), null)));

    [Fact]
    public void A_machine_reads_the_time_in_the_campaigns_own_zone() =>
        Assert.Equal("2024-06-16T09:00+08:00", Days.Iso(new Moment(ConsultationDay, new(9, 0))));

    [Fact]
    public void An_open_day_without_hours_keeps_the_halls_usual_ones() => Assert.Equal("", Days.Hours(new OpenDay(ConsultationDay)));
}
