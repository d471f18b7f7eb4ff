namespace Site.Reading;

/// <summary>Reads addresses of links in banks.</summary>
internal static class BankLinks
{
    /// <returns>The address as it stands in Markdown, relative to the site's root where it is one of our own pages; null where nothing may link there, which is noted.</returns>
    public static string? Read(string address, ItemNotes item)
    {
        var read = Destinations.Read(address.Trim());
        if (read is Destination.Outside { Address: var outside })
        {
            return Encode(Own(outside, item.Bank.Site) ?? outside);
        }

        item.Change(read is Destination.Refused
            ? $"链接“{SafeText.Quote(address)}”不能用，只留了文字。"
            : $"链接“{SafeText.Quote(address)}”没有网站的名字，只留了文字。");
        return null;
    }

    private static string? Own(string address, Uri? site) =>
        site is not null && address.StartsWith(site.AbsoluteUri, StringComparison.Ordinal) && Uri.UnescapeDataString(address) is var decoded
            && !decoded.Contains('%', StringComparison.Ordinal)
            ? "/" + decoded[Uri.UnescapeDataString(site.AbsoluteUri).Length..]
            : null;

    private static string Encode(string address) => address
        .Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("*", "%2A", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
