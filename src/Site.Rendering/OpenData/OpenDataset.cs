using System.Collections.Immutable;

namespace Site.Rendering.OpenData;

/// <summary>Data that others may take and use, with all that describes it: an entry of <c>data/datapackage.json</c> and <c>data/catalog.jsonld</c>.</summary>
/// <param name="Id">Lower-case ASCII letters, digits and hyphens, unique in the site.</param>
/// <param name="Title">In simplified Chinese, plainly marked where it is made up.</param>
/// <param name="Description">What it holds, in a sentence or two.</param>
/// <param name="Page">Address of the page about it, decoded, from the site's root.</param>
/// <param name="Files">One or more, each the same data in another form.</param>
public sealed record OpenDataset(string Id, string Title, string Description, string Page, ImmutableArray<OpenFile> Files)
{
    /// <summary>The day up to which it holds, or null.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>Words to find it by.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>Id and title of the series that it is the newest part of, or null where it stands alone.</summary>
    public OpenSeries? Series { get; init; }
}

/// <summary>Data sets that follow one another, such as the same table in each release.</summary>
/// <param name="Id">Lower-case ASCII letters, digits and hyphens, unique in the site.</param>
/// <param name="Title">In simplified Chinese.</param>
/// <param name="Previous">Id of the data set before, or null.</param>
public sealed record OpenSeries(string Id, string Title, string? Previous);

/// <summary>One form of a data set.</summary>
/// <param name="Address">Decoded, from the site's root, below <c>/data/</c>.</param>
/// <param name="MediaType"><c>text/csv</c> or <c>application/json</c>.</param>
public sealed record OpenFile(string Address, string MediaType)
{
    /// <summary>The columns of a CSV file; empty for other files.</summary>
    public ImmutableArray<OpenField> Fields { get; init; } = [];

    /// <summary>What stands in a CSV file where there is no value, beside an empty field.</summary>
    public ImmutableArray<string> MissingValues { get; init; } = [];

    /// <summary>Address of the JSON Schema that a JSON file follows, or null.</summary>
    public string? Schema { get; init; }

    /// <summary>The ending of its name: <c>csv</c>.</summary>
    public string Format => Path.GetExtension(Address)[1..];
}

/// <summary>A column of a CSV file.</summary>
/// <param name="Name">As in the head of the file.</param>
/// <param name="Type">Of Table Schema: <c>string</c>, <c>integer</c>, <c>date</c> …</param>
/// <param name="Title">In simplified Chinese.</param>
/// <param name="IsKey">Whether it belongs to what tells rows apart.</param>
public sealed record OpenField(string Name, string Type, string Title, bool IsKey = false)
{
    /// <summary>What a text may be, where that is a short list; else empty.</summary>
    public ImmutableArray<string> AllowedValues { get; init; } = [];
}
