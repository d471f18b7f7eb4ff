using System.Buffers;
using System.Net;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Markdown;

/// <summary>Where a link leads: out of the site, to a place in it, or nowhere that may be linked.</summary>
internal abstract record LinkDestination
{
    private LinkDestination() { }

    /// <summary>Another site, a mailbox or a telephone.</summary>
    /// <param name="Address">Valid address in ASCII or with Chinese, not yet escaped for HTML.</param>
    /// <param name="IsWeb">Whether it is another site.</param>
    public sealed record Outside(string Address, bool IsWeb) : LinkDestination;

    /// <summary>A page or file of the site.</summary>
    /// <param name="Target">As written, percent-decoded: relative path, <c>/…</c>, <c>#…</c> or <c>xref:…</c>.</param>
    public sealed record Inside(string Target) : LinkDestination;

    /// <summary>An address that must not or cannot be linked.</summary>
    /// <param name="Code">Code of the diagnostic.</param>
    /// <param name="Message">What is wrong with it, in Chinese, to follow the quoted address.</param>
    /// <param name="Help">What to do.</param>
    public sealed record Refused(string Code, string Message, string Help) : LinkDestination;
}

/// <summary>
/// Decides where an address leads, as a browser would read it. Source: URL Standard, 4.4 "URL parsing": tabs and line breaks are skipped,
/// case does not matter in a scheme, a backslash counts as a slash; so none of them may hide anything here.
/// </summary>
internal static class LinkDestinationReader
{
    private const string UnsafeCode = "link/unsafe-address";

    private static readonly SearchValues<char> ToEncode = SearchValues.Create(" \"<>\\^`{|}[]");

    /// <param name="address">The address with entities and backslash escapes already resolved.</param>
    public static LinkDestination Read(string address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return new LinkDestination.Refused("link/no-target", "没有写链接地址。", "请在圆括号里写上地址。");
        }

        var decoded = address.Contains('%') ? Uri.UnescapeDataString(address) : address;
        if (IsOnDisk(decoded))
        {
            return new LinkDestination.Refused(UnsafeCode, "是电脑里的一个文件，读者打不开。", "把文件放到这一页旁边的 img/ 或 files/ 里，照着写相对的路径，例如“img/check.jpg”；照片也可以用编辑器的“照片”按钮放进来。");
        }

        if (HasUnsafeUnit(address) || HasUnsafeUnit(decoded))
        {
            return new LinkDestination.Refused(UnsafeCode, "里有控制字符或反斜杠。", "请删去看不见的字符，路径用正斜杠“/”。");
        }

        if (DeceivingAddress.Find(address) is { } deceiving)
        {
            return new LinkDestination.Refused(DeceivingAddress.Code, deceiving.Message, deceiving.Help);
        }

