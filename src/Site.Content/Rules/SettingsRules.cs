using System.Text.RegularExpressions;
using Site.Content.Markdown;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Content.Rules;

/// <summary>
/// Asks for what the foot of a Chinese government site must carry (国办发〔2017〕47号, 政府网站发展指引), in the form in which it is issued.
/// </summary>
internal static partial class FooterEntries
{
    /// <summary>Code of the diagnostic that a strict build does not let pass.</summary>
    public const string Missing = "site/missing-footer-entry";

    [GeneratedRegex("^" + Han.Pattern + @"ICP备(?:[0-9]{8}|[0-9]{10})号(?:-[0-9]{1,3})?$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Icp { get; }

    [GeneratedRegex("^" + Han.Pattern + @"公网安备 ?[0-9]{14}号$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Police { get; }

    [GeneratedRegex("^[0-9A-Za-z]{10}$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex SiteCode { get; }

    public static IEnumerable<Diagnostic> Find(Website website)
    {
        var footer = website.Settings.Footer;
        return new[]
        {
            Entry(website, "icp", footer.Icp, "ICP 备案号", "示ICP备00000000号-1", Icp),
            Entry(website, "police", footer.Police, "公安机关备案号", "示公网安备00000000000000号", Police),
            Entry(website, "siteCode", footer.SiteCode, "网站标识码", "0000000000", SiteCode),
            Entry(website, "contact", footer.Contact, "联系方式", "示例市安委办，地址和公开电话", null),
            Entry(website, "correction", footer.Correction, "“我为政府网站找错” 的网址", "https://example.gov.cn/", null),
        }.OfType<Diagnostic>();
    }

    /// <param name="label">What it is called in Chinese.</param>
    /// <param name="form">Its form, or null where any text will do.</param>
    private static Diagnostic? Entry(Website website, string name, string? value, string label, string example, Regex? form) =>
        value is null && (website.Settings.Locations.IsFaulty("footer") || website.Settings.Locations.IsFaulty($"footer.{name}")) ? null
        : value is null
            ? Diagnostic.Warning(Missing, website.Settings.Locations["footer"], $"footer 里没有 {name}：政府网站的页脚要有{Quoted.Spaced(label)}。", $"写上 “{name}: {example}” 这样的一行。")
        : form is not null && !form.IsMatch(value)
            ? Diagnostic.Error("site/wrong-footer-entry", website.Settings.Locations[$"footer.{name}"], $"footer 里的 {name} “{Quoted.Short(value)}” 不像{Quoted.Spaced(label)}。", $"照备案的写法抄：“{example}”。")
        : null;
}

/// <summary>Finds entries of the menu that lead to no page.</summary>
internal static class MenuLinks
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        from entry in website.Settings.Menu
        where LinkTargets.Find(website, "site.yaml", entry.Address) is not (LinkTarget.ToPage or LinkTarget.ToList)
        let isEmpty = ContentTypes.Sections.Any(section => section.ListAddress == entry.Address)
        let guess = isEmpty ? null : NearestName.FindAll(entry.Address, website.ByAddress.Keys.Concat(ContentTypes.Sections.Select(section => section.ListAddress))).FirstOrDefault()
        select Diagnostic.Error("site/broken-menu-entry", website.Settings.Locations[$"menu.{website.Settings.Menu.IndexOf(entry)}"],
            $"菜单 “{Quoted.Short(entry.Label)}” 指向的地址 {Quoted.Short(entry.Address)} 不存在。",
            isEmpty ? "这个栏目还没有页面：先写一页，或者去掉这一项。"
            : guess is null ? "改正 address，或者去掉这一项。" : $"是不是 “{Quoted.Short(guess)}”？");
}

/// <summary>Finds an address in the settings that is this site's own and leads to no page.</summary>
internal static class OwnAddresses
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        website.Settings.Footer.Correction is { } address && OwnAddress.Within(website.Settings, address) is { } within
        && LinkTargets.Find(website, "site.yaml", within) is LinkTarget.Nothing or LinkTarget.Outside
            ? [Diagnostic.Error("link/broken", website.Settings.Locations["footer.correction"], $"链接 “{Quoted.Short(address)}” 指向的地址 {Quoted.Short(within)} 不存在。", "改正地址，或者去掉这一行。")]
            : [];
}

/// <summary>Checks that the numbers at the foot of every page let people report hazards and call for help.</summary>
internal static class ReportHotlines
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        from needed in Hotline.Nationwide
        where !website.Settings.Locations.IsFaulty("hotlines") && !website.Settings.Hotlines.Any(hotline => hotline.Number == needed.Number)
        select Diagnostic.Warning("site/missing-hotline", website.Settings.Locations["hotlines"],
            $"hotlines 里没有 {needed.Number}（{needed.Label}），页面上就看不到它。",
            $"在 hotlines 里加一行 “- {{number: \"{needed.Number}\", label: {needed.Label}}}”；整段不写，就用全国通用的五个号码。");
}

/// <summary>Finds a logo that is no picture of the site.</summary>
internal static class Logos
{
    private const int LargestInBytes = 200 * 1024;

    private static readonly string[] Endings = [".svg", ".png", ".jpg", ".jpeg", ".webp"];

    public static IEnumerable<Diagnostic> Find(Website website)
    {
        if (website.Settings.Logo is not { } logo)
        {
            return [];
        }

        var (place, file) = (website.Settings.Locations["logo"], website.FileAt("content/" + logo));
        return file is null || !Endings.Contains(FileExtension.Of(logo), StringComparer.Ordinal)
                ? [Diagnostic.Error("site/missing-logo", place, $"徽标 “{Quoted.Short(logo)}” 不是 content/ 里的图片。",
                    NearestName.FindAll(logo, website.Files.Select(known => known.Path["content/".Length..]).Where(known => Endings.Contains(FileExtension.Of(known), StringComparer.Ordinal))).FirstOrDefault() is { } near
                        ? $"是不是 “{near}”？" : "把 svg、png、jpg 或 webp 放进 content/pages/img/，写成 “pages/img/名称.svg”。")]
            : file.Length > LargestInBytes
                ? [Diagnostic.Error("site/large-logo", place, $"徽标有 {file.Length / 1024} KB，每一页都要下载它；最多 {LargestInBytes / 1024} KB。", "换成 svg，或者缩小到高 200 像素以内。")]
            : [];
    }
}

/// <summary>Finds links of the theme's foot that lead nowhere: it stands on every page.</summary>
internal static class ThemeFootLinks
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        from placeholder in website.Theme?.Foot.Placeholders.OfType<Placeholder.Address>() ?? []
        where LinkTargets.Find(website, website.Theme!.FootPath, placeholder.Link.Target) is not (LinkTarget.ToPage or LinkTarget.ToList)
        select Diagnostic.Error("link/broken", placeholder.Link.Location, $"链接 “{Quoted.Short(placeholder.Link.Target)}” 指向的页面不存在。",
            "页脚里的链接写网址（“/guides/”）或者编号（“xref:about”）；改正它，或者去掉这个链接。");
}
