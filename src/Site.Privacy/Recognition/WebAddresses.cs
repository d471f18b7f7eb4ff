using System.Buffers;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Addresses of pages and files in a text, which are full of days and numbers of articles: /2021/0523/8377945.shtml.</summary>
/// <param name="text">As written.</param>
/// <remarks>Each run of characters of addresses is looked at once for all numbers in it that are asked for in order, so time is linear in the length of the text.</remarks>
internal sealed partial class WebAddresses(string text)
{
    /// <summary>A longer run is no address.</summary>
    private const int Longest = 2000;

    /// <summary>More than what is read before a number to learn what it is.</summary>
    private const int LongestKey = 40;

    private const string Others = "/:._-?=&%#~+";
    private static readonly SearchValues<char> OfAddress = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + Others);
    private static readonly SearchValues<char> BetweenGroups = SearchValues.Create("-._+ ");
    private static readonly NumberWords Phone = NumberWords.Phone;

    private (int Start, int End, int Address) run = (0, 0, -1);

    /// <summary>
    /// Whether a number is explained by the address that it stands in: it is a part of the path, or the value of an id. An identity number and a bank card never are, nor a telephone behind a word for
    /// it, behind other parts of the name of a file, or written in groups: /tel/…, wa.me/…, ?tel=…, 某某-….jpg, /154-0000-0021.
    /// </summary>
    public bool Explain(PrivateMatch match)
    {
        if (match.Kind is PrivateKind.IdentityCard or PrivateKind.BankCard || match.Start == 0 || !OfAddress.Contains(text[match.Start - 1]) || !IsOfAddress(match))
        {
            return false;
        }

        var number = text.AsSpan(match.Start, match.Length);
        var before = text[Math.Max(run.Address, match.Start - LongestKey)..match.Start];
        return text[match.Start - 1] switch
        {
            _ when CallWord().IsMatch(before) => false,
            '/' => match.Kind != PrivateKind.Mobile || !number.ContainsAny(BetweenGroups),
            '=' => !Phone.EndAt(text, match.Start - 1) && (match.Kind != PrivateKind.Mobile || Key().IsMatch(before)),
            _ => number.Contains('/'),
        };
    }

    private bool IsOfAddress(PrivateMatch match)
    {
        if (match.Start <= run.Start || match.Start > run.End)
        {
            run = RunAround(match.Start - 1);
        }

        return run.Address >= 0 && run.Address < match.Start && match.End <= run.End;
    }

    /// <returns>The run of characters of addresses around one of them, and where its address begins; -1 where it is none, as below a word that may be a name: 某某/….jpg.</returns>
    private (int Start, int End, int Address) RunAround(int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && OfAddress.Contains(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && OfAddress.Contains(text[end]))
        {
            end++;
        }

        var isBelowWord = text[start] == '/' && start > 0 && char.IsLetter(text[start - 1]);
        return (start, end, end - start <= Longest && !isBelowWord && Address().Match(text[start..end]) is { Success: true } address ? start + address.Index : -1);
    }

    /// <summary>From the name of a server or the first slash to the end of a run of characters of addresses.</summary>
    [GeneratedRegex(@"(?:https?://|^www\.).+$|^[^/]*/.*\.(?:s?html?|php|aspx?|jspx?|do|pdf|docx?|xlsx?|pptx?|wps|zip|rar|7z|jpe?g|png|gif|webp|svg|mp[34]|txt|csv|json|xml|md)(?:[?#].*)?[.]?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Address();

    /// <summary>A part of a path, or a key, that says that a telephone follows.</summary>
    [GeneratedRegex(@"(?:(?<![a-z])(?:tel|call|cell|sms|mob|fax|t\.me|wa\.me)(?![a-z])|phone|mobile|contact|whatsapp|wechat|weixin|dianhua|shouji|lianxi)[^/?&#=]*[/=]$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex CallWord();

    /// <summary>Keys of queries that number things: id=, newsId=, docno=.</summary>
    [GeneratedRegex("(?:id|no|code|sn|key|page)=$", RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex Key();
}
