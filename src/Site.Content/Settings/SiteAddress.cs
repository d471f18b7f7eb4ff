using System.Buffers;
using System.Text;

namespace Site.Content.Settings;

/// <summary>Turns addresses of the model (decoded, from the site's root) into those that stand in files.</summary>
/// <remarks>
/// RFC 3986: all but the unreserved characters of section 2.3 is percent-encoded, byte by byte as UTF-8; <c>/</c> stays, and the first
/// <c>#</c> begins the fragment. The result is therefore plain ASCII without <c>&amp;</c>, quotes or angle brackets:
/// it needs no further escaping in HTML, XML or JSON. Half of a surrogate pair becomes U+FFFD.
/// </remarks>
public static class SiteAddress
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    /// <summary>What goes into an <c>href</c>: the base path, then the address, percent-encoded.</summary>
    /// <param name="settings">Whose <see cref="SiteSettings.BasePath"/> stands in front.</param>
    /// <param name="address">Begins with <c>/</c>: <c>/guides/煤气/#步骤</c>; or is a fragment alone: <c>#步骤</c>.</param>
    /// <exception cref="ArgumentException">The address begins with neither <c>/</c> nor <c>#</c>.</exception>
    public static string Href(SiteSettings settings, string address) => Join(settings.BasePath, address);

    /// <summary>The same with scheme and host in front: <c>https://example.org/base/guides/gas/</c>.</summary>
    /// <param name="settings">Whose <see cref="SiteSettings.Url"/> stands in front; a host in Chinese is written in Punycode.</param>
    /// <param name="address">Begins with <c>/</c>.</param>
    /// <exception cref="ArgumentException">The address does not begin with <c>/</c>.</exception>
    public static string Absolute(SiteSettings settings, string address) => address.StartsWith('/')
        ? Join(Root(settings), address)
        : throw new ArgumentException($"The address \"{address}\" does not begin with a slash.", nameof(address));

    /// <returns>The file that a server sends for an address: <c>guides/煤气/index.html</c> for <c>/guides/煤气/</c>.</returns>
    /// <param name="address">Begins with <c>/</c>, decoded, without fragment.</param>
    public static string FilePath(string address) => address.EndsWith('/') ? address[1..] + "index.html" : address[1..];

    /// <returns>Absolute address of the home page, with the base path and a slash at the end.</returns>
    public static string Root(SiteSettings settings) =>
        $"{settings.Url.Scheme}://{Host(settings)}{(settings.Url.IsDefaultPort ? "" : $":{settings.Url.Port}")}{settings.BasePath}";

    /// <returns>The host in ASCII, an IPv6 address in brackets, without port.</returns>
    public static string Host(SiteSettings settings) =>
        settings.Url.HostNameType == UriHostNameType.Dns ? settings.Url.IdnHost : settings.Url.Host;

    /// <param name="prefix">Ends in <c>/</c>, encoded.</param>
    /// <param name="address">Begins with <c>/</c> or <c>#</c>, decoded.</param>
    public static string Join(string prefix, string address)
    {
        if (address.Length == 0 || address[0] is not ('/' or '#'))
        {
            throw new ArgumentException($"The address \"{address}\" begins with neither a slash nor a number sign.", nameof(address));
        }

        if (!address.AsSpan().ContainsAnyExcept(Plain))
        {
            return prefix.Length == 1 ? address : string.Concat(prefix, address.AsSpan(1));
        }

        var start = address[0] == '/' ? prefix : "";
        var rest = Encoding.UTF8.GetBytes(address[0] == '/' ? address[1..] : address);
        var hash = Array.IndexOf(rest, (byte)'#');
        return string.Create(start.Length + Length(rest, hash), (start, rest, hash), Write);
    }

    private static int Length(byte[] rest, int hash)
    {
        var length = 0;
        for (var at = 0; at < rest.Length; at++)
        {
            length += Stays(rest, at, hash) ? 1 : 3;
        }

        return length;
    }

    private static void Write(Span<char> target, (string Start, byte[] Utf8, int Hash) source)
    {
        source.Start.CopyTo(target);
        var next = source.Start.Length;
        for (var at = 0; at < source.Utf8.Length; at++)
        {
            var one = source.Utf8[at];
            if (Stays(source.Utf8, at, source.Hash))
            {
                target[next++] = (char)one;
            }
            else
            {
                target[next++] = '%';
                target[next++] = "0123456789ABCDEF"[one >> 4];
                target[next++] = "0123456789ABCDEF"[one & 15];
            }
        }
    }

    private static bool Stays(byte[] rest, int at, int hash) => at == hash || Plain.Contains((char)rest[at]);
}
