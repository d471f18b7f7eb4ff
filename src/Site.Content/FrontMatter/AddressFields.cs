using Site.Core.Text;
using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Site.Content.Markdown;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Yaml;

namespace Site.Content.FrontMatter;

/// <summary>Fields that lead somewhere: addresses of the web, and files beside the page.</summary>
internal static class AddressFields
{
    /// <returns>An absolute http or https address, or null where the field is absent or (reported) none.</returns>
    public static string? Url(this FieldValues fields, string name) =>
        fields.Find<UrlField>(name) is { } node ? fields.UrlOf(name, node) : null;

    /// <returns>A path relative to the page's file that stays inside <c>content/</c>, or null.</returns>
    public static string? RelativePath(this FieldValues fields, string name) =>
        fields.Find<PathField>(name) is { } node ? fields.RelativePathOf(name, node) : null;

    /// <returns>A relative path, or an https address, or null.</returns>
    public static string? PathOrUrl(this FieldValues fields, string name) =>
        fields.Find<PathField>(name) is YamlNode.Scalar { Value: var text } node && text.Contains("://", StringComparison.Ordinal)
            ? fields.SecureUrlOf(name, node)
            : fields.RelativePath(name);

    /// <returns>Links to files beside the page, in the order written.</returns>
    public static ImmutableArray<Link> Files(this FieldValues fields, string name) =>
        [.. fields.Items(fields.Declared<PathField>(name).Name, oneAlone: true, "")
            .Select(item => fields.RelativePathOf(name, item) is { } target ? new Link(fields.LocationOf(item), target) : null)
            .OfType<Link>()];

    private static string? UrlOf(this FieldValues fields, string name, YamlNode node)
    {
        if (fields.TextOf(name, node) is not { } text)
        {
            return null;
        }

        if (fields.IsDeceiving(node, text))
        {
            return null;
        }

        if (WebAddress.IsUsable(text))
        {
            fields.WarnOfLocal(node, text);
            return text;
        }

        if (fields.HasUser(name, node, text))
        {
            return null;
        }

        fields.WrongType(name, node, "一个网址", "写完整的网址，以 https:// 或 http:// 开头。");
        return null;
    }

    /// <summary>Reports an address in which a user's name, which looks like a host, stands before the host.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool HasUser(this FieldValues fields, string name, YamlNode node, string address)
    {
        if (!DeceivingAddress.HasUser(address))
        {
            return false;
        }

        // What stands there may be a password, so it is not repeated.
        fields.Report("wrong-type", node, $"字段 “{fields.Prefix}{name}” 的网址里，“@” 前面的字不是网站的名字，真正的网站在 “@” 后面。", "去掉 “@” 和它前面的字；那是用户名和密码的，把密码也换掉。");
        return true;
    }

    /// <summary>Warns, as <c>link/local-address</c>, of an address that readers cannot open.</summary>
    public static void WarnOfLocal(this FieldValues fields, YamlNode node, string? address)
    {
        if (address is not null && LocalAddress.Is(address))
        {
            fields.Diagnostics.Add(LocalAddress.Warning(fields.LocationOf(node), address));
        }
    }

    /// <summary>Reports, as <c>link/deceiving-address</c>, an address that leads elsewhere than it looks.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool IsDeceiving(this FieldValues fields, YamlNode node, string address)
    {
        if (DeceivingAddress.Find(address) is not { } deceiving)
        {
            return false;
        }

        fields.Diagnostics.Add(Diagnostic.Error(DeceivingAddress.Code, fields.LocationOf(node), $"网址 “{Quoted.Line(address)}” {deceiving.Message}", deceiving.Help));
        return true;
    }

    private static string? SecureUrlOf(this FieldValues fields, string name, YamlNode node)
    {
        var url = fields.UrlOf(name, node);
        if (url is null || url.StartsWith("https://", StringComparison.Ordinal))
        {
            return url;
        }

        fields.WrongType(name, node, "https 网址或文件的相对路径", "改用以 https:// 开头的网址，或者把文件放在这一页旁边。");
        return null;
    }

    private static string? RelativePathOf(this FieldValues fields, string name, YamlNode node)
    {
        if (fields.TextOf(name, node) is not { } target)
        {
            return null;
        }

        if (target.StartsWith('/') || target.AsSpan().ContainsAny(":\\?#%"))
        {
            fields.WrongType(name, node, "文件的相对路径", "写文件相对于这一页的位置，用 “/” 隔开：img/poster.jpg。");
            return null;
        }

        if (LeavesContent(fields.Path, target))
        {
            fields.Diagnostics.Add(Diagnostic.Error("path/outside", fields.LocationOf(node),
                $"“{Quoted.Field(target)}” 指到了 content/ 的外面。", "把文件放进 content/，写它相对于这一页的位置。"));
            return null;
        }

        return target;
    }

