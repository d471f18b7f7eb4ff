using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Content.StructuredData;
using Site.Core.Json;
using Site.Core.Vocabularies;
using Site.Core.Yaml;

namespace Site.Content.Types;

/// <summary>A safety experience hall that people can visit: <c>content/halls/name.md</c>.</summary>
public sealed record HallPage(PageHeader Header) : Page(Header)
{
    public static ContentType<HallPage> Definition { get; } = new("halls", "hall")
    {
        Label = "体验馆",
        ListTitle = "安全体验馆",
        MenuLabel = "去体验",
        SectionOrder = 40,
        ShareSign = "hall",
        SearchTexts = page => [page.Area, page.StreetAddress, page.Hours, page.Booking, .. page.Features, .. page.Access],
        Fields =
        [
            Field.Enum("class", Vocabulary.HallClasses, "体验馆类别", "II").Required(),
            new YearField("accredited", "哪一年认定的", "2025"),
            Field.Text("area", "所在的区县", "所在的区县").Required(),
            Field.Text("address", "街道和门牌", "示例路1号"),
            new LocationField("location", "在地图上的位置：纬度，经度", "[30.01, 122.2]"),
            Field.Text("hours", "开放时间", "周二至周日 9:00—16:00"),
            Field.Text("booking", "怎么预约；写在这里的电话可以公开", "提前一天打电话"),
            Field.Phone("phone", "对外公开的电话", "12345"),
            Field.Groups("openDays", OpenDayFields.Parts, "免费或者特别开放的日子", "[{date: 2025-06-16, from: \"09:00\", to: \"16:00\", free: true}]", textAlone: true),
            Field.Texts("features", "有哪些体验项目", "[灭火体验, 烟道逃生]"),
            Field.Texts("access", "无障碍条件", "[入口没有台阶]"),
        ],
        Create = (header, fields, _) => new(header)
        {
            Class = ClassOf(fields),
            Accredited = AccreditedOf(fields),
            Area = fields.CommonText("area") ?? "",
            StreetAddress = fields.Text("address"),
            Location = LocationField.Of(fields, "location"),
            Hours = fields.Text("hours"),
            Booking = fields.Text("booking"),
            Phone = fields.Phone("phone"),
            OpenDays = fields.OpenDays("openDays"),
            Features = fields.Texts("features"),
            Access = fields.Texts("access"),
        },
        Item = page => new(Label: page.Area, Note: $"{page.Area}　{Vocabulary.HallClasses.Label(page.Class)}"),
        TopicUse = TopicUse.Practice,
        Subjects = page => page.Features,
        Contacts = page => [new(page.Booking, page.Phone)],
        CalendarFile = "open-days.ics",
        CalendarTitle = "：开放日",
        CalendarEntries = page => page.OpenDays.Select((day, at) => Entry(page, day, page.OpenDays.Take(at).Count(other => other.Day == day.Day))),
        StructuredData = Describe,
        Draft = new(
            """
            class: III # I、II、III 之一
            area: 请写所在的区县
            openDays:
              - {date: {{year}}-06-16, from: "09:00", to: "16:00", free: true} # 改成真的开放日；没有就删掉
            """,
            """
            ## 能体验什么

            写馆里有哪些项目，适合多大的孩子和什么样的人。

            ## 怎么去

            写公交站和停车的地方。
            """,
            """
            accredited: {{year}} # 改成评上的年份
            address: 请写街道和门牌
            location: [30.01, 122.2] # 纬度，经度
            hours: 周二至周日 9:00—16:00 # 改成真的开放时间
            booking: 请写怎么预约
            phone: 12345 # 改成这个馆的电话
            features: [灭火体验, 烟道逃生] # 改成馆里有的项目
            access: [入口没有台阶] # 改成馆里真的有的方便
            """),
    };

    /// <summary>Id of <see cref="Vocabulary.HallClasses"/>; Ⅰ and I are the same.</summary>
    public required string Class { get; init; }

    /// <summary>The year of its accreditation, or null.</summary>
    public int? Accredited { get; init; }

    /// <summary>District, as in the hall finder; never empty.</summary>
    public required string Area { get; init; }

    public string? StreetAddress { get; init; }

