using System.Buffers;
using System.Collections.Frozen;

namespace Site.Content.Editing.Pasting;

/// <summary>Addresses without what follows readers from page to page.</summary>
internal static class PastedAddress
{
    /// <summary>Parameters that say who shared a page, where, and in which advertisement; beside those that begin with <c>utm_</c>.</summary>
    private static readonly FrozenSet<string> Tracking = new[]
    {
        "spm", "scm", "from", "isappinstalled", "nsukey", "srcid", "sharer_shareinfo", "sharer_shareinfo_first", "sharer_sharetime", "sharer_shareid", "sharer_shareid_first", "share_token", "share_source",
        "share_medium", "share_plat", "share_session_id", "share_tag", "chksm", "scene", "subscene", "mpshare", "click_id", "clicktime", "enterid", "ascene", "devicetype", "version", "nettype", "exportkey",
        "pass_ticket", "wx_header", "fontgear", "lang", "session_us", "vd_source", "fbclid", "gclid", "dclid", "msclkid", "yclid", "mc_cid", "mc_eid", "igshid", "wfr", "bd_vid", "hmsr", "hmpl", "hmcu", "hmkw", "hmci", "tt_from",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Pages that only lead on, and the parameter with the address to which they lead.</summary>
    private static readonly FrozenDictionary<string, string> Detours = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["link.zhihu.com"] = "target",
        ["link.csdn.net"] = "target",
        ["link.juejin.cn"] = "target",
        ["c.pc.qq.com"] = "pfurl",
        ["www.google.com"] = "q",
        ["mail.qq.com"] = "gourl",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NotInMail = SearchValues.Create(" ()<>\"\\\n");

    /// <returns>The address as it should be written; null where it is none that a page may have.</returns>
    public static string? Of(string written, PasteReport report)
    {
        written = written.Trim();
        if (written.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || written.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            return written.AsSpan().ContainsAny(NotInMail) ? null : written;
        }

        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
        {
            return null;
        }

        if (Detours.TryGetValue(address.Host, out var parameter) && Parameters(address).FirstOrDefault(one => one.Name == parameter).Value is { Length: > 0 } target
            && Uri.TryCreate(Uri.UnescapeDataString(target), UriKind.Absolute, out var real) && real.Scheme is "http" or "https")
        {
            report.Add("{0} 个绕道的链接改成了真正的网址");
            address = real;
        }

        var kept = Parameters(address).Where(one => !Tracking.Contains(one.Name) && !one.Name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)).Select(one => one.Text).ToArray();
        if (kept.Length < Parameters(address).Count())
        {
            report.Add("{0} 个链接去掉了跟踪参数");
        }

        var fragment = address.Fragment.StartsWith("#wechat", StringComparison.OrdinalIgnoreCase) || address.Fragment.StartsWith("#rd", StringComparison.Ordinal) ? "" : address.Fragment;
        return $"{address.GetLeftPart(UriPartial.Path)}{(kept.Length > 0 ? "?" + string.Join('&', kept) : "")}{fragment}"
            .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, string Value, string Text)> Parameters(Uri address) =>
        address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('=', 2)).Select(pair => (pair[0], pair.ElementAtOrDefault(1) ?? "", string.Join('=', pair)));
}
