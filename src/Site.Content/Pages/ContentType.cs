using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.StructuredData;
using Site.Core.Diagnostics;

namespace Site.Content.Pages;

/// <summary>Where the pages of a type are published.</summary>
public enum PageAddressing
{
    /// <summary><c>/guides/gas-leak/</c>, as the file lies in its folder.</summary>
    UnderFolder,

    /// <summary><c>/report/</c>: at the root of the site.</summary>
    AtRoot,

    /// <summary><c>/news/2026/open-day/</c>: a year, then the file's name without the date before it. Every page has a date, and each year a list.</summary>
    ByYear,
}

/// <summary>What a quiz offers the pages of a type for, to those who got a topic wrong.</summary>
public enum TopicUse
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>To read about the topic.</summary>
    Reading,

    /// <summary>To go there and practice.</summary>
    Practice,
}

/// <summary>What a row of a list says about a page beside its title and summary.</summary>
/// <param name="Day">The day that the row leads with, or null.</param>
/// <param name="Label">What the row leads with where there is no day; null for the type's label.</param>
/// <param name="Note">One more line of facts; empty where there is nothing to add.</param>
public sealed record ListItem(DateOnly? Day = null, string? Label = null, string Note = "");

/// <summary>What is said where nobody has checked a page again by its day.</summary>
/// <param name="Subject">What the sentence is about: 这份指南.</param>
/// <param name="Task">What has to be done before the field gets its next day: 请科室对照现行标准复核内容.</param>
/// <param name="Consequence">What has become of the page: 题目已经撤下; or empty where nothing has.</param>
public sealed record ReviewTexts(string Subject, string Task, string Consequence = "");

/// <summary>
/// The draft that <c>site new</c> writes; <c>{{title}}</c>, <c>{{name}}</c> (of the file), <c>{{today}}</c>, <c>{{year}}</c> and <c>{{edition}}</c> are filled in.
/// A page that keeps something of it is not published: a field in Chinese and a sentence of the body are prompts (a heading is one if it says 写), and a field
/// with a comment behind it is a sample until the comment is gone. Other fields may stay as they are.
/// </summary>
/// <param name="Fields">Lines of the type's own front matter, every required field among them; title and date are there already.</param>
/// <param name="Body">The Markdown below.</param>
/// <param name="Optional">Further lines of its own, each to be written as a comment; or empty.</param>
public sealed record DraftText(string Fields, string Body, string Optional = "")
{
    /// <summary>Added to the line above the optional fields, or empty.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Whether the draft bears the day on which it is written. Feeds list pages by their dates; what has none stands in no feed.</summary>
    public bool IsDated { get; init; } = true;

    /// <summary>Whether the draft proposes tags, sectors and audiences.</summary>
    public bool HasTopics { get; init; } = true;

    /// <summary>A file beside the page that the draft names: its ending and its text; or null.</summary>
    public (string Ending, string Text)? File { get; init; }

    /// <summary>The whole page, with its blanks.</summary>
    public string Text
    {
        get
        {
            string[] optional =
            [
                .. Optional.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                .. HasTopics ? Topics : [],
            ];
            return string.Join('\n', (string[])
            [
                "---",
                "title: {{title}}",
                .. IsDated ? Date : [],
                .. Fields.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                "summary: 用一两句话说清楚这一页讲什么，列表和搜索结果里会显示它。",
                "source: 请写出处，例如：发布单位《文件名》（2026年5月1日），https://www.example.gov.cn/",
                ReviewerLine,
                $"# 可选：去掉前面的“# ”就生效{Hint}",
                .. optional.Select(line => "# " + line),
                "draft: true # 写好后删掉这一行，这一页才会发布",
                "---",
                Body,
                "",
            ]);
        }
    }

    /// <summary>The line of every draft for which the settings may name an office.</summary>
    public const string ReviewerLine = "reviewer: 请写审核的科室";

    private static readonly ImmutableArray<string> Date = ["date: {{today}}"];

