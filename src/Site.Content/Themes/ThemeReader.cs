using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Vocabularies;
using Site.Core.Yaml;

namespace Site.Content.Themes;

/// <summary>Reads <c>themes/NAME/theme.yaml</c> and the files that it names.</summary>
public static class ThemeReader
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("\"\\<>;{}");

    private const string FileName = "theme.yaml";
    private const long LargestCss = 100 * 1024;
    private const long LargestPicture = 200 * 1024;
    private const long LargestFont = 4 * 1024 * 1024;

    /// <summary>Fonts of more bytes than this, all together, take long on a slow network: 4 s at 1 Mbit/s.</summary>
    private const long ManyFontBytes = 500 * 1024;

    private static readonly ImmutableArray<Term> Weights = [.. Enumerable.Range(1, 9).Select(number => new Term($"{number}00", number switch { 4 => "正常", 7 => "粗", _ => "" }))];

    /// <summary>The colors of a theme by day or by night.</summary>
    public static FieldSet Colors { get; } = FieldSet.Of([.. Palette.Names.Select(color => Field.Text(color.Name, color.Label, $"\"{Palette.Light[color.Name]}\""))]);

    /// <summary>Everything that may stand in the file.</summary>
    public static FieldSet Fields { get; } = FieldSet.Of(
        Field.Group("light", Colors, "白天的颜色；不写的，和 Campaign 一样", "{accent: \"#8c1d18\", accentText: \"#8c1d18\"}"),
        Field.Group("dark", Colors, "夜间（深色模式）的颜色；不写的，和 Campaign 一样", "{accent: \"#ac3f39\", accentText: \"#f0a39d\"}"),
        Field.Text("logo", "徽标：这个文件夹里的 svg、png、jpg 或 webp", "logo.svg"),
        Field.Groups("fonts", FieldSet.Of(
            Field.Text("family", "字体叫什么", "示例黑体").Required(), Field.Text("file", "这个文件夹里的 woff2 文件", "fonts/song.woff2").Required(), Field.Enum("weight", Weights, "粗细", "400")),
            "字体，依次试用；手机要下载它，越小越好", "[{family: 示例黑体, file: fonts/hei.woff2, weight: 400}]"),
        Field.Text("css", "自己加的样式：这个文件夹里的 css", "extra.css"),
        Field.Text("footer", "页脚里加的一段：这个文件夹里的 Markdown", "footer.md"));

    /// <param name="name">Of the folder below <c>themes/</c>.</param>
    /// <param name="files">All files of the folder, by path from the site folder.</param>
    /// <param name="diagnostics">Takes what is wrong, of subject <c>theme</c>, <c>yaml</c> or <c>file</c>.</param>
    /// <returns>The theme in any case, with the program's own in place of what is missing or wrong; or null where there is no <c>theme.yaml</c>.</returns>
    internal static SiteTheme? Read(string name, ImmutableArray<SourceFile> files, List<Diagnostic> diagnostics)
    {
        var folder = $"{SiteTheme.Folder}{name}/";
        if (files.FirstOrDefault(file => file.Path == folder + FileName) is not { } file)
        {
            return null;
        }

        var theme = new SiteTheme(name) { Files = files };
        if (SourceText.Read(file, SourceText.LargestSettings, diagnostics) is not { } text || string.IsNullOrWhiteSpace(text) || YamlReader.Read(text, 1, file.Path, diagnostics) is not { } mapping)
        {
            return theme;
        }

        FieldMarks.Find(mapping, (text, 1), file.Path, "theme", diagnostics);
        var fields = Fields.Match(mapping, file.Path, "theme", "", diagnostics, new());
        var named = new NamedFiles(fields, folder, files.ToFrozenDictionary(one => one.Path, StringComparer.Ordinal));
        var fonts = Fonts(fields, named);
        var (css, pictures) = Css(fields, named);
        var foot = Foot(fields, named);
        return theme with
        {
            Light = Colored(fields, "light", "白天", Palette.Light),
            Dark = Colored(fields, "dark", "夜间", Palette.Dark),
            Logo = named.Find(fields, "logo", [".svg", ".png", ".jpg", ".jpeg", ".webp"], LargestPicture),
            Fonts = fonts,
            Css = css,
            Pictures = pictures,
            Foot = foot?.Html ?? HtmlFragment.Empty,
            FootPath = foot is null ? "" : folder + fields.Text("footer"),
        };
    }

    private static Palette Colored(FieldValues fields, string mode, string time, Palette palette)
    {
        if (fields.Find(mode) is not { } node || fields.Group(mode, node, "写成缩进的 “accent: \"#8c1d18\"” 等几行。") is not { } group)
        {
            return palette;
        }

        var written = new Dictionary<string, Location>(StringComparer.Ordinal);
        var colors = palette.Colors;
        foreach (var (name, value) in group.Found)
        {
            if (group.Text(name) is not { } text)
            {
                continue;
            }

            if (Color.Read(text) is { } color)
            {
                colors = colors.SetItem(name, color);
                written.Add(name, group.LocationOf(value));
            }
            else
            {
                group.Report("wrong-color", value, $"“{mode}.{name}” 应当是一种颜色，这里写的是{value.Describe()}。", "写成带引号的 “#” 和六位十六进制数，例如 \"#8c1d18\"。");
            }
        }

        var whole = palette with { Colors = colors };
        fields.Diagnostics.AddRange(PaletteContrast.Find(whole, time, written));
        return whole;
    }

    private static ImmutableArray<ThemeFont> Fonts(FieldValues fields, NamedFiles named)
    {
        const string Help = "每行写一个 “- {family: 示例黑体, file: fonts/hei.woff2}”。";
        var fonts = ImmutableArray.CreateBuilder<ThemeFont>();
        foreach (var item in fields.Items("fonts", oneAlone: false, Help))
        {
            if (fields.Group("fonts", item, Help) is not { } font || font.Text("family") is not { } family || named.Find(font, "file", [".woff2"], LargestFont) is not { } file)
            {
                continue;
            }

            if (family.Length > 60 || family.AsSpan().ContainsAny(NotInNames))
            {
                font.Report("wrong-font", font.Find("family"), $"字体的名称 “{Quoted.Short(family)}” 太长，或者有引号、反斜线这样的符号。", "只写名称，例如 示例黑体。");
            }
            else if (!file.Load().AsSpan().StartsWith("wOF2"u8))
            {
                font.Report("wrong-font", font.Find("file"), "这个文件不是 WOFF2 字体。", "用字体工具转成 woff2 再放进来；只改后缀不行。");
            }
            else
            {
                fonts.Add(new(family, font.Enum("weight") is { } weight ? int.Parse(weight, CultureInfo.InvariantCulture) : 400, file));
            }
        }

        if (fonts.Sum(font => font.File.Length) is var bytes && bytes > ManyFontBytes)
        {
            fields.Diagnostics.Add(Diagnostic.Warning("theme/large-fonts", fields.LocationOf(fields.Find("fonts")),
                $"字体一共 {bytes / 1024} KB，手机在慢的网络上要下载 {bytes * 8 / 1_000_000} 秒以上（按每秒 1 兆比特算）。", $"只留用得到的字（做成子集），或者不用自己的字体；最好不超过 {ManyFontBytes / 1024} KB。"));
        }

        return fonts.DrainToImmutable();
    }

    private static (string Css, ImmutableArray<(string, SourceFile)> Pictures) Css(FieldValues fields, NamedFiles named)
    {
        if (named.Find(fields, "css", [".css"], LargestCss) is not { } file || SourceText.Read(file, LargestCss, fields.Diagnostics) is not { } text)
        {
            return ("", []);
        }

        var found = ThemeCss.Find(file.Path, text, fields.Diagnostics);
        var pictures = ImmutableArray.CreateBuilder<(string, SourceFile)>();
        foreach (var (name, location) in found.DistinctBy(reference => reference.Name))
        {
            if (named.At(name) is not { } picture)
            {
                fields.Diagnostics.Add(Diagnostic.Error("theme/missing-file", location, $"样式里的图片 “{Quoted.Short(name)}” 不在主题的文件夹里。", "放进去，写它在主题文件夹里的路径；只能用自己文件夹里的图片。"));
            }
            else if (FileExtension.Of(name) is not (".svg" or ".png" or ".jpg" or ".jpeg" or ".webp") || picture.Length > LargestPicture)
            {
                fields.Diagnostics.Add(Diagnostic.Error("theme/wrong-file", location, $"样式里的 “{Quoted.Short(name)}” 不能用。", $"用 {LargestPicture / 1024} KB 以内的 svg、png、jpg 或 webp。"));
            }
            else
            {
                pictures.Add((name, picture));
            }
        }

        return (text, pictures.DrainToImmutable());
    }

    private static MarkdownBody? Foot(FieldValues fields, NamedFiles named)
    {
        if (named.Find(fields, "footer", [".md"], SourceText.LargestSettings) is not { } file || SourceText.Read(file, SourceText.LargestSettings, fields.Diagnostics) is not { } text)
        {
            return null;
        }

        var body = MarkdownReader.Read(file.Path, text, 1);
        fields.Diagnostics.AddRange(body.Diagnostics);
        fields.Diagnostics.AddRange(body.Pictures.Select(picture => Diagnostic.Error("theme/footer-picture", picture.Location, "页脚里不能放图片。", "徽标写在 theme.yaml 的 logo 里；其余的图片放到页面里。")));
        fields.Diagnostics.AddRange(body.Headings.Take(1).Select(heading => Diagnostic.Error("theme/footer-heading", new(file.Path), $"页脚里不能有小标题（“{Quoted.Short(heading.Text)}”）：每一页的目录都会乱。", "改成加粗的一行。")));
        return body;
    }

    /// <summary>Finds the files that a theme names, in its own folder alone.</summary>
    private sealed record NamedFiles(FieldValues Fields, string Folder, FrozenDictionary<string, SourceFile> Files)
    {
        public SourceFile? At(string name) => Files.GetValueOrDefault(Folder + name);

        /// <returns>The file that a field names; null where there is none, or (reported) where it is none that can be used.</returns>
        public SourceFile? Find(FieldValues fields, string field, ImmutableArray<string> endings, long largest)
        {
            if (fields.Text(field) is not { } name)
            {
                return null;
            }

            var node = fields.Find(field);
            if (At(name) is not { } file)
            {
                fields.Report("missing-file", node, $"主题的文件夹 {Folder} 里没有 “{Quoted.Short(name)}”。",
                    NearestName.FindAll(name, Files.Keys.Select(path => path[Folder.Length..])).FirstOrDefault() is { } near ? $"是不是 “{near}”？" : "把文件放进去，写它在这个文件夹里的路径。");
            }
            else if (!endings.Contains(FileExtension.Of(name)))
            {
                fields.Report("wrong-file", node, $"“{Quoted.Short(name)}” 的后缀不对。", $"用 {string.Join("、", endings.Select(ending => ending[1..]))} 文件。");
            }
            else if (file.Length > largest)
            {
                fields.Report("wrong-file", node, $"“{Quoted.Short(name)}” 有 {file.Length / 1024} KB，超过了 {largest / 1024} KB 的上限。", "换一个小一些的文件。");
            }
            else
            {
                return file;
            }

            return null;
        }
    }
}