    /// <summary>Latitude −90 to 90 and longitude −180 to 180 in degrees (WGS 84), or null.</summary>
    public (decimal Latitude, decimal Longitude)? Location { get; init; }

    public string? Hours { get; init; }

    public string? Booking { get; init; }

    /// <summary>The hall's public telephone, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>Days on which it is open to everyone, by date.</summary>
    public ImmutableArray<OpenDay> OpenDays { get; init; } = [];

    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>How people reach it and move in it: steps, lifts, toilets.</summary>
    public ImmutableArray<string> Access { get; init; } = [];

    /// <returns>A class, the Roman numerals of Unicode (Ⅱ) taken for letters (II).</returns>
    private static string ClassOf(FieldValues fields) => fields.Find("class") switch
    {
        YamlNode.Scalar { Value: "Ⅰ" } => "I",
        YamlNode.Scalar { Value: "Ⅱ" } => "II",
        YamlNode.Scalar { Value: "Ⅲ" } => "III",
        _ => fields.Enum("class") ?? "",
    };

    private static int? AccreditedOf(FieldValues fields) => fields.Find("accredited") switch
    {
        null => null,
        YamlNode.Scalar { Value.Length: > 4 } day => fields.DateOf("accredited", day)?.Year,
        var year => fields.IntegerOf("accredited", year, 2002, 2100),
    };

    /// <param name="before">How many open hours of the same day stand before these.</param>
    private static CalendarEntry Entry(HallPage page, OpenDay day, int before) => new()
    {
        Id = $"/{LocalTime.Day(day.Day)}{(before == 0 ? "" : $"-{before + 1}")}",
        Title = day.IsFree ? "：免费开放日" : "：开放日",
        ShortTitle = day.IsFree ? "免费开放日" : "开放日",
        Start = new(day.Day, day.From),
        End = day is { From: not null, To: { } to } ? new(day.Day, to) : null,
        Description =
        [
            day.Note,
            day.From is null && page.Hours is not null ? "开放时间：" + page.Hours : null,
            page.Booking is null ? null : "预约：" + page.Booking,
            day is { From: not null, To: null } ? CalendarEntry.WithoutEnd : null,
        ],
        Place = $"{page.Title}，{page.StreetAddress ?? page.Area}",
        ShortPlace = page.StreetAddress ?? page.Area,
        Location = page.Location,
        Category = "开放日",
    };

    private static SchemaVenue Describe(HallPage page, SchemaContext context) => new()
    {
        Type = "CivicStructure",
        Address = new(page.Area, PageSchema.NullIfEmpty(page.StreetAddress)),
        Geo = page.Location is var (latitude, longitude) ? new(latitude, longitude) : null,
        Telephone = PageSchema.NullIfEmpty(page.Phone),
        Event = page.OpenDays.IsEmpty ? null :
        [
            .. page.OpenDays.Select(day =>
                PageSchema.Event(new(day.Day, day.From), day.To is { } to ? new Moment(day.Day, to) : null, page.StreetAddress ?? page.Area) with
                {
                    Name = context.Title + "：开放日",
                    Url = context.Url,
                    IsAccessibleForFree = day.IsFree,
                }),
        ],
    };
}

/// <summary>A day on which a hall is open to the public.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">Opening time, or null for the hall's usual hours.</param>
/// <param name="To">Closing time, after <paramref name="From"/>, or null.</param>
/// <param name="IsFree">Whether it costs nothing; true unless the writer says otherwise.</param>
/// <param name="Note">Anything a visitor should know, or null.</param>
public sealed record OpenDay(DateOnly Day, TimeOnly? From = null, TimeOnly? To = null, bool IsFree = true, string? Note = null);

/// <summary>A year, or a day of it.</summary>
internal sealed record YearField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    public override string Shape => "年份";

    protected override JsonSchema ValueSchema() => Either(JsonSchema.Integer(), JsonSchema.Text());
}

