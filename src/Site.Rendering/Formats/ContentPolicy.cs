using Site.Model;

namespace Site.Rendering;

/// <summary>What a page may load and do: files of its own origin, no inline script or style, no frame, no form to elsewhere.</summary>
/// <remarks>
/// W3C Content Security Policy Level 3. JSON-LD is data: the policy does not touch it. <c>'wasm-unsafe-eval'</c> lets the search engine's
/// WebAssembly run, and nothing else.
/// </remarks>
internal static class ContentPolicy
{
    private const string Before = "default-src 'none'; script-src 'self'";

    private const string After = "; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";

    /// <returns>The policy of one page, as the page itself states it, so that it holds on every host.</returns>
    public static string OfPage(bool hasWebAssembly) => Before + (hasWebAssembly ? " 'wasm-unsafe-eval'" : "") + After;

    /// <returns>The policy that the host sends with every page: hosts join the rules of <c>_headers</c> instead of letting the narrower one win,
    /// so it allows what the search page needs; each other page narrows it by its own.</returns>
    public static string OfSite(SiteSettings settings) =>
        OfPage(true) + "; frame-ancestors 'none'" + (settings.Url.Scheme == Uri.UriSchemeHttps ? "; upgrade-insecure-requests" : "");
}