    private static readonly ImmutableArray<string> Topics =
        ["tags: [请写标签, 再写一个]", "sectors: [fire, urban-operation] # 留下有关的", "audiences: [enterprise, rural, community, school, family] # 留下有关的"];
}

/// <summary>
/// A content type, all of it: its names, its fields, how a page is made from them, and what lists, feeds, calendars, search engines and share pictures are
/// told of it. A type is a value in the file of its page; <c>ContentTypes.All</c> lists them, and everything else is derived from that list.
/// </summary>
public abstract class ContentType
{
    private readonly Lazy<FieldSet> allFields;

    private protected ContentType(string folder, string name, Type pageType)
    {
        (Folder, Name, PageType) = (folder, name, pageType);
        allFields = new(() => SharedFields.Around(Fields, isDateRequired: Addressing == PageAddressing.ByYear));
    }

    /// <summary>The folder of <c>content/</c> in which its files lie, and the first part of addresses: <c>guides</c>.</summary>
    public string Folder { get; }

    /// <summary>What commands call it: <c>guide</c>.</summary>
    public string Name { get; }

    /// <summary>Another name that commands understand, or null.</summary>
    public string? OtherName { get; init; }

    /// <summary>The record of its pages. A theme finds the component that draws them by it.</summary>
    public Type PageType { get; }

    /// <summary>What readers and staff call a page of it, in a word or two: 指南.</summary>
    public required string Label { get; init; }

    /// <summary>The heading of its list: 安全指南; empty where its pages stand alone and have no list.</summary>
    public string ListTitle { get; init; } = "";

    /// <summary>The measure word for pages of several types.</summary>
    public const string AnyCounter = "篇";

    /// <summary>The measure word with which pages are counted: 3篇.</summary>
    public string Counter { get; init; } = AnyCounter;

    /// <summary>The entry of the usual menu that leads to its list, or null.</summary>
    public string? MenuLabel { get; init; }

    /// <summary>Its place among lists, in menus and on the page of topics: lower comes first.</summary>
    public int SectionOrder { get; init; } = int.MaxValue;

    public PageAddressing Addressing { get; init; }

    /// <summary>Whether the name of each file is a year, of which there is one page: <c>campaigns/2026.md</c>.</summary>
    public bool IsOnePerYear { get; init; }

    /// <summary>Whether its pages are offered beside pages of other types about the same things.</summary>
    public bool IsRelated { get; init; } = true;

    /// <summary>
    /// Whether titles and summaries of its pages stand nowhere but on the page itself, on those before and after it, on lists, in feeds, and on pages of types that show them
    /// (<see cref="ShowsListed"/>): a new title then draws few pages again.
    /// </summary>
    public bool IsOnListsAlone { get; init; }

    /// <summary>Whether its pages show titles or summaries of pages that otherwise stand on lists alone, beside those before and after them.</summary>
    public bool ShowsListed { get; init; }

    /// <summary>Whether its pages stand behind those of other types on the list of a topic: what helps comes first, what happened last.</summary>
    public bool StandsLast { get; init; }

    /// <summary>Whether the generator makes further pages below each of its pages: a quiz on paper.</summary>
    public bool HasPagesBelow { get; init; }

    /// <summary>What quizzes offer its pages for.</summary>
    public TopicUse TopicUse { get; init; }

    /// <summary>Whether its pages stand in the feeds of the site, each from the day on which it came out.</summary>
    public bool IsInFeeds { get; init; } = true;

    /// <summary>Whether its list has feeds of its own.</summary>
    public bool HasOwnFeed { get; init; }

    /// <summary>How much its pages help who searches, 1 to 100: guides before quizzes before news.</summary>
    public int SearchWeight { get; init; } = 50;

    /// <summary>What readers type who look for its list, beside the title: there the list comes before its pages.</summary>
    public ImmutableArray<string> ListSearchFor { get => field.IsDefault ? [Label] : field; init; }

