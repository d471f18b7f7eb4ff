using System.Buffers;
using System.Text;

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
        if (HasUnsafeUnit(address) || HasUnsafeUnit(decoded))
        {
            return new LinkDestination.Refused(UnsafeCode, "里有控制字符或反斜杠。", "请删去看不见的字符，路径用正斜杠“/”。");
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
