using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Core.Sources;

namespace Site.Rendering.Views;

/// <summary>What the search knows of a page: nothing that the page does not show, but for <see cref="SearchFor"/> and <see cref="PinnedFor"/>.</summary>
public sealed record SearchDocument
{
    /// <summary>Decoded, from the site's root.</summary>
    public required string Address { get; init; }

    /// <summary>As in lists: with 【示例】 in front where the page is made up.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence or two of plain text; may be empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What readers can filter by: 指南.</summary>
    public required string Kind { get; init; }

    /// <summary>How much such a page helps, 1 to 100: guides before quizzes before news.</summary>
    public required int Weight { get; init; }

    /// <summary>Whether its time is over: an event that was, old news.</summary>
    public bool IsPast { get; init; }

    /// <summary>Among documents of one kind the newest comes first; those without a day come last.</summary>
    public DateOnly? Day { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What residents may call the thing; no page shows it, so it stands in a file of the index in full, for the leak scan to see.</summary>
    public ImmutableArray<string> SearchFor { get; init; } = [];

    /// <summary>Phrases for which it stands before all results; the search page holds them.</summary>
    public ImmutableArray<string> PinnedFor { get; init; } = [];

    /// <summary>The written page, null of any other. It is asked for what it says when somebody asks for that: most documents of a site stay as they were.</summary>
    public Page? Page { get; init; }

    public IEnumerable<string> Headings { get => field ?? Page?.Headings.Select(heading => heading.Text) ?? []; init; }

    /// <summary>Plain texts of the page beside its body.</summary>
    public IEnumerable<string?> Texts { get => field ?? Page?.Type.SearchTextsOf(Page) ?? []; init; }

    /// <summary>Its body.</summary>
    public IEnumerable<HtmlFragment> Fragments { get => field ?? Page?.Fragments ?? []; init; }

    /// <summary>
    /// A hash of all that it follows from, beside what the whole site follows from (<see cref="OutputFile.Key"/>): two documents with one key say the same. The default digest where
    /// nobody has worked it out: then <see cref="Digest"/> goes by what it says.
    /// </summary>
    public Digest Key { get; init; }

    /// <summary>Gives the document of the same page as an earlier build has read it; null where nobody knows.</summary>
    public Func<SearchDocument?>? Earlier { get; init; }

    /// <returns><see cref="Key"/>, or where there is none a hash of everything that the document says. No two documents of a site have one.</returns>
    public Digest Digest()
    {
        if (Key != default)
        {
            return Key;
        }

        var said = new ArrayBufferWriter<byte>();
        foreach (var text in new[] { Address, Title, Summary, Kind, string.Create(CultureInfo.InvariantCulture, $"{Weight} {IsPast} {Day:O}") })
        {
            Say(text);
        }

        foreach (var texts in new[] { Tags, SearchFor, PinnedFor, Headings, Texts })
        {
            foreach (var text in texts)
            {
                Say(text ?? "");
            }

            said.Write(EndOfList);
        }

        foreach (var fragment in Fragments)
        {
            said.Write(fragment.Utf8.Span);
            said.Write(EndOfText);
        }

        return Core.Sources.Digest.Of(said.WrittenSpan);

        void Say(string text)
        {
            Encoding.UTF8.GetBytes(text, said);
            said.Write(EndOfText);
        }
    }

    // Neither byte stands in a text of UTF-8.
    private static ReadOnlySpan<byte> EndOfText => [0xFF];

    private static ReadOnlySpan<byte> EndOfList => [0xFE];

    /// <returns>What the search knows of a page that somebody looks for by its name: a list, or something to print.</returns>
    /// <param name="address">As in <see cref="Address"/>.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="summary">As in <see cref="Summary"/>.</param>
    /// <param name="searchFor">As in <see cref="SearchFor"/>.</param>
    internal static SearchDocument OfList(string address, string title, string summary, ImmutableArray<string> searchFor) => new()
    {
        Address = address,
        Title = title,
        Summary = summary,
        Kind = "栏目",
        Weight = 50,
        SearchFor = searchFor,
    };

    /// <returns>What the search knows of a written page.</returns>
    /// <param name="asOf">The day of the build.</param>
    /// <param name="pinnedFor">As in <see cref="PinnedFor"/>.</param>
    /// <param name="key">As in <see cref="Key"/>.</param>
    /// <param name="earlier">As in <see cref="Earlier"/>.</param>
    public static SearchDocument Of(Page page, DateOnly asOf, ImmutableArray<string> pinnedFor, Digest key = default, Func<SearchDocument?>? earlier = null) => new()
    {
        Address = page.Address,
        Title = page.MarkedTitle(),
        Summary = page.Summary,
        Kind = page.Type.Label,
        Weight = page.Type.SearchWeight,
        IsPast = page.Type.CurrentUntilOf(page) < asOf,
        Day = page.Type.DayOf(page),
        Tags = page.Tags,
        SearchFor = page.SearchFor,
        PinnedFor = pinnedFor,
        Page = page,
        Key = key,
        Earlier = earlier,
    };
}
