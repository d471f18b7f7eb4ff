using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Site.Content.Quizzes;
using Site.Content.Themes;
using Site.Content.Types;
using Site.Core.Json;
using Site.Core.Sources;
using Site.Rendering.Pictures;
using Site.Rendering.Pictures.Sharing;
using Site.Rendering.Pictures.Sources;
using Site.Rendering.Themes;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Processing;

namespace Site.Rendering.Offline;

/// <summary>Tells devices how to put the site among their apps: names, colors and icons (W3C Web Application Manifest).</summary>
/// <remarks>Its addresses are relative to the manifest, so they hold below any path.</remarks>
public static class AppManifest
{
    public const string Address = "/manifest.webmanifest";

    internal static IEnumerable<OutputFile> Of(RenderContext context)
    {
        yield return new(Address[1..], output => JsonText.WriteFile(output, Manifest(context), AppManifestContext.Default.AppDescription));
        foreach (var (path, size, isMaskable) in AppIcon.All)
        {
            yield return new(path, output => System.Buffers.BuffersExtensions.Write(output, AppIcon.Draw(context.Logo, PaperOf(context), size, isMaskable)))
            {
                Key = OutputFile.KeyWithoutPages,
            };
        }
    }

    private static AppDescription Manifest(RenderContext context)
    {
        var settings = context.Website.Settings;
        return new(settings.Title, settings.Title, settings.Language, "./", "./", "standalone",
            (context.Website.Theme?.Light ?? Palette.Light)["band"].ToString(), PaperOf(context).ToString(),
            [.. AppIcon.All.Select(icon => new AppIconEntry(icon.Path, string.Create(CultureInfo.InvariantCulture, $"{icon.Size}x{icon.Size}"), "image/png", icon.IsMaskable ? "maskable" : "any"))],
            [
                .. new (string Title, string Address)[] { (GuidePage.Definition.ListTitle, GuidePage.Definition.ListAddress), (QuizPage.Definition.ListTitle, QuizPage.Definition.ListAddress) }
                    .Where(list => context.Website.HasList(list.Address)).Select(list => new AppShortcut(list.Title, list.Address[1..])),
            ]);
    }

    private static Content.Themes.Color PaperOf(RenderContext context) => (context.Website.Theme?.Light ?? Palette.Light)["paper"];
}

/// <summary>The site's mark as an icon among the apps of a device: its logo where that is a photograph or a drawing in pixels, or else the four signs.</summary>
public static class AppIcon
{
    /// <summary>What shows of a maskable icon for certain is a circle of 80 % of its width; a square within it has 56 % (W3C Web Application Manifest, "Icon masks").</summary>
    private const double WithinMask = 0.56;

    private const double WithinIcon = 0.84;

    /// <summary>The four signs as they were drawn: they are the same for every site on one paper, and a preview makes its site again and again. Drawing them takes as long as a thousand pages.</summary>
    private static readonly ConcurrentDictionary<(Content.Themes.Color Paper, int Size, bool IsMaskable), byte[]> Marks = new();

    internal static ImmutableArray<(string Path, int Size, bool IsMaskable)> All { get; } = [(PathOf(192), 192, false), (PathOf(512), 512, false), ("icons/maskable-512.png", 512, true)];

    /// <param name="size">Pixels: 192 or 512.</param>
    /// <returns>Where the icon is published, from the site's root.</returns>
    public static string Address(int size) => "/" + PathOf(size);

    /// <returns>A PNG file.</returns>
    internal static byte[] Draw(ResponsivePicture? logo, Content.Themes.Color paper, int size, bool isMaskable)
    {
        return logo is not null && SourceOf(logo) is { } source
            ? Draw(source, paper, size, (int)Within(size, isMaskable))
            : Marks.GetOrAdd((paper, size, isMaskable), _ => paper == Palette.Light["paper"] ? LoadSigns(size, isMaskable) : DrawSigns(paper, size, isMaskable));
    }

    /// <returns>The four signs on the paper of a site that names no other, as <see cref="DrawSigns"/> has drawn them for the program.</returns>
    private static byte[] LoadSigns(int size, bool isMaskable)
    {
        using var kept = typeof(AppIcon).Assembly.GetManifestResourceStream(All.First(icon => icon.Size == size && icon.IsMaskable == isMaskable).Path)!;
        var bytes = new byte[kept.Length];
        kept.ReadExactly(bytes);
        return bytes;
    }

    /// <returns>The four signs, as a PNG file.</returns>
    internal static byte[] DrawSigns(Content.Themes.Color paper, int size, bool isMaskable)
    {
        var inner = Within(size, isMaskable);
        using var canvas = Canvas(paper, size);
        foreach (var (shape, color) in ShareSigns.Named("campaign").Layers)
        {
            canvas.Fill(shape.Placed(inner / ShareSigns.Size, (size - inner) / 2, (size - inner) / 2), color);
        }

        return PictureEncoding.Png(canvas.Pixels);
    }

    private static double Within(int size, bool isMaskable) => size * (isMaskable ? WithinMask : WithinIcon);

    private static ShareCanvas Canvas(Content.Themes.Color paper, int size) => new(size, size, new(paper.Red, paper.Green, paper.Blue));

    /// <returns>The logo where it has pixels: a drawing in SVG has none, and no library that can draw it is part of the program.</returns>
    private static PictureSource? SourceOf(ResponsivePicture logo)
    {
        var bytes = logo.Fallback.Load();
        return PictureReader.FormatOf(bytes) is null ? null : PictureReader.Read(System.IO.Path.GetExtension(logo.Fallback.Name), bytes).Source;
    }

    private static byte[] Draw(PictureSource logo, Content.Themes.Color paper, int size, int inner)
    {
        using var canvas = Canvas(paper, size);
        using var picture = DecodedPicture.Decode(logo);
        var width = picture.Width >= picture.Height ? inner : Math.Max(1, inner * picture.Width / picture.Height);
        using var resized = picture.Resize(width);
        canvas.Pixels.Mutate(context => context.DrawImage(resized.Frames[0].Pixels, new Point((size - resized.Width) / 2, (size - resized.Height) / 2), 1));
        return PictureEncoding.Png(canvas.Pixels);
    }

    private static string PathOf(int size) => string.Create(CultureInfo.InvariantCulture, $"icons/{size}.png");
}

internal sealed record AppDescription(
    string Name, [property: JsonPropertyName("short_name")] string ShortName, string Lang, [property: JsonPropertyName("start_url")] string StartUrl, string Scope, string Display,
    [property: JsonPropertyName("theme_color")] string ThemeColor, [property: JsonPropertyName("background_color")] string BackgroundColor,
    ImmutableArray<AppIconEntry> Icons, ImmutableArray<AppShortcut> Shortcuts);

internal sealed record AppIconEntry(string Src, string Sizes, string Type, string Purpose);

internal sealed record AppShortcut(string Name, string Url);

[JsonSerializable(typeof(AppDescription))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AppManifestContext : JsonSerializerContext;
