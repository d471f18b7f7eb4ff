using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Core.Vocabularies;
using System.Collections.Immutable;

namespace Site.Content.Pages;

/// <summary>What every page has, whatever its type.</summary>
public sealed record PageHeader
{
    private readonly Late<ImmutableArray<Heading>> headings = NoHeadings;
    private readonly Late<FieldLocations> locations = null!;
    private readonly Late<ImmutableArray<Source>> sources = null!;
    private Late<PageText> text = PageText.None;

    public required ContentType Type { get; init; }

    /// <summary>The source file, relative to the site folder: <c>content/guides/gas-leak.md</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Where it is published, decoded, from the site's root: <c>/guides/gas-leak/</c>.</summary>
    public required string Address { get; init; }

    /// <summary>What <c>xref:</c> calls it; unique in the site. The file's name unless the writer says otherwise.</summary>
    public required string Id { get; init; }

    [field: Listed]
    public required string Title { get; init; }

    /// <summary>One or two sentences of plain text: the field, or the body's first paragraph; empty where there is neither.</summary>
    [field: Listed]
    public required string Summary { get; init; }

    /// <summary>Where the facts come from; at least one (checked as <c>front-matter/missing-field</c>).</summary>
    public required ImmutableArray<Source> Sources { get => sources.Value; init => sources = new(value); }

    /// <summary>The office that checked it.</summary>
    public required string Reviewer { get; init; }

    public DateOnly? Date { get; init; }

    public DateOnly? Updated { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What residents may call the thing, plain text; only the search knows it.</summary>
    public ImmutableArray<string> SearchFor { get; init; } = [];

    /// <summary>Ids of <see cref="Vocabulary.Sectors"/>.</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];

    /// <summary>Ids of <see cref="Vocabulary.Audiences"/>.</summary>
    public ImmutableArray<string> Audiences { get; init; } = [];

    /// <summary>Id of a campaign, usually its year, or null.</summary>
    public string? Campaign { get; init; }

    /// <summary>The picture that stands for the page, or null.</summary>
    public Picture? Image { get; init; }

    /// <summary>Who took or drew that picture, or null.</summary>
    public string? ImageCredit { get; init; }

    /// <summary>Old addresses that lead here, each decoded and ending in <c>/</c>.</summary>
    public ImmutableArray<Link> RedirectFrom { get; init; } = [];

    /// <summary>Telephones, mail addresses and accounts in it that are public, as written: those of offices, never of persons.</summary>
    public ImmutableArray<string> PublicContacts { get; init; } = [];

    /// <summary>Place among its neighbors: lower comes first; 0 unless the writer says otherwise.</summary>
    public int Order { get; init; }

    /// <summary>Addresses of the web in its fields, in the order written.</summary>
    public ImmutableArray<Link> WebLinks { get; init; } = [];

    /// <summary>Whether it is made up, to show how the site works: the page says 示例.</summary>
    public bool IsSample { get; init; }

    public required HtmlFragment Body { get => text.Value.Body; init => text = new(text.Value with { Body = value }); }

    /// <summary>Headings of the body in reading order.</summary>
    public ImmutableArray<Heading> Headings { get => headings.Value; init => headings = new(value); }

    /// <summary>Characters of text in the body, spaces not counted.</summary>
    public int Characters { get => text.Value.Characters; init => text = new(text.Value with { Characters = value }); }

    /// <summary>Where the field of this name stands in the source; the top of the file for a field that is not written.</summary>
    public required FieldLocations Locations { get => locations.Value; init => locations = new(value); }

    internal static Late<ImmutableArray<Heading>> NoHeadings { get; } = new([]);

    /// <returns>The same as others see it, for who keeps the body elsewhere: whoever reads it puts that in before anybody else has the header.</returns>
    internal PageHeader WithoutBody() => this with { text = null! };

    /// <summary>Puts the body in, as long as nobody else has seen the header: a copy of each of ten thousand would cost more than their reading.</summary>
    internal void Fill(Late<PageText> written) => text = written;
}

/// <summary>The body of a page.</summary>
/// <param name="Characters">As in <see cref="PageHeader.Characters"/>.</param>
internal sealed record PageText(HtmlFragment Body, int Characters)
{
    public static Late<PageText> None { get; } = new(new PageText(HtmlFragment.Empty, 0));
}

/// <summary>A page that someone wrote. What all types have in common stands in <see cref="PageHeader"/>, and is found here by the same names.</summary>
public abstract record Page(PageHeader Header)
{
    public ContentType Type => Header.Type;
    public string Path => Header.Path;
    public string Address => Header.Address;
    public string Id => Header.Id;
    public string Title => Header.Title;
    public string Summary => Header.Summary;
    public ImmutableArray<Source> Sources => Header.Sources;
    public string Reviewer => Header.Reviewer;
    public DateOnly? Date => Header.Date;
    public DateOnly? Updated => Header.Updated;
    public ImmutableArray<string> Tags => Header.Tags;
    public ImmutableArray<string> SearchFor => Header.SearchFor;
    public ImmutableArray<string> Sectors => Header.Sectors;
    public ImmutableArray<string> Audiences => Header.Audiences;
    public string? Campaign => Header.Campaign;
    public Picture? Image => Header.Image;
    public string? ImageCredit => Header.ImageCredit;
    public ImmutableArray<Link> RedirectFrom => Header.RedirectFrom;
    public ImmutableArray<string> PublicContacts => Header.PublicContacts;
    public int Order => Header.Order;
    public bool IsSample => Header.IsSample;
    public HtmlFragment Body => Header.Body;
    public ImmutableArray<Heading> Headings => Header.Headings;
    public int Characters => Header.Characters;
    public FieldLocations Locations => Header.Locations;

    /// <summary>Every piece of HTML that the page is made of, for links and pictures can stand in each.</summary>
    public virtual IEnumerable<HtmlFragment> Fragments => [Body];

    /// <summary>Fragments of its address beside those in the HTML and the headings: ids of questions.</summary>
    public virtual IEnumerable<string> FragmentIds => [];
}

/// <summary>A file of <c>content/</c> that is no page.</summary>
/// <param name="Path">Path relative to the site folder: <c>content/guides/img/oil.svg</c>.</param>
/// <param name="Length">Bytes, 0 or more.</param>
/// <param name="Load">Gives the bytes; may be called from any thread. Throws <see cref="System.IO.IOException"/> when the disk fails.</param>
public sealed record ContentFile(string Path, long Length, Func<byte[]> Load)
{
    /// <summary>Returns the bytes as they lie on the disk; where two files have the same one, they are the same file.</summary>
    public Func<byte[]> Origin { get; init; } = Load;
}

/// <summary>A part of a page that most builds do without: of a page that was kept from an earlier build it is read when somebody asks for it.</summary>
internal class Late<T>
{
    /// <summary>Boxed, so that threads which ask at once see all of it or nothing.</summary>
    private object? value;

    public Late(T value) => this.value = value;

    /// <summary>For who overrides <see cref="Read"/>.</summary>
    protected Late()
    {
    }

    public T Value => (T)(value ??= Read())!;

    /// <summary>Gives the same each time; from any thread.</summary>
    protected virtual T Read() => throw new InvalidOperationException("It was made with its value.");
}

/// <summary>Marks a text of a page that others show where they list it (<see cref="ContentType.IsOnListsAlone"/>).</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class ListedAttribute : Attribute;
