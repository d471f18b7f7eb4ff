using Site.Model;

namespace Site.Reading;

/// <summary><c>content/halls/name.md</c></summary>
internal static class HallKind
{
    private static readonly FieldSet LocationFields = new(["latitude", "longitude"], ["latitude", "longitude"], FieldNames.None);

    public static ContentKind Kind { get; } = new(
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
        Places = page.Places,
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
    private static string Class(WrittenFields fields) => fields.Find("class") switch
    {
        YamlNode.Scalar { Value: "Ⅰ" } => "I",
        YamlNode.Scalar { Value: "Ⅱ" } => "II",
        YamlNode.Scalar { Value: "Ⅲ" } => "III",
        _ => fields.Word("class", Vocabularies.HallClasses) ?? "",
    };

    private static int? Accredited(WrittenFields fields) => fields.Find("accredited") is YamlNode.Scalar { Value.Length: > 4 }
        ? fields.Date("accredited")?.Year
        : fields.Whole("accredited", 2002, 2100);

    private static (decimal, decimal)? Location(WrittenFields fields)
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

    private static (decimal, decimal)? Location(WrittenFields fields, YamlNode latitude, YamlNode longitude) =>
        fields.DegreesOf("location", latitude, 90) is { } north && fields.DegreesOf("location", longitude, 180) is { } east
            ? (north, east)
            : null;
}