    private static bool LeavesContent(string page, string target)
    {
        var depth = page.Count(c => c == '/') - 1;
        foreach (var part in target.Split('/'))
        {
            depth += part switch { "." or "" => 0, ".." => -1, _ => 1 };
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Fields of addresses in the site itself.</summary>
internal static class RedirectFields
{
    private static readonly SearchValues<char> Unusable = SearchValues.Create("\\:?#%*\"<>|");

    /// <summary>A name of a folder, which every disk must hold.</summary>
    private const int LongestSegmentInBytes = 200;

    /// <returns>Old addresses of a page, decoded, each beginning and ending in <c>/</c>, in the order written.</returns>
    public static ImmutableArray<Link> OldAddresses(this FieldValues fields, string name)
    {
        var addresses = ImmutableArray.CreateBuilder<Link>();
        foreach (var item in fields.Items(fields.Declared<SiteAddressListField>(name).Name, oneAlone: true, ""))
        {
            if (fields.SiteAddressOf(name, item) is not { } address)
            {
                continue;
            }

            if (addresses.Any(earlier => earlier.Target == address))
            {
                fields.Report("repeated-word", item, $"“{address}” 在 {name} 里写了两次。", "只留下一个。");
                continue;
            }

            addresses.Add(new(fields.LocationOf(item), address));
        }

        return addresses.DrainToImmutable();
    }

    /// <returns>An address from the site's root, decoded, beginning and ending in <c>/</c>; null (reported) for anything else.</returns>
    public static string? SiteAddressOf(this FieldValues fields, string name, YamlNode node)
    {
        if (fields.TextOf(name, node) is not { } text)
        {
            return null;
        }

        var address = text.EndsWith('/') ? text : text + "/";
        if (text[0] == '/' && address.Length <= 300 && (address == "/" || address[1..^1].Split('/').All(IsSegment)))
        {
            return address;
        }

        fields.WrongType(name, node, "本站里的地址", "以 “/” 开头和结尾，像 “/news/2024/open-day/”，不写域名、“..”、“?” 和 “#”。");
        return null;
    }

    /// <returns>Whether a character might be written in another way too, which some disks take for the same name: a mark of its own, a compatibility ideograph.</returns>
    private static bool HasOtherEncodings(Rune rune) => Han.IsCompatible(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;

    private static bool IsSegment(string segment) =>
        segment.Length > 0 && !FileNames.IsDevice(segment) && !segment.EndsWith('.') && segment.Trim() == segment && !segment.AsSpan().ContainsAny(Unusable)
        && !segment.EnumerateRunes().Any(HasOtherEncodings) && Encoding.UTF8.GetByteCount(segment) <= LongestSegmentInBytes;
}

/// <summary>Addresses outside the site.</summary>
internal static partial class WebAddress
{
    private const int Longest = 2000;

    /// <summary>What may stand in an address as people paste it into text (RFC 3986, section 2).</summary>
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    private static readonly SearchValues<char> Unsafe = SearchValues.Create(" \"<>\\^`{|}");

    /// <returns>Whether it is absolute, http or https, with a host and without a user's name.</returns>
    public static bool IsUsable(string text) =>
        text.Length <= Longest
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && (text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal))
        && uri.Host.Length > 0 && uri.UserInfo.Length == 0
        && !text.AsSpan().ContainsAny(Unsafe);

    /// <summary>Addresses in running text up to a blank, a Chinese character or its punctuation, with all that may look like a part of them.</summary>
    public static IEnumerable<string> LikelyIn(string text) => Likely().Matches(text).Select(match => match.Value);

    [GeneratedRegex("https?://(?:(?!" + Han.Pattern + ")[^\\s\"<>\\u2014\\u2018-\\u201D\\u2026\\u3001-\\u303F\\uFF01-\\uFF1F]){1,2000}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Likely();

    /// <returns>Every usable address of a text.</returns>
    public static IEnumerable<string> AllIn(string text)
    {
        for (var rest = text; FirstIn(rest) is { Length: > 0 } found; rest = rest[(found.Start + found.Length)..])
        {
            yield return rest.Substring(found.Start, found.Length);
        }
    }

    /// <returns>Where the first usable address stands in a text, in UTF-16 units; length 0 where there is none.</returns>
    public static (int Start, int Length) FirstIn(string text)
    {
        for (var from = 0; text.IndexOf("http", from, StringComparison.Ordinal) is var start and >= 0; from = start + 4)
        {
            var rest = text.AsSpan(start, Math.Min(text.Length - start, Longest + 1));
            if (!rest.StartsWith("https://", StringComparison.Ordinal) && !rest.StartsWith("http://", StringComparison.Ordinal))
            {
                continue;
            }

            var length = rest.IndexOfAnyExcept(Characters);
            var address = (length < 0 ? rest : rest[..length]).TrimEnd(".,;:!?'");
            if (address.EndsWith(")") && !address.Contains('('))
            {
                address = address[..^1];
            }

            if (IsUsable(address.ToString()))
            {
                return (start, address.Length);
            }
        }

        return (0, 0);
    }
}
