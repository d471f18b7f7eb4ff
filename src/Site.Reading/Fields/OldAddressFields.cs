using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Model;

namespace Site.Reading;

/// <summary>Fields of addresses in the site itself.</summary>
internal static class OldAddressFields
{
    private static readonly SearchValues<char> Unusable = SearchValues.Create("\\:?#%*\"<>|");

    /// <summary>A name of a folder, which every disk must hold.</summary>
    private const int LongestSegmentInBytes = 200;

    /// <returns>Old addresses of a page, decoded, each beginning and ending in <c>/</c>, in the order written.</returns>
    public static ImmutableArray<Link> OldAddresses(this WrittenFields fields, string name)
    {
        var addresses = ImmutableArray.CreateBuilder<Link>();
        foreach (var item in fields.Items(name, oneAlone: true, ""))
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

            addresses.Add(new(fields.PlaceOf(item), address));
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

    /// <returns>Whether a character might be written in another way too, which some disks take for the same name: a mark of its own, a compatibility ideograph.</returns>
    private static bool HasOtherEncodings(char c) =>
        c is >= '\uF900' and <= '\uFAFF' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static bool IsSegment(string segment) =>
        segment.Length > 0 && !segment.EndsWith('.') && segment.Trim() == segment && !segment.AsSpan().ContainsAny(Unusable)
        && !segment.Any(HasOtherEncodings) && Encoding.UTF8.GetByteCount(segment) <= LongestSegmentInBytes;
}