        var scheme = Scheme(address);
        return scheme switch
        {
            "" => Scheme(decoded) != "" || decoded.TrimStart().StartsWith("//", StringComparison.Ordinal)
                ? Forbidden()
                : new LinkDestination.Inside(decoded),
            "xref" => new LinkDestination.Inside(string.Concat("xref:", decoded.AsSpan(5))),
            "http" or "https" => Web(address),
            "mailto" or "tel" => address.Length > scheme.Length + 1 ? new LinkDestination.Outside(Encode(address), IsWeb: false) : Unreadable(),
            _ => Forbidden(),
        };
    }

    /// <returns>Whether the address names another site, mailbox or telephone, or is not readable as a path in this one.</returns>
    public static bool LeavesSite(string address) => Scheme(address) is not "" || address.StartsWith("//", StringComparison.Ordinal);

    // What stands before the first colon in lower case, whether or not it is a well-formed scheme; empty where a slash, ? or # comes first.
    private static string Scheme(string address)
    {
        var end = address.AsSpan().IndexOfAny(":/?#");
        return end >= 0 && address[end] == ':' ? address.AsSpan(0, end).Trim().ToString().ToLowerInvariant() + (end == 0 ? ":" : "") : "";
    }

    // D:\照片\a.jpg, file:///C:/a.jpg, \\server\share\a.jpg
    private static bool IsOnDisk(string address) =>
        (address.Length > 2 && char.IsAsciiLetter(address[0]) && address[1] == ':' && address[2] is '\\' or '/') || address.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || address.StartsWith(@"\\", StringComparison.Ordinal);

    private static bool HasUnsafeUnit(string address)
    {
        foreach (var rune in address.EnumerateRunes())
        {
            if (rune.Value is '\\' or '\t' or '\n' or 0xFFFD || (rune.Value & 0xFFFE) == 0xFFFE || (rune.IsBmp && SafeText.IsForbidden((char)rune.Value)))
            {
                return true;
            }
        }

        return false;
    }

    private static LinkDestination Web(string address)
    {
        var encoded = Encode(address);
        if (DeceivingAddress.HasUser(address))
        {
            return new LinkDestination.Refused("link/unreadable-address", "里 “@” 前面的字不是网站的名字，真正的网站在 “@” 后面。", "去掉 “@” 和它前面的字；核对留下的是不是要去的网站。");
        }

        return Uri.TryCreate(encoded, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.UserInfo.Length == 0
            && encoded.AsSpan(uri.Scheme.Length).StartsWith("://", StringComparison.Ordinal)
            ? new LinkDestination.Outside(encoded, IsWeb: true)
            : Unreadable();
    }

    private static LinkDestination.Refused Forbidden() => new(
        UnsafeCode, "不是允许的链接。", "链接可以是站内路径、xref:、http、https、mailto 或 tel。");

    private static LinkDestination.Refused Unreadable() => new(
        "link/unreadable-address", "不是完整的地址。", "请照浏览器地址栏抄写完整的地址。");

    // Characters that may not stand in an address as they are become percent codes; a percent sign that starts no code and a second # too.
    private static string Encode(string address)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        if (!address.AsSpan().ContainsAny(ToEncode) && !address.Contains('%', StringComparison.Ordinal) && hash == address.LastIndexOf('#'))
        {
            return address;
        }

        var encoded = new StringBuilder(address.Length + 8);
        for (var i = 0; i < address.Length; i++)
        {
            var unit = address[i];
            var startsCode = i + 2 < address.Length && char.IsAsciiHexDigit(address[i + 1]) && char.IsAsciiHexDigit(address[i + 2]);
            if (ToEncode.Contains(unit) || (unit == '%' && !startsCode) || (unit == '#' && i > hash))
            {
                encoded.Append('%').Append(((int)unit).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                encoded.Append(unit);
            }
        }

        return encoded.ToString();
    }
}

/// <summary>Addresses of other sites that no reader can open: of a preview, of the writer's computer, of the office's own network.</summary>
internal static class LocalAddress
{
    /// <summary>Endings of names that no public server has.</summary>
    private static readonly string[] Local = [".localhost", ".local", ".internal", ".lan", ".intranet", ".intra", ".corp", ".private", ".home", ".localdomain", ".home.arpa"];

    /// <returns>Whether an address leads to the reader's own computer or network: loopback (RFC 1122), private use (RFC 1918, RFC 4193), link-local
    /// (RFC 3927, RFC 4291), names for local use (RFC 6761, RFC 6762), or a name without a dot.</returns>
    public static bool Is(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            return false;
        }

        if (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 && IPAddress.TryParse(uri.DnsSafeHost, out var ip))
        {
            return ip.IsIPv6LinkLocal || ip.IsIPv6UniqueLocal || IPAddress.IsLoopback(ip)
                || ip.MapToIPv4().GetAddressBytes() is var part && uri.HostNameType == UriHostNameType.IPv4
                    && part is [0, ..] or [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..];
        }

        var host = uri.Host.TrimEnd('.');
        return !host.Contains('.', StringComparison.Ordinal) || Local.Any(ending => host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <returns>The warning about such an address.</returns>
    public static Diagnostic Warning(Location where, string address) => Diagnostic.Warning("link/local-address", where,
        $"“{Quoted.Line(address)}” 是本机、预览或单位内网的地址，读者打不开。", "换成公众能打开的网址；本站的页面写相对路径，像 ../pages/about.md；没有就去掉。");
}