/// <summary>Two numbers of degrees, as a list or as a group.</summary>
internal sealed record LocationField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    private const string Expected = "写成 [纬度, 经度]，例如 [30.01, 122.2]。";

    private static readonly FieldSet Parts = FieldSet.Of(new DegreesField("latitude", "纬度", 90).Required(), new DegreesField("longitude", "经度", 180).Required());

    public override string Shape => "两个度数";

    /// <returns>Latitude and longitude in degrees, or null where the field is absent or (reported) wrong.</returns>
    public static (decimal, decimal)? Of(FieldValues fields, string name)
    {
        switch (fields.Find<LocationField>(name))
        {
            case null:
                return null;
            case YamlNode.Sequence { Items: [var latitude, var longitude] }:
                return Of(fields, name, latitude, longitude);
            case YamlNode.Mapping group:
                return fields.Group(name, group, Parts, Expected) is { } parts
                    && parts.Find("latitude") is { } north && parts.Find("longitude") is { } east
                        ? Of(fields, name, north, east)
                        : null;
            case var node:
                fields.WrongType(name, node, "两个度数", Expected);
                return null;
        }
    }

    protected override JsonSchema ValueSchema() =>
        Either(JsonSchema.Array(JsonSchema.Number(), 2) with { MaxItems = 2 }, Parts.Schema());

    private static (decimal, decimal)? Of(FieldValues fields, string name, YamlNode latitude, YamlNode longitude) =>
        fields.DegreesOf(name, latitude, 90) is { } north && fields.DegreesOf(name, longitude, 180) is { } east
            ? (north, east)
            : null;

    private sealed record DegreesField(string Name, string Help, int Most) : Field(Name, Help, "内容")
    {
        public override string Shape => "度数";

        protected override JsonSchema ValueSchema() => JsonSchema.Number(-Most) with { Maximum = Most };
    }
}

/// <summary>A hall's open days: <c>2026-06-14</c>, <c>2026-06-14 09:00</c>, <c>2026-06-14 09:00-16:00</c>, or a group of fields.</summary>
internal static class OpenDayFields
{
    private const string Expected = "写成 {date: 2026-06-14, from: \"09:00\", to: \"16:00\", free: true}，或者 “2026-06-14 09:00-16:00”。";

    public static FieldSet Parts { get; } = new(
        [
            Field.Date("date", "哪一天").Required(), Field.Time("from", "几点开门"), Field.Time("to", "几点关门"),
            Field.Boolean("free", "是否免费；不写就是免费"), Field.Text("note", "来的人该知道的事"),
        ],
        new Dictionary<string, string> { ["start"] = "from", ["end"] = "to" }.ToFrozenDictionary(StringComparer.Ordinal));

    /// <returns>The days, by day, then hour.</returns>
    public static ImmutableArray<OpenDay> OpenDays(this FieldValues fields, string name) =>
        [.. fields.Items(fields.Declared<GroupField>(name).Name, oneAlone: true, Expected).Select(item => fields.OpenDayOf(name, item)).OfType<OpenDay>()
            .OrderBy(day => day.Day).ThenBy(day => day.From)];

    private static OpenDay? OpenDayOf(this FieldValues fields, string name, YamlNode node)
    {
        if (node is YamlNode.Scalar { Value: var text })
        {
            return fields.OpenDayIn(name, node, text.Trim());
        }

        if (fields.Group(name, node, Expected) is not { } parts || parts.Date("date") is not { } day)
        {
            return null;
        }

        var (from, to) = (parts.Time("from"), parts.Time("to"));
        parts.EndAfterStart("to", to <= from);
        return new(day, from, to, parts.Boolean("free", true), parts.Text("note"));
    }

    private static OpenDay? OpenDayIn(this FieldValues fields, string name, YamlNode node, string text)
    {
        var dash = text.IndexOfAny(['-', '–', '—', '~', '至'], Math.Min(text.Length, 10));
        if (dash < 0)
        {
            return fields.MomentOf(name, node) is { } moment ? new(moment.Day, moment.Time) : null;
        }

        var start = new YamlNode.Scalar(node.Line, node.Column, text[..dash].Trim(), IsQuoted: true);
        if (fields.MomentOf(name, start) is not { } from)
        {
            return null;
        }

        if (DateFields.TimeIn(text[(dash + 1)..].Trim()) is { } to && from.Time is { } opens && opens < to)
        {
            return new(from.Day, opens, to);
        }

        fields.WrongType(name, node, "开放的日期和时间", Expected);
        return null;
    }
}
