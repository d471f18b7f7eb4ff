using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Core.Vocabularies;
using Site.Core.Yaml;

namespace Site.Content.Types;

/// <summary>A safety experience hall that people can visit.</summary>
public sealed record HallPage : Page
{
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
}

/// <summary>A day on which a hall is open to the public.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">Opening time, or null for the hall's usual hours.</param>
/// <param name="To">Closing time, after <paramref name="From"/>, or null.</param>
/// <param name="IsFree">Whether it costs nothing; true unless the writer says otherwise.</param>
/// <param name="Note">Anything a visitor should know, or null.</param>
public sealed record OpenDay(DateOnly Day, TimeOnly? From = null, TimeOnly? To = null, bool IsFree = true, string? Note = null);

/// <summary><c>content/halls/name.md</c></summary>
internal static class HallKind
{
    private static readonly FieldSet LocationFields = new(["latitude", "longitude"], ["latitude", "longitude"], FieldNames.None);

    public static ContentType Kind { get; } = new(
        "halls", "体验场馆",
        ["class", "accredited", "area", "address", "location", "hours", "booking", "phone", "openDays", "features", "access"],
        ["class", "area"], Read, _ => null);

    private static HallPage Read(PageFields page) => new()
    {
        Path = page.Path,
        Address = page.Address,
        Id = page.Id,
        Title = page.Title,
        Summary = page.Summary,
        Sources = page.Sources,
        Reviewer = page.Reviewer,
        Body = page.Body,
        Locations = page.Locations,
        Class = Class(page.Written),
        Accredited = Accredited(page.Written),
        Area = page.Written.CommonText("area") ?? "",
        StreetAddress = page.Written.Text("address"),
        Location = Location(page.Written),
        Hours = page.Written.Text("hours"),
        Booking = page.Written.Text("booking"),
        Phone = page.Written.Phone("phone"),
        OpenDays = page.Written.OpenDays("openDays"),
        Features = page.Written.Texts("features"),
        Access = page.Written.Texts("access"),
    };

    /// <returns>A class, the Roman numerals of Unicode (Ⅱ) taken for letters (II).</returns>
    private static string Class(FieldValues fields) => fields.Find("class") switch
    {
        YamlNode.Scalar { Value: "Ⅰ" } => "I",
        YamlNode.Scalar { Value: "Ⅱ" } => "II",
        YamlNode.Scalar { Value: "Ⅲ" } => "III",
        _ => fields.Enum("class", Vocabulary.HallClasses) ?? "",
    };

    private static int? Accredited(FieldValues fields) => fields.Find("accredited") is YamlNode.Scalar { Value.Length: > 4 }
        ? fields.Date("accredited")?.Year
        : fields.Integer("accredited", 2002, 2100);

    private static (decimal, decimal)? Location(FieldValues fields)
    {
        const string Cure = "写成 [纬度, 经度]，例如 [30.01, 122.2]。";
        switch (fields.Find("location"))
        {
            case null:
                return null;
            case YamlNode.Sequence { Items: [var latitude, var longitude] }:
                return Location(fields, latitude, longitude);
            case YamlNode.Mapping group:
                return fields.Group("location", group, LocationFields, Cure) is { } parts
                    && parts.Find("latitude") is { } north && parts.Find("longitude") is { } east
                        ? Location(fields, north, east)
                        : null;
            case var node:
                fields.WrongType("location", node, "两个度数", Cure);
                return null;
        }
    }

    private static (decimal, decimal)? Location(FieldValues fields, YamlNode latitude, YamlNode longitude) =>
        fields.DegreesOf("location", latitude, 90) is { } north && fields.DegreesOf("location", longitude, 180) is { } east
            ? (north, east)
            : null;
}

/// <summary>A hall's open days: <c>2026-06-14</c>, <c>2026-06-14 09:00</c>, <c>2026-06-14 09:00-16:00</c>, or a group of fields.</summary>
internal static class OpenDayFields
{
    private const string Cure = "写成 {date: 2026-06-14, from: \"09:00\", to: \"16:00\", free: true}，或者 “2026-06-14 09:00-16:00”。";

    private static readonly FieldSet Parts = new(["date", "from", "to", "free", "note"], ["date"],
        new Dictionary<string, string> { ["start"] = "from", ["end"] = "to" }.ToFrozenDictionary(StringComparer.Ordinal));

    /// <returns>The days, by day, then hour.</returns>
    public static ImmutableArray<OpenDay> OpenDays(this FieldValues fields, string name) =>
        [.. fields.Items(name, oneAlone: true, Cure).Select(item => fields.OpenDayOf(name, item)).OfType<OpenDay>()
            .OrderBy(day => day.Day).ThenBy(day => day.From)];

    /// <summary>Reports an end that comes before its start.</summary>
    public static void EndAfterStart(this FieldValues fields, string name, bool isWrong)
    {
        if (isWrong && fields.Find(name) is { } node)
        {
            fields.OutOfRange(name, node, $"是{node.Describe()}，早于开始的时间。", "核对开始和结束的时间。");
        }
    }

    private static OpenDay? OpenDayOf(this FieldValues fields, string name, YamlNode node)
    {
        if (node is YamlNode.Scalar { Value: var text })
        {
            return fields.OpenDayIn(name, node, text.Trim());
        }

        if (fields.Group(name, node, Parts, Cure) is not { } parts || parts.Date("date") is not { } day)
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

        fields.WrongType(name, node, "开放的日期和时间", Cure);
        return null;
    }
}
