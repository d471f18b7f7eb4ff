using System.Text.Json.Serialization;

namespace Site.Content.StructuredData;

/// <summary>What a page is about, in the words of schema.org. Written as JSON-LD; what is null is left out.</summary>
/// <remarks>
/// Properties are written in the order in which they stand here, those of this base first. Name, address, description and picture of a page's own subject are
/// filled in when it is written. Days are texts (ISO 8601), and lists are not immutable arrays: so the source generator writes all of it without metadata,
/// which would cost each start of the program about 30 ms.
/// </remarks>
public abstract record SchemaThing
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-5)]
    public required string Type { get; init; }

    /// <summary>Plain text, marked where it is made up.</summary>
    [JsonPropertyOrder(-4)]
    public string? Name { get; init; }

    /// <summary>Absolute address of the page.</summary>
    [JsonPropertyOrder(-3)]
    public string? Url { get; init; }

    [JsonPropertyOrder(-2)]
    public string? Description { get; init; }

    /// <summary>Absolute address of the page's share picture.</summary>
    [JsonPropertyOrder(-1)]
    public string? Image { get; init; }
}

/// <summary>A page of which no more is known than its type: <c>WebPage</c>, <c>CollectionPage</c>.</summary>
public sealed record SchemaPage : SchemaThing;

/// <summary>What people can read, watch and answer: <c>CreativeWork</c> and its subtypes.</summary>
public sealed record SchemaWork : SchemaThing
{
    /// <summary>BCP 47.</summary>
    public string? InLanguage { get; init; }

    public string? DatePublished { get; init; }

    public string? DateModified { get; init; }

    public IReadOnlyList<string>? Keywords { get; init; }

    public string? Headline { get; init; }

    public string? MainEntityOfPage { get; init; }

    public SchemaOrganization? Author { get; init; }

    public string? LearningResourceType { get; init; }

    public string? EducationalUse { get; init; }

    public string? Teaches { get; init; }

    /// <summary>ISO 8601: <c>PT45M</c>.</summary>
    public string? TimeRequired { get; init; }

    public string? ThumbnailUrl { get; init; }

    /// <summary>ISO 8601, of a recording.</summary>
    public string? Duration { get; init; }

    /// <summary>ISO 8601 with time zone.</summary>
    public string? UploadDate { get; init; }

    public string? ContentUrl { get; init; }

    public IReadOnlyList<string>? Assesses { get; init; }

    public IReadOnlyList<SchemaQuestion>? HasPart { get; init; }

    public string? LegislationDateVersion { get; init; }

    public string? AlternateName { get; init; }

    public string? SameAs { get; init; }

    public bool? IsAccessibleForFree { get; init; }

    public IReadOnlyList<SchemaAudience>? Audience { get; init; }

    public SchemaOrganization? Publisher { get; init; }
}

/// <summary>Something that takes place: <c>Event</c>.</summary>
public sealed record SchemaEvent : SchemaThing
{
    public string? AlternateName { get; init; }

    /// <summary>ISO 8601: a day, or a moment with time zone.</summary>
    public required string StartDate { get; init; }

    public string? EndDate { get; init; }

    public string EventStatus { get; } = "https://schema.org/EventScheduled";

    public bool? IsAccessibleForFree { get; init; }

    public string? EventAttendanceMode => Location is null ? null : "https://schema.org/OfflineEventAttendanceMode";

    public SchemaLocation? Location { get; init; }

    public int? MaximumAttendeeCapacity { get; init; }

    public SchemaOrganization? Organizer { get; init; }
}

/// <summary>A building that people can visit: <c>CivicStructure</c>.</summary>
public sealed record SchemaVenue : SchemaThing
{
    public SchemaAddress? Address { get; init; }

    public SchemaCoordinates? Geo { get; init; }

    public string? Telephone { get; init; }

    public IReadOnlyList<SchemaEvent>? Event { get; init; }
}

/// <summary>Figures, with the properties that search engines of data ask for: <c>Dataset</c>, <c>DataCatalog</c>.</summary>
public sealed record SchemaDataset : SchemaThing
{
    public string? InLanguage { get; init; }

    /// <summary>Address of the licence.</summary>
    public string? License { get; init; }

    public bool? IsAccessibleForFree { get; init; }

    public SchemaOrganization? Creator { get; init; }

    public string? DateModified { get; init; }

    public SchemaDataset? IncludedInDataCatalog { get; init; }

    public string? MeasurementTechnique { get; init; }

    public IReadOnlyList<SchemaVariable>? VariableMeasured { get; init; }

    public IReadOnlyList<SchemaDownload>? Distribution { get; init; }

    public IReadOnlyList<SchemaDataset>? HasPart { get; init; }

    public IReadOnlyList<SchemaDataset>? Dataset { get; init; }
}

/// <summary>The site as a whole: <c>WebSite</c>.</summary>
public sealed record SchemaSite : SchemaThing
{
    public string? InLanguage { get; init; }

    public SchemaOrganization? Publisher { get; init; }

    public SchemaSearch? PotentialAction { get; init; }
}

/// <summary>The way from the home page to a page: <c>BreadcrumbList</c>.</summary>
public sealed record SchemaBreadcrumbs : SchemaThing
{
    public required IReadOnlyList<SchemaBreadcrumb> ItemListElement { get; init; }
}

/// <summary>A step of that way.</summary>
/// <param name="Position">From 1.</param>
/// <param name="Name">Title of the page.</param>
/// <param name="Item">Its absolute address.</param>
public sealed record SchemaBreadcrumb(int Position, string Name, string Item)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type { get; } = "ListItem";
}

/// <summary>The office that runs the campaign, or another.</summary>
public sealed record SchemaOrganization(string Name)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type { get; } = "Organization";
}

/// <summary>Whom a work is for.</summary>
public sealed record SchemaAudience(string AudienceType)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type { get; } = "Audience";
}

/// <summary>A question of a quiz, without its answer: who searches should not find it before the question.</summary>
/// <param name="EduQuestionType">A word of the Learning Resource Metadata Initiative: <c>Multiple choice</c>.</param>
public sealed record SchemaQuestion(string EduQuestionType, string Text, string? About)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type { get; } = "Question";
}

/// <summary>Where an event takes place.</summary>
public sealed record SchemaLocation(string Name)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type { get; } = "Place";

    public string Address => Name;
}

/// <summary>A postal address in China.</summary>
public sealed record SchemaAddress(string AddressLocality, string? StreetAddress)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-2)]
    public string Type { get; } = "PostalAddress";

    [JsonPropertyOrder(-1)]
    public string AddressCountry { get; } = "CN";
}

/// <summary>Degrees, WGS 84.</summary>
public sealed record SchemaCoordinates(decimal Latitude, decimal Longitude)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type { get; } = "GeoCoordinates";
}

/// <summary>An indicator of a table.</summary>
public sealed record SchemaVariable([property: JsonPropertyName("propertyID")] string Id, string Name, string UnitText)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type { get; } = "PropertyValue";
}

/// <summary>A file of a data set.</summary>
public sealed record SchemaDownload(string EncodingFormat, string ContentUrl)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type { get; } = "DataDownload";
}

/// <summary>The search page, for the search boxes of search engines.</summary>
public sealed record SchemaSearch(SchemaEntryPoint Target)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type { get; } = "SearchAction";

    [JsonPropertyName("query-input")]
    public string QueryInput { get; } = "required name=search_term_string";
}

/// <summary>Where a search is sent.</summary>
public sealed record SchemaEntryPoint(string UrlTemplate)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type { get; } = "EntryPoint";
}
