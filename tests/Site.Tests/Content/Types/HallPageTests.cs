using Site.Content.Types;

namespace Site.Tests;

public sealed class HallPageTests
{
    [Fact]
    public void A_hall_takes_its_class_and_open_days_as_people_write_them()
    {
        var hall = SampleSite.Read(
            """
            -- content/halls/city.md --
            ---
            title: 示例市安全体验馆
            class: Ⅱ
            accredited: 2023-05-01
            area: 示例区
            address: 示例路1号
            location: [30.01, 122.2]
            phone: "12345"
            openDays:
              - 2026-06-21 09:30-16:00
              - 2026-06-14
              - 2026-06-16 09:00
              - {date: 2026-06-07, start: "9:00", end: "12:00", free: false, note: 需预约}
            features: [灭火体验]
            access: [门口无台阶, 有电梯]
            ---
            正文。
            """).Of<HallPage>().Single();

        Assert.Equal(("II", 2023, "示例区", "示例路1号"), (hall.Class, hall.Accredited, hall.Area, hall.StreetAddress));
        Assert.Equal((30.01m, 122.2m), hall.Location);
        Assert.Equal(
            [
                new OpenDay(new(2026, 6, 7), new(9, 0), new(12, 0), IsFree: false, "需预约"),
                new OpenDay(new(2026, 6, 14)),
                new OpenDay(new(2026, 6, 16), new(9, 0)),
                new OpenDay(new(2026, 6, 21), new(9, 30), new(16, 0)),
            ],
            hall.OpenDays);
    }

    [Fact]
    public void Mistakes_in_an_open_day_are_reported_where_they_stand()
    {
        Assert.Equal(
            """
            content/halls/city.md:8:43: error front-matter/out-of-range
              字段 “openDays.to” 是 “09:00”，早于开始的时间。
              核对开始和结束的时间。
            content/halls/city.md:9:5: error front-matter/missing-field
              缺少字段 “openDays.date”。
              加上一行 “date: 2025-06-16”。
            content/halls/city.md:9:6: error front-matter/unknown-field
              字段 “openDays.day” 不存在。
              是不是 “date”？可用字段：date、from、to、free、note。
            """,
            SampleSite.Diagnostics(
                """
                -- content/halls/city.md --
                ---
                title: 示例馆
                source: 示例
                reviewer: 示例
                class: II
                area: 示例区
                openDays:
                  - {date: 2026-06-14, from: "16:00", to: "09:00"}
                  - {day: 2026-06-14}
                ---
                正文。
                """));
    }

    [Fact]
    public void Longitude_before_latitude_is_reported()
    {
        Assert.Equal(
            """
            content/halls/city.md:7:12: error front-matter/out-of-range
              字段 “location” 应当在 -90 到 90 之间，这里写的是 122.2。
              先写纬度，后写经度：[30.01, 122.2]。
            """,
            SampleSite.Diagnostics(
                """
                -- content/halls/city.md --
                ---
                title: 示例馆
                source: 示例
                reviewer: 示例
                class: II
                area: 示例区
                location: [122.2, 30.01]
                ---
                正文。
                """));
    }
}
