using System.Collections.Immutable;
using Site.Content.Markdown;
using Site.Core.Sources;

namespace Site.Content.Themes;

/// <summary>What a site lays over a theme of the program, without compiling: <c>themes/NAME/theme.yaml</c> and the files that it names.</summary>
/// <param name="Name">Of its folder.</param>
public sealed record SiteTheme(string Name)
{
    /// <summary>What theme folders begin with, in the site folder.</summary>
    public const string Folder = "themes/";

    /// <summary>All files of the folder, by path from the site folder.</summary>
    public ImmutableArray<SourceFile> Files { get; init; } = [];

    /// <summary>By day.</summary>
    public Palette Light { get; init; } = Palette.Light;

    /// <summary>By night.</summary>
    public Palette Dark { get; init; } = Palette.Dark;

    /// <summary>The mark at the head of every page, a drawing or picture, or null for the program's.</summary>
    public SourceFile? Logo { get; init; }

    /// <summary>In the order in which a browser tries them.</summary>
    public ImmutableArray<ThemeFont> Fonts { get; init; } = [];

    /// <summary>Files that <see cref="Css"/> names, by the name that it uses.</summary>
    public ImmutableArray<(string Name, SourceFile File)> Pictures { get; init; } = [];

    /// <summary>Styles that come after all others, or empty; they import nothing, and name only files of <see cref="Pictures"/>.</summary>
    public string Css { get; init; } = "";

    /// <summary>The files that are published but for fonts: they are looked through like those of <c>content/</c>.</summary>
    public IEnumerable<SourceFile> Drawings => (Logo is null ? [] : new[] { Logo }).Concat(Pictures.Select(picture => picture.File)).DistinctBy(file => file.Path);

    /// <summary>What stands in the foot of every page, above who runs the site; empty where nothing does.</summary>
    public HtmlFragment Foot { get; init; } = HtmlFragment.Empty;

    /// <summary>Path of the file of <see cref="Foot"/>, from the site folder; empty where there is none.</summary>
    public string FootPath { get; init; } = "";
}

/// <summary>A font of a theme.</summary>
/// <param name="Family">What styles call it; no quotation mark and no backslash in it.</param>
/// <param name="Weight">100 to 900.</param>
/// <param name="File">WOFF 2.</param>
public sealed record ThemeFont(string Family, int Weight, SourceFile File);