    /// <summary>The sign and color of its share pictures: a name of <c>Site.Rendering/Pictures/Sharing/ShareSigns.cs</c>. Without one, they show all four signs.</summary>
    public string ShareSign { get; init; } = "page";

    /// <summary>Its <c>@type</c> in the words of schema.org, where it says no more of itself.</summary>
    public string SchemaType { get; init; } = "WebPage";

    /// <summary>Name of the calendar file beside a page that has entries: <c>event.ics</c>; null where no page has any.</summary>
    public string? CalendarFile { get; init; }

    /// <summary>Name of the calendar file beside its list with the entries of all its pages: <c>year.ics</c>; null where it has none.</summary>
    public string? ListCalendarFile { get; init; }

    /// <summary>Stands after the page's title in the title of its calendar; or empty.</summary>
    public string CalendarTitle { get; init; } = "";

    /// <summary>What links to the pages before and after a page in the list say.</summary>
    public (string Previous, string Next) NeighborLabels { get; init; } = ("上一篇", "下一篇");

    /// <summary>What is said where nobody has checked a page of it again by its day.</summary>
    public ReviewTexts ReviewTexts { get => field ?? new($"这份{Label}", "请科室对照现行标准复核内容"); init; }

    /// <summary>What <c>site new</c> writes.</summary>
    public required DraftText Draft { get; init; }

    /// <summary>The fields that it has beside the shared ones.</summary>
    public ImmutableArray<Field> Fields { get; init; } = [];

    /// <summary>Every field that its pages may have, the shared ones that everyone writes first.</summary>
    public FieldSet AllFields => allFields.Value;

    /// <summary>Whether its pages have a list.</summary>
    public bool HasList => ListTitle.Length > 0;

    /// <summary>The address of its list: <c>/guides/</c>.</summary>
    public string ListAddress => $"/{Folder}/";

    /// <summary>Where its files lie: <c>content/guides/</c>.</summary>
    public string ContentFolder => $"content/{Folder}/";

    /// <returns>The address of the list of one year, for types whose addresses have a year.</returns>
    public string YearAddress(int year) => $"/{Folder}/{year:D4}/";

    /// <param name="path"><c>content/FOLDER/…/name.md</c>, every name of it good.</param>
    /// <param name="date">The page's day: its year is the folder of a page that is published by year and lies in none.</param>
    /// <returns>Where the page is published: decoded, from the site's root.</returns>
    public string AddressOf(string path, DateOnly date)
    {
        var within = path[ContentFolder.Length..^".md".Length];
        if (Addressing != PageAddressing.ByYear)
        {
            return Addressing == PageAddressing.AtRoot ? $"/{within}/" : $"/{Folder}/{within}/";
        }

        var slash = within.LastIndexOf('/');
        return slash < 0 ? YearAddress(date.Year) + NameOf(path) + "/" : $"/{Folder}/{within[..slash]}/{NameOf(path)}/";
    }

