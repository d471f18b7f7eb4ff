using System.Collections.Immutable;
using Site.Content.FrontMatter;

namespace Site.Content.Settings;

/// <summary>What <c>site.yaml</c> says.</summary>
public sealed record SiteSettings
{
    /// <summary>The licence of all data that the site gives away: CC BY 4.0.</summary>
    public const string DataLicence = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>Stands for a place on the map without an area.</summary>
    public const string NoArea = ".";

    /// <summary>The most places in a row of the map, so that names can be read on a phone.</summary>
    public const int WidestAreaMap = 6;

    public required string Title { get; init; }

    /// <summary>Absolute http or https address of the home page, with a path where the site lies below one; ends in <c>/</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The office that runs the campaign.</summary>
    public required string Organiser { get; init; }

    /// <summary>The office that checks pages, which <c>site new</c> writes into them; null where each page is left to name its own.</summary>
    public string? Reviewer { get; init; }

    /// <summary>The licence of what is made from guides to take along: CC BY 4.0; null where none is given.</summary>
    public string? Licence { get; init; }

    /// <summary>BCP 47.</summary>
    public string Language { get; init; } = "zh-Hans";

    /// <summary>Id of the campaign that the home page shows, or null for the one of the build's year, or else the newest.</summary>
    public string? Campaign { get; init; }

    /// <summary>Names of the packs that the site takes pages from; of two with one page, the first has it.</summary>
    public ImmutableArray<string> Packs { get; init; } = [];

    /// <summary>Pages of packs that the site does not want, as <c>guides/a.md</c>, or whole folders of them, as <c>guides/</c>.</summary>
    public ImmutableArray<string> WithoutPages { get; init; } = [];

    /// <summary>About how the areas of statistics lie to one another: names, from north to south and in each row from west to east; <see cref="NoArea"/> where none lies. May be empty.</summary>
    public ImmutableArray<ImmutableArray<string>> AreaMap { get; init; } = [];

    /// <summary>Entries of the menu; empty for the theme's own five.</summary>
    public ImmutableArray<MenuEntry> Menu { get; init; } = [];

    /// <summary>Numbers to call, the one to show largest first; never empty.</summary>
    public ImmutableArray<Hotline> Hotlines { get; init; } = Hotline.Nationwide;

    public Footer Footer { get; init; } = new();

    /// <summary>Where the fields stand: <c>theme</c>, <c>footer</c>, <c>footer.icp</c>, and <c>menu.0</c>, <c>packs.0</c> and <c>areaMap.0</c> for the first entry of a list.</summary>
    public FieldLocations Locations { get; init; } = new("site.yaml", []);

    /// <summary>Whether the whole site is made up, so that nobody need be told what of it is.</summary>
    public bool IsSample { get; init; }

    /// <summary>Which versions of the program may make it, as written, or null for any (<see cref="GeneratorPin"/>).</summary>
    public string? Generator { get; init; }

    /// <summary>The picture at the head of every page, from <c>content/</c>: <c>pages/img/logo.svg</c>; or null.</summary>
    public string? Logo { get; init; }

    /// <summary>Name of a theme of the program, or of a folder below <c>themes/</c>.</summary>
    public string Theme { get; init; } = "Campaign";

    /// <summary>Whether each page is published in traditional characters, too.</summary>
    public bool HasTraditional { get; init; }

    /// <summary>Which pages get a share picture of their own.</summary>
    public SharePictures SharePictures { get; init; } = SharePictures.Auto;

    /// <summary>The editor that lies beside the site, or null.</summary>
    public EditorChoice? Editor { get; init; }

    /// <summary>Path part of <see cref="Url"/>, beginning and ending in <c>/</c>.</summary>
    public string BasePath => Url.AbsolutePath;
}

/// <summary>What the foot of a Chinese government site must carry; null where site.yaml lacks it (checked as <c>site/missing-footer-entry</c>).</summary>
public sealed record Footer
{
    /// <summary>Registration with the Ministry of Industry: 示ICP备00000000号.</summary>
    public string? Icp { get; init; }

    /// <summary>Registration with the police: 示公网安备00000000000000号.</summary>
    public string? Police { get; init; }

    /// <summary>Ten characters of the government site code.</summary>
    public string? SiteCode { get; init; }

    /// <summary>How to reach the organiser.</summary>
    public string? Contact { get; init; }

    /// <summary>Address where mistakes of the site are reported (我为政府网站找错).</summary>
    public string? Correction { get; init; }
}

/// <summary>A number to call.</summary>
/// <param name="Number">Digits, 3 to 12, with hyphens perhaps.</param>
/// <param name="Label">What it is for: 火警.</param>
public sealed record Hotline(string Number, string Label)
{
    /// <summary>The numbers that hold in the whole country, shown in the foot of every page unless site.yaml names others.</summary>
    public static ImmutableArray<Hotline> Nationwide { get; } =
    [
        new("119", "火警救援"),
        new("120", "医疗急救"),
        new("12350", "安全生产举报投诉"),
        new("96119", "消防隐患举报"),
        new("12345", "政务服务便民热线"),
    ];

    /// <summary>The numbers for help at once, fixed on every page whatever site.yaml names: fire and rescue, then the ambulance.</summary>
    public static ImmutableArray<Hotline> Emergency { get; } = [.. Nationwide.Where(hotline => hotline.Number is "119" or "120")];
}

/// <summary>An entry of the menu.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Address">Where it leads, decoded, from the site's root: <c>/guides/</c>.</param>
public sealed record MenuEntry(string Label, string Address);

/// <summary>Which pages get a picture to show when they are shared; one takes about as long to make as a hundred pages.</summary>
public enum SharePictures
{
    /// <summary>All pages of a site of up to 500 of them; none of a larger one.</summary>
    Auto,

    /// <summary>All pages.</summary>
    All,

    /// <summary>No page.</summary>
    None,
}
