using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Site.Content.Campaigns;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Entries;
using Site.Exposures.Released;
using Site.Rendering.Views;

namespace Site.Tests;

/// <summary>Short ways to write the input of tests of output formats.</summary>
internal static class FormatSamples
{
    public static Website Website(string url, params ImmutableArray<Page> pages) => WithFiles(url, [], pages);

    public static Website WithFiles(string url, ImmutableArray<ContentFile> files, params ImmutableArray<Page> pages) =>
        new(new() { Title = "示例市安全生产月", Url = new(url), Organiser = "示例单位" }, new(2024, 6, 20), pages, files);

    public static NewsPage News(string address, string title, DateOnly date) =>
        new(Header(NewsPage.Definition, address, title) with { Date = date });

    public static GuidePage Guide(string address, string title) =>
        new(Header(GuidePage.Definition, address, title));

    public static PlainPage Plain(string address, string title) =>
        new(Header(PlainPage.Definition, address, title));

    public static EventPage Event(string address, string title, Moment start, Moment? end = null) =>
        new(Header(EventPage.Definition, address, title)) { Start = start, End = end };

    public static HallPage Hall(string address, string title, params ImmutableArray<OpenDay> days) =>
        new(Header(HallPage.Definition, address, title)) { Class = "I", Area = "示例区", OpenDays = days };

    public static WarningPage Warning(string address, string title, DateOnly occurred) =>
        new(Header(WarningPage.Definition, address, title)) { Occurred = occurred, Place = "示例市" };

    public static LecturePage Lecture(string address, string title) =>
        new(Header(LecturePage.Definition, address, title)) { Series = "forum" };

    public static LawPage Law(string address, string title) =>
        new(Header(LawPage.Definition, address, title)) { Name = "示例法", Version = new(2021, 6, 10), Articles = 9 };

    public static QuizPage Quiz(string address, string title) =>
        new(Header(QuizPage.Definition, address, title)) { Questions = [] };

    public static WorkPage Work(string address, string title) =>
        new(Header(WorkPage.Definition, address, title)) { Files = [] };

    public static CampaignPage Campaign(int year, string slogan) => new(Header(CampaignPage.Definition, $"/campaigns/{year}/", $"{year}年安全生产月"))
    {
        Year = year,
        Edition = year - 2001,
        Slogan = slogan,
        Start = new(year, 6, 1),
        End = new(year, 6, 30),
    };

    /// <summary>A page of the same type with another header.</summary>
    public static TPage With<TPage>(this TPage page, Func<PageHeader, PageHeader> change)
        where TPage : Page => (TPage)(page with { Header = change(page.Header) });

    /// <summary>An entry as only Site.Exposures can make it outside of tests.</summary>
    public static SafeExposure Exposure(string id, DateOnly published, string subject, string hazard) =>
        ((SafeExposure)Activator.CreateInstance(typeof(SafeExposure), nonPublic: true)!) with
        {
            Id = id,
            Published = Day(published),
            Kind = "hazard",
            Subject = subject,
            Area = "示例区",
            District = "示例区",
            Decision = "示例决定〔2024〕1号",
            Status = "open",
            Hazard = hazard,
        };

    private static PageHeader Header(ContentType type, string address, string title) => new()
    {
        Type = type,
        Path = "",
        Address = address,
        Id = "",
        Title = title,
        Summary = "",
        Sources = [],
        Reviewer = "",
        Body = HtmlFragment.Empty,
        Locations = new("", []),
    };

    private static SafeDay Day(DateOnly day) =>
        (SafeDay)Activator.CreateInstance(typeof(SafeDay), BindingFlags.Instance | BindingFlags.NonPublic, null, [day, DayPrecision.Day], CultureInfo.InvariantCulture)!;

    public static PageView View(Website website, Page page, params ImmutableArray<PageLink> crumbs) => new()
    {
        Address = page.Address,
        Title = page.Title,
        Description = page.Summary,
        Page = page,
        Crumbs = crumbs,
    };

    public static ImmutableArray<Link> OldAddresses(params string[] addresses) =>
        [.. addresses.Select(address => new Link(new("content/guides/a.md"), address))];

    public static PublicInput Release(params ImmutableArray<SafeExposure> exposures) => new() { Exposures = exposures };

    /// <returns>The text of the only file of this path that a format gives.</returns>
    public static string Text(this IEnumerable<OutputFile> files, string path) => Written(files.Single(file => file.Path == path).Write);

    public static string Written(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer.WrittenSpan);
    }

    /// <summary>Texts of all that makes trouble in markup, JSON and calendars, mixed with what does not.</summary>
    public static Arbitrary<string> HostileText { get; } = Gen.Elements(
            "a", "安全", "，", "🧯", " ", "\t", "\r\n", "\n", "\r", "\0", "\u0007", "\u001b", "\u007f", "\u0085", "\u009f", "\u2028", "\u2029", "\ud83e", "\udd2f",
            "\ufdd0", "\ufffe", "\uffff", "\U0001ffff", "&", "<", ">", "\"", "'", "\\", ";", ",", ":", "]]>", "<!--", "</script>", "</title>", "&lt;", "END:VEVENT", "{{")
        .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
}