    /// <returns>What <c>xref:</c> calls a page by default: its file's name without the ending and, where pages are published by year, without the date before it.</returns>
    public string NameOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..^".md".Length];
        return Addressing != PageAddressing.ByYear ? name
            : HasShape(name, "0000-00-00-") ? name["0000-00-00-".Length..]
            : HasShape(name, "00-00-") ? name["00-00-".Length..]
            : name;
    }

    /// <returns>The day by which the list goes, newest first; null where the list has no days.</returns>
    public abstract DateOnly? DayOf(Page page);

    /// <returns>The day on which a page came out, as feeds tell it, or null. A day of its own counts only once it has come, because an entry must not come from the future.</returns>
    public abstract DateOnly? PublishedOf(Page page);

    public abstract ListItem ItemOf(Page page);

    /// <returns>What a page is about, in its own fields; tags and title count beside them.</returns>
    public abstract IEnumerable<string> SubjectsOf(Page page);

    /// <returns>The day by which somebody must have checked the page again, as its field <c>reviewBy</c> says, or null.</returns>
    public abstract DateOnly? ReviewByOf(Page page);

    /// <returns>The last day on which the page tells of something to come, or of what is new; null where it holds at all times.</returns>
    public abstract DateOnly? CurrentUntilOf(Page page);

    /// <returns>What the page shows of its own fields, for the search: plain text.</returns>
    public abstract IEnumerable<string?> SearchTextsOf(Page page);

    /// <returns>Fields of days that have been when the page is on the site, each with its day; null where none was read.</returns>
    public abstract IEnumerable<(string Field, DateOnly? Day)> PastDaysOf(Page page);

    /// <returns>What is wrong with a page as a whole, as far as it alone shows it, each at its location; in no particular order.</returns>
    public abstract IEnumerable<Diagnostic> ProblemsOf(Page page);

    /// <returns>Files to download and recordings: paths relative to the page's file, and addresses of the web.</returns>
    public abstract IEnumerable<Link> FilesOf(Page page);

    /// <returns>Texts of its own fields whose telephones and mail addresses are public, and numbers that are.</returns>
    public abstract IEnumerable<PublicContactField> ContactsOf(Page page);

    /// <returns>Names of offices and firms in its own fields.</returns>
    public abstract IEnumerable<string> PublicNamesOf(Page page);

    /// <returns>Addresses of pages that the generator makes elsewhere because there is this one: the poster of a guide.</returns>
    public abstract IEnumerable<string> AddressesFor(Page page);

    /// <returns>What can be done, and when; in the order in which the page tells it.</returns>
    public abstract IEnumerable<CalendarEntry> CalendarEntriesOf(Page page);

    /// <returns>What the page is about, for search engines.</returns>
    public abstract SchemaThing Describe(Page page, SchemaContext context);

    internal abstract PageBody ReadBody(MarkdownFile file, FieldValues fields, DateOnly asOf);

    internal abstract Page Make(PageHeader header, FieldValues fields, PageBody body);

    public override string ToString() => Name;

    private static bool HasShape(string name, string shape)
    {
        if (name.Length <= shape.Length)
        {
            return false;
        }

        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] == '0' ? !char.IsAsciiDigit(name[i]) : name[i] != shape[i])
            {
                return false;
            }
        }

        return true;
    }
}

