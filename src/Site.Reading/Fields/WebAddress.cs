using System.Buffers;

namespace Site.Reading;

/// <summary>Addresses outside the site.</summary>
internal static class WebAddress
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
