using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Samples;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Vocabularies;
using Site.Core.Yaml;

namespace Site.Content.Settings;

/// <summary>Reads <c>site.yaml</c>.</summary>
public static class SettingsReader
{
    private const string Example =
        "在站点文件夹里新建 site.yaml，写上：{title: 示例市安全生产月, url: \"https://example.gov.cn/\", organiser: 示例市安委会办公室}";

    private static readonly ImmutableArray<Term> SharePictureWords =
        [new("auto", "页数少时每页一张"), new("all", "每页一张"), new("none", "不要")];

    /// <summary>Everything that may stand in the file.</summary>
    public static FieldSet Fields { get; } = new([
        Field.Text("title", "网站的名称", "标题").Required(),
        Field.Url("url", "首页的网址").Required(),
        Field.Text("organiser", "主办单位", "主办单位").Required(),
        Field.Text("reviewer", "审核内容的科室、单位，site new 写进新的页面", "审核这个网站的科室"),
        Field.Texts("packs", "用哪些内容包：程序自带的 basic，或者网站文件夹里的 packs/名称；自己的 content/ 里有同名文件，用自己的", "[basic]", oneAlone: true),
        Field.Texts("withoutPages", "内容包里不要的页或者整个文件夹", "[guides/ship-repair.md, calendar/]", oneAlone: true),
        Field.Texts("areaMap", "各地大致怎么相邻：从北到南一行写一排，从西到东写名称，用空格隔开，空着的地方写 .", "[\"示例甲区 示例乙区\", \". 示例丙区\"]", oneAlone: false),
        Field.Text("licence", "海报、横幅、喇叭稿这些拿去用的东西的许可；不写就是没有许可", "CC BY 4.0"),
        Field.Boolean("sample", "整个网站是示例；不写的，名称里有“示例”的就是。不是示例的网站，check 会列出还剩下的示例"),
        Field.Text("generator", "要用哪个版本的 site 程序", "\">=1.0\""),
        Field.Text("language", "语言代码", "zh-Hans"),
        Field.Text("campaign", "首页展示哪一年的活动", "2025"),
        Field.Groups("menu", new(
            [Field.Text("label", "写什么").Required(), new SiteAddressField("address", "通到哪里").Required()],
            new Dictionary<string, string> { ["url"] = "address" }.ToFrozenDictionary(StringComparer.Ordinal)),
            "菜单", "[{label: 学知识, address: /guides/}]"),
        Field.Groups("hotlines", FieldSet.Of(Field.Phone("number", "号码", "12350").Required(), Field.Text("label", "做什么用").Required()),
            "热线，第一个最大", "[{number: \"12350\", label: 安全生产举报投诉}]"),
        Field.Group("footer", FieldSet.Of(
            Field.Text("icp", "ICP备案号"), Field.Text("police", "公安备案号"), Field.Text("siteCode", "政府网站标识码"),
            Field.Text("contact", "联系方式"), Field.Url("correction", "“我为政府网站找错”的网址")),
            "页脚"),
        Field.Text("logo", "徽标，显示在每一页的最上面：content/ 里的图片", "pages/img/logo.svg"),
        Field.Text("theme", "主题：Campaign，或者 themes/ 里一个文件夹的名称", "Campaign"),
        Field.Boolean("traditional", "要不要每一页也做一份繁体：地址前面加 /zh-hant/，每页可以切换；文件数和 HTML 的大小翻倍"),
        Field.Enum("sharePictures", SharePictureWords, "哪些页有分享图片", "auto"),
        .. HostedEditors.Fields]);

