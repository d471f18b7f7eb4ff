using System.Buffers;
using System.Text.RegularExpressions;

namespace Site.Privacy.Recognition;

/// <summary>Addresses of pages and files, which are full of days and numbers of articles: /2021/0523/8377945.shtml.</summary>
internal static partial class WebAddresses
{
    private const int Longest = 2000;
    private const int LongestKey = 12;
    private const string Others = "/:._-?=&%#~+";
    private static readonly SearchValues<char> OfAddress = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + Others);
    private static readonly NumberWords Phone = NumberWords.Phone;

    /// <summary>
    /// Whether a number is explained by the address that it stands in: it is a part of the path, or the value of an id. An identity number never is, nor a telephone behind a word for it, or behind
    /// other parts of the name of a file: ?tel=…, 某某-….jpg.
    /// </summary>
    /// <param name="text">As written.</param>
    public static bool Explain(string text, PrivateMatch match)
    {
        if (match.Kind == PrivateKind.IdentityCard || !IsOfAddress(text, match))
        {
            return false;
        }

        var number = text.AsSpan(match.Start, match.Length);
        return text[match.Start - 1] switch
        {
            '/' => true,
            '=' => !Phone.EndAt(text, match.Start - 1) && (match.Kind != PrivateKind.Mobile || Keys().IsMatch(text[Math.Max(0, match.Start - LongestKey)..match.Start])),
            _ => number.Contains('/'),
        };
    }

    private static bool IsOfAddress(string text, PrivateMatch match)
    {
        var start = match.Start;
        while (start > 0 && match.Start - start < Longest && OfAddress.Contains(text[start - 1]))
        {
            start--;
        }

        var end = match.End;
        while (end < text.Length && end - match.End < Longest && OfAddress.Contains(text[end]))
        {
            end++;
        }

        return start < match.Start && Address().Match(text[start..end]) is { Success: true } address && address.Index <= match.Start - start;
    }

    /// <summary>From the name of a server or the first slash to the end of a run of characters of addresses.</summary>
    [GeneratedRegex(@"(?:https?://|^www\.).+$|^[^/]*/.*\.(?:s?html?|php|aspx?|jspx?|do|pdf|docx?|xlsx?|pptx?|wps|zip|rar|7z|jpe?g|png|gif|webp|svg|mp[34]|txt|csv|json|xml|md)(?:[?#].*)?[.]?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    /// <summary>Keys of queries that number things: id=, newsId=, docno=.</summary>
    [GeneratedRegex("(?:id|no|code|sn|key|page)=$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Keys();
}
