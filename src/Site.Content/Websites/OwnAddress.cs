using System.Text;
using Site.Content.Settings;

namespace Site.Content.Websites;

/// <summary>Addresses of this site that somebody copied from a browser: they lead to its pages and files, and break as links within the site do.</summary>
public static class OwnAddress
{
    /// <param name="settings">Whose <see cref="SiteSettings.Url"/> says where the site is.</param>
    /// <param name="address">An absolute address; http and https are the same, and so is each with its usual port.</param>
    /// <returns>The place from the site's root, decoded, without a query: <c>/guides/煤气/#步骤</c>; null for another site, another path of the same host,
    /// files that the generator writes, and where the site has no address of its own yet.</returns>
    public static string? Within(SiteSettings settings, string address)
    {
        var own = settings.Url;
        if (IsForExamples(own) || MustBeElsewhere(own, address) || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || !uri.IdnHost.TrimEnd('.').Equals(own.IdnHost.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)
            || !(uri.Port == own.Port || (uri.IsDefaultPort && own.IsDefaultPort) || (own.IsDefaultPort && uri.Port is 80 or 443)))
        {
            return null;
        }

        var (root, path) = (Uri.UnescapeDataString(settings.BasePath), Uri.UnescapeDataString(uri.AbsolutePath));
        path = path + "/" == root ? root : path;
        if (!path.StartsWith(root, StringComparison.Ordinal) || (path[root.Length..] == "search/" && uri.Query.Length > 1))
        {
            return null;
        }

        var within = path[(root.Length - 1)..];
        within = within.EndsWith("/index.html", StringComparison.Ordinal) ? within[..^"index.html".Length] : within;
        return SiteUrls.IsGeneratedFile(within) ? null
            : uri.Fragment.Length > 1 ? within + Uri.UnescapeDataString(uri.Fragment) : within;
    }

    /// <returns>Whether no site can be at this address: the names are kept for examples (RFC 2606, section 3), and whoever links to one means an example or the page that IANA shows there.</returns>
    private static bool IsForExamples(Uri own) => own.IdnHost.TrimEnd('.') is "example.com" or "example.net" or "example.org";

    /// <returns>Whether an address in plain ASCII does not hold the name of this site's host; a quick look, false in doubt.</returns>
    private static bool MustBeElsewhere(Uri own, string address) =>
        own.HostNameType == UriHostNameType.Dns && Ascii.IsValid(address) && !address.Contains('%', StringComparison.Ordinal)
        && !address.Contains(own.IdnHost.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