    /// <param name="diagnostics">Takes what is wrong, of subject <c>site</c>, <c>yaml</c> or <c>file</c>.</param>
    /// <returns>Settings in any case, with empty values for what is missing or wrong; and where <c>campaign</c> stands.</returns>
    internal static (SiteSettings Settings, Location Campaign) Read(SourceFile? file, List<Diagnostic> diagnostics)
    {
        if (file is null)
        {
            diagnostics.Add(Diagnostic.Error("site/missing", new("site.yaml"), "没有找到站点的设置文件 site.yaml。", Example));
        }

        var path = file?.Path ?? "site.yaml";
        var text = file is null ? null : SourceText.Read(file, SourceText.LargestSettings, diagnostics);
        var mapping = text is null ? null : YamlReader.Read(text, 1, path, diagnostics);
        FieldMarks.Find(mapping, (text ?? "", 1), path, "site", diagnostics);
        var fields = Fields.Match(mapping ?? new(1, 1, []), path, "site", "", mapping is null ? [] : diagnostics, new());
        var settings = Make(fields);
        var locations = mapping is null
            ? settings.Locations with { Faulty = [.. Fields.Fields.Select(field => field.Name)] }
            : settings.Locations.WithFaults(diagnostics, int.MaxValue);

        // What cannot be read may say that the site is a sample: then nothing is said of what is left of one.
        settings = settings with { IsSample = settings.IsSample || locations.IsFaulty("sample") || (fields.Find("sample") is null && settings.Title.Length == 0) };
        if (settings.Url.Scheme == Uri.UriSchemeHttp && !LocalAddress.Is(settings.Url.AbsoluteUri) && mapping is not null)
        {
            diagnostics.Add(Diagnostic.Warning("site/insecure-url", fields.LocationOf(fields.Find("url")),
                "网址以 http:// 开头：网页在路上可能被改动，浏览器也收不到 Strict-Transport-Security 这个安全响应头，打不开离线使用。", "让服务器支持 https，再改成 https:// 开头；政府网站应当全站使用 https。"));
        }

        if (!settings.IsSample && text is not null)
        {
            diagnostics.AddRange(SampleRemains.InSettings(path, text));
        }

        return (settings with { Locations = locations }, fields.LocationOf(fields.Find("campaign")));
    }

    private static SiteSettings Make(FieldValues fields)
    {
        var menu = Menu(fields);
        var start = new SiteSettings
        {
            Title = fields.RequiredText("title"),
            Url = Url(fields),
            Organiser = fields.RequiredText("organiser"),
            Reviewer = fields.Text("reviewer"),
            Licence = fields.Text("licence"),
            Campaign = fields.Text("campaign"),
            Logo = fields.Text("logo"),
            Generator = fields.Text("generator"),
            IsSample = fields.Boolean("sample", fields.RequiredText("title").Contains("示例", StringComparison.Ordinal)),
            HasTraditional = fields.Boolean("traditional", false),
            Packs = fields.Texts("packs"),
            WithoutPages = fields.Texts("withoutPages"),
            AreaMap = AreaMap(fields),
            Menu = [.. menu.Select(item => item.Entry)],
            Footer = Footer(fields),
            Editor = HostedEditors.Read(fields),
            Locations = Places(fields, menu),
            SharePictures = fields.Enum("sharePictures") switch
            {
                "all" => SharePictures.All,
                "none" => SharePictures.None,
                _ => SharePictures.Auto,
            },
        };
        var hotlines = Hotlines(fields);
        return start with
        {
            Language = Language(fields) ?? start.Language,
            Theme = fields.Text("theme") ?? start.Theme,
            Hotlines = hotlines.IsEmpty ? start.Hotlines : hotlines,
        };
    }

    /// <returns>Where the texts of a list stand, in the order of <c>fields.Texts</c>: <c>packs.0</c>.</returns>
    private static IEnumerable<(string, int, int)> Items(FieldValues fields, string name)
    {
        var node = fields.Find(name);
        var items = node is YamlNode.Sequence list ? list.Items : node is null ? [] : [node];
        return items.OfType<YamlNode.Scalar>().Where(item => item.Value.Trim().Length > 0).Select((item, number) => ($"{name}.{number}", item.Line, item.Column));
    }

