using System.Buffers;
using System.Collections.Immutable;

namespace Site.Reading;

/// <summary>Fields of addresses in the site itself.</summary>
internal static class OldAddressFields
{
    private static readonly SearchValues<char> Unusable = SearchValues.Create("\\:?#%*\"<>|");

    /// <returns>Old addresses of a page, decoded, each beginning and ending in <c>/</c>, in the order written.</returns>
    public static ImmutableArray<string> OldAddresses(this WrittenFields fields, string name)
    {
        var addresses = ImmutableArray.CreateBuilder<string>();
        foreach (var item in fields.Items(name, oneAlone: true, ""))
        {
            if (fields.SiteAddressOf(name, item) is not { } address)
            {
                continue;
            }

            if (addresses.Contains(address))
            {
                fields.Report("repeated-word", item, $"“{address}” 在 {name} 里写了两次。", "只留下一个。");
                continue;
            }

            addresses.Add(address);
        }

        return addresses.DrainToImmutable();
    }

    /// <returns>An address from the site's root, decoded, beginning and ending in <c>/</c>; null (reported) for anything else.</returns>
    public static string? SiteAddressOf(this WrittenFields fields, string name, YamlNode node)
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

    private static bool IsSegment(string segment) =>
        segment.Length > 0 && segment is not ("." or "..") && !segment.AsSpan().ContainsAny(Unusable);
}