/// <inheritdoc cref="ContentType"/>
/// <param name="folder">As in <see cref="ContentType.Folder"/>.</param>
/// <param name="name">As in <see cref="ContentType.Name"/>.</param>
public sealed class ContentType<TPage>(string folder, string name) : ContentType(folder, name, typeof(TPage))
    where TPage : Page
{
    /// <summary>Makes a page. It is asked for one in any case: what is missing or wrong is reported, and gets an empty or harmless value.</summary>
    public required Func<PageHeader, FieldValues, PageBody, TPage> Create { get; init; }

    /// <summary>As in <see cref="ContentType.DayOf"/>.</summary>
    public Func<TPage, DateOnly?> Day { get; init; } = _ => null;

    /// <summary>As in <see cref="ContentType.PublishedOf"/> where nobody wrote a date; the page's <see cref="Day"/> unless given.</summary>
    public Func<TPage, DateOnly?>? Published { get; init; }

    public Func<TPage, ListItem> Item { get; init; } = _ => new();

    /// <summary>As in <see cref="ContentType.SubjectsOf"/>.</summary>
    public Func<TPage, IEnumerable<string>> Subjects { get; init; } = _ => [];

    /// <summary>As in <see cref="ContentType.ReviewByOf"/>.</summary>
    public Func<TPage, DateOnly?> ReviewBy { get; init; } = _ => null;

    /// <summary>As in <see cref="ContentType.CurrentUntilOf"/>.</summary>
    public Func<TPage, DateOnly?> CurrentUntil { get; init; } = _ => null;

    /// <summary>As in <see cref="ContentType.SearchTextsOf"/>.</summary>
    public Func<TPage, IEnumerable<string?>> SearchTexts { get; init; } = _ => [];

    /// <summary>As in <see cref="ContentType.PastDaysOf"/>; what is planned or comes into force later stays out.</summary>
    public Func<TPage, IEnumerable<(string Field, DateOnly? Day)>> PastDays { get; init; } = _ => [];

    /// <summary>As in <see cref="ContentType.ProblemsOf"/>; what is wrong with the value of one field is reported where it is read.</summary>
    public Func<TPage, IEnumerable<Diagnostic>> Problems { get; init; } = _ => [];

    public Func<TPage, IEnumerable<Link>> Files { get; init; } = _ => [];

    public Func<TPage, IEnumerable<PublicContactField>> Contacts { get; init; } = _ => [];

    public Func<TPage, IEnumerable<string>> PublicNames { get; init; } = _ => [];

    /// <summary>As in <see cref="ContentType.AddressesFor"/>.</summary>
    public Func<TPage, IEnumerable<string>> Addresses { get; init; } = _ => [];

    public Func<TPage, IEnumerable<CalendarEntry>> CalendarEntries { get; init; } = _ => [];

    /// <summary>As in <see cref="ContentType.Describe"/>; a work of <see cref="ContentType.SchemaType"/> unless given.</summary>
    public Func<TPage, SchemaContext, SchemaThing>? StructuredData { get; init; }

    /// <summary>Reads what stands below the front matter; Markdown unless the type has a syntax of its own.</summary>
    internal Func<MarkdownFile, FieldValues, DateOnly, PageBody> Body { get; init; } =
        (file, fields, _) => new(MarkdownReader.Read(fields.Path, file.Body, file.BodyLine));

    public override DateOnly? DayOf(Page page) => Day((TPage)page);

    public override DateOnly? PublishedOf(Page page) => page.Date ?? (Published ?? Day)((TPage)page) ?? page.Updated;

    public override ListItem ItemOf(Page page) => Item((TPage)page);

    public override IEnumerable<string> SubjectsOf(Page page) => Subjects((TPage)page);

    public override DateOnly? ReviewByOf(Page page) => ReviewBy((TPage)page);

    public override DateOnly? CurrentUntilOf(Page page) => CurrentUntil((TPage)page);

    public override IEnumerable<string?> SearchTextsOf(Page page) => SearchTexts((TPage)page);

    public override IEnumerable<(string Field, DateOnly? Day)> PastDaysOf(Page page) => PastDays((TPage)page);

    public override IEnumerable<Diagnostic> ProblemsOf(Page page) => Problems((TPage)page);

    public override IEnumerable<Link> FilesOf(Page page) => Files((TPage)page);

    public override IEnumerable<PublicContactField> ContactsOf(Page page) => Contacts((TPage)page);

    public override IEnumerable<string> PublicNamesOf(Page page) => PublicNames((TPage)page);

    public override IEnumerable<string> AddressesFor(Page page) => Addresses((TPage)page);

    public override IEnumerable<CalendarEntry> CalendarEntriesOf(Page page) => CalendarEntries((TPage)page);

    public override SchemaThing Describe(Page page, SchemaContext context) =>
        StructuredData?.Invoke((TPage)page, context) ?? PageSchema.Work(page, context, SchemaType);

    internal override PageBody ReadBody(MarkdownFile file, FieldValues fields, DateOnly asOf) => Body(file, fields, asOf);

    internal override Page Make(PageHeader header, FieldValues fields, PageBody body) => Create(header, fields, body);
}

/// <summary>What stands below the front matter of a page. A type with more in it than Markdown derives from it.</summary>
public record PageBody(MarkdownBody Body);

/// <summary>A public contact in a field of a page.</summary>
/// <param name="Sentence">Text in which telephones, mail addresses and accounts may stand, or null.</param>
/// <param name="Number">A telephone number, or null.</param>
public readonly record struct PublicContactField(string? Sentence, string? Number);