    /// <returns>Where the fields stand, and those within the footer, the menu and the lists of packs and pages.</returns>
    private static FieldLocations Places(FieldValues fields, ImmutableArray<(MenuEntry Entry, YamlNode At)> menu)
    {
        var places = fields.Locations();
        var footer = (fields.Find("footer") as YamlNode.Mapping)?.Entries ?? [];
        return places with
        {
            Fields =
            [
                .. places.Fields,
                .. footer.Select(entry => ($"footer.{entry.Key.Value}", entry.Value.Line, entry.Value.Column)),
                .. Items(fields, "packs"), .. Items(fields, "withoutPages"), .. Items(fields, "areaMap"),
                .. menu.Select((item, index) => ($"menu.{index}", item.At.Line, item.At.Column)),
            ],
        };
    }

    private static ImmutableArray<ImmutableArray<string>> AreaMap(FieldValues fields)
    {
        if (fields.Find("areaMap") is null)
        {
            return [];
        }

        var rows = fields.Texts("areaMap").Select(row => row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToImmutableArray()).ToImmutableArray();
        var names = rows.SelectMany(row => row).Where(name => name != SiteSettings.NoArea).ToList();
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            fields.WrongType("areaMap", fields.Find("areaMap")!, "每个地方写一次的图", $"“{Quoted.Short(twice.Key)}” 写了两次，只留它所在的那一处。");
            return [];
        }

        if (rows.Any(row => row.Length > SiteSettings.WidestAreaMap))
        {
            fields.WrongType("areaMap", fields.Find("areaMap")!, $"一行不超过 {SiteSettings.WidestAreaMap} 个地方的图", "手机上一行放不下更多，分成几行写。");
            return [];
        }

        return rows;
    }

    private static Uri Url(FieldValues fields)
    {
        if (fields.Url("url") is not { } text)
        {
            return new("https://example.invalid/");
        }

        if (text.AsSpan().ContainsAny('?', '#'))
        {
            fields.WrongType("url", fields.Find("url")!, "首页的网址", "去掉 “?” 或 “#” 和它后面的部分。");
        }

        return new(text.EndsWith('/') ? text : text + "/");
    }

    private static string? Language(FieldValues fields)
    {
        if (fields.Text("language") is not { } language)
        {
            return null;
        }

        if (language.Length <= 35 && language.Split('-').All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit)))
        {
            return language;
        }

        fields.WrongType("language", fields.Find("language")!, "一个语言代码", "简体中文写 zh-Hans。");
        return null;
    }

    private static ImmutableArray<(MenuEntry Entry, YamlNode At)> Menu(FieldValues fields)
    {
        const string Help = "每行写一个 “- {label: 防护指南, address: /guides/}”。";
        return [.. fields.Items("menu", oneAlone: false, Help)
            .SelectMany(item => fields.Group("menu", item, Help) is { } entry
                && entry.Text("label") is { } label
                && entry.Find("address") is { } node && entry.SiteAddressOf("address", node) is { } address
                    ? [(new MenuEntry(label, address), node)]
                    : Array.Empty<(MenuEntry, YamlNode)>())];
    }

    private static ImmutableArray<Hotline> Hotlines(FieldValues fields)
    {
        const string Help = "每行写一个 “- {number: \"12350\", label: 安全生产举报投诉}”。";
        return [.. fields.Items("hotlines", oneAlone: false, Help)
            .Select(item => fields.Group("hotlines", item, Help) is { } entry
                && entry.Phone("number") is { } number && entry.Text("label") is { } label
                    ? new Hotline(number, label)
                    : null)
            .OfType<Hotline>()];
    }

    private static Footer Footer(FieldValues fields) =>
        fields.Find("footer") is { } node
        && fields.Group("footer", node, "写成缩进的 “icp: …”、“siteCode: …” 等几行。") is { } footer
            ? new()
            {
                Icp = footer.Text("icp"),
                Police = footer.Text("police"),
                SiteCode = footer.Text("siteCode"),
                Contact = footer.Text("contact"),
                Correction = footer.Url("correction"),
            }
            : new();
}
