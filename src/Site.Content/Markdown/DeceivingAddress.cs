using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Markdown;

/// <summary>Finds addresses that lead elsewhere than a reader takes them to lead.</summary>
/// <remarks>
/// Unicode Technical Standard 39 (confusables, restriction levels) and Technical Report 36: a host is written in ASCII or in Chinese, so letters of any other script, which
/// only look like Latin ones here, are refused, in Punycode too; so is what nobody sees, a user's name before the host, and <c>gov.cn</c> or <c>政务</c> elsewhere than at the end. A host that
/// ends in a number is an IPv4 address (URL Standard, 3.5 "host parsing"), and is refused unless it is written as four decimal numbers.
/// </remarks>
internal static partial class DeceivingAddress
{
    public const string Code = "link/deceiving-address";
    private const string Retype = "请照那个网站自己公布的网址，把主机名重新打一遍。";

    /// <summary>Chinese characters that look like Latin letters, digits or hyphens among them.</summary>
    private static readonly SearchValues<char> LikeLatin = SearchValues.Create("一丨丶丿〇口日工卜二亠匚ニエロ");

    /// <summary>Without any of these, an address in ASCII leads where it says.</summary>
    private static readonly SearchValues<string> Suspicious = SearchValues.Create(["@", "%", "xn--", "gov"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What parts a host, or looks as if it did.</summary>
    private static readonly SearchValues<char> Dots = SearchValues.Create(".．。｡․");

    private static readonly IdnMapping Punycode = new() { AllowUnassigned = true };

    /// <param name="address">As written, entities resolved; percent codes or not.</param>
    /// <returns>What is wrong, to follow the quoted address, and the cure; null where it leads where it says.</returns>
    public static (string Message, string Help)? Find(string address)
    {
        if (Ascii.IsValid(address) && !address.AsSpan().ContainsAny(Suspicious) && !MayEndInNumber(address))
        {
            return null;
        }

        var decoded = address.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(address) : address;
        if (decoded.EnumerateRunes().FirstOrDefault(IsUnseen) is { Value: > 0 } unseen)
        {
            return ($"里有看不见的字符 U+{unseen.Value:X4}，网址和看上去的不一样。", "删掉这个字符，把网址重新打一遍。");
        }

        if (Authority().Match(decoded) is not { Success: true } match)
        {
            return null;
        }

        var host = match.Groups["host"].Value;
        return host.Contains('@', StringComparison.Ordinal) && match.Groups["web"].Success ? null : OfHost(Port().Replace(host[(host.LastIndexOf('@') + 1)..], ""));
    }

    /// <returns>Whether a user's name, which looks like a host, stands before the host.</returns>
    public static bool HasUser(string address) =>
        address.AsSpan().ContainsAny('@', '%') && Authority().Match(address) is { Success: true } match && Uri.UnescapeDataString(match.Groups["host"].Value).Contains('@', StringComparison.Ordinal);

    /// <summary>Compares what the words of a link show with where it leads.</summary>
    /// <param name="words">The words of the link.</param>
    /// <param name="address">A web address, mailbox or telephone.</param>
    /// <returns>The error <c>link/shows-other-address</c>; null where the words show no address, or this one.</returns>
    public static Diagnostic? Compare(string words, string address, Location location)
    {
        var shown = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? Mailboxes().Matches(words).Select(match => match.Value)
            : address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? [string.Concat(words.Where(char.IsAsciiDigit))]
            : words.AsSpan().IndexOfAny(Dots) < 0 ? []
            : Hosts().Matches(AsShown(words)).Select(match => match.Groups["host"].Value);
        var all = shown.Where(text => text.Length > 0).ToList();
        return all.Count == 0 || all.Exists(one => IsSame(one, address)) ? null : Diagnostic.Error(
            "link/shows-other-address", location, $"链接的文字写着 “{Quoted.Short(all[0])}”，点开去的却是 “{Quoted.Line(address)}”。", "文字和网址写成同一个，或者文字改成网站的名称。");
    }

    private static (string, string)? OfHost(string host)
    {
        var name = host.TrimEnd('.').ToLowerInvariant();
        foreach (var label in name.Split('.'))
        {
            if (OfLabel(label) is { } wrong)
            {
                return wrong;
            }
        }

        if (EndInNumber().IsMatch(name) && !FourNumbers().IsMatch(name))
        {
            return ("的主机名是换了写法的 IP 地址，看不出是哪个网站。", "写那个网站的域名；没有域名的，IP 地址写成四段十进制的数。");
        }

        return Official().IsMatch(name)
            ? ($"看着像政府网站，其实是 “{Quoted.Short(string.Join('.', name.Split('.')[^2..]))}” 的。", "政府网站的主机名以 .gov.cn 结尾；请改成官方的网址，或者不链接。")
            : null;
    }

    // Whether the last part of the host begins with a digit: a quick look at addresses in ASCII.
    private static bool MayEndInNumber(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal) + 2;
        if (start < 2)
        {
            return false;
        }

        var rest = address.AsSpan(start);
        var host = (rest.IndexOfAny("/?#:\\") is var end and >= 0 ? rest[..end] : rest).TrimEnd('.');
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.Length > 0 && char.IsAsciiDigit(last[0]);
    }

    // Without what nobody sees, and with dots of another form, dots between blanks and letters of another width among letters as readers take them.
    private static string AsShown(string words) => OtherDots().Replace(string.Concat(words.Where(unit => FoldTable.Fold(unit) != FoldTable.Invisible)
        .Select(unit => unit is >= '\uFF01' and <= '\uFF5E' and not '．' ? FoldTable.Fold(unit) : unit)), ".");

    private static (string, string)? OfLabel(string label)
    {
        var text = label;
        if (label.StartsWith("xn--", StringComparison.Ordinal))
        {
            try
            {
                text = Punycode.GetUnicode(label);
            }
            catch (ArgumentException)
            {
                return ($"的主机名里 “{Quoted.Short(label)}” 不是正确的编码。", Retype);
            }
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii || Han.IsUnified(rune))
            {
                continue;
            }

            var isWide = rune.IsBmp && FoldTable.Fold((char)rune.Value) is < '\u0080' and not FoldTable.Invisible;
            return isWide ? ($"的主机名里有全角字符 “{rune}”。", "改成半角的。")
                : ($"的主机名里有 “{rune}”（U+{rune.Value:X4}）{(text == label ? "" : $"，编码是 {Quoted.Short(label)}")}，看着像别的字，会把读者带到别的网站。", Retype);
        }

        return text.AsSpan().IndexOfAny(LikeLatin) is var like and >= 0 && text.Any(char.IsAsciiLetter)
            ? ($"的主机名里有汉字 “{text[like]}”，夹在拉丁字母里看不出来。", Retype)
            : null;
    }

    private static bool IsSame(string shown, string address)
    {
        if (address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            var digits = string.Concat(address.Where(char.IsAsciiDigit));
            digits = digits.StartsWith("86", StringComparison.Ordinal) && address.Contains('+', StringComparison.Ordinal) ? digits[2..] : digits;
            return digits.EndsWith(shown.TrimStart('0'), StringComparison.Ordinal) || shown.Contains(digits.TrimStart('0'), StringComparison.Ordinal);
        }

        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            return address.AsSpan("mailto:".Length).StartsWith(shown, StringComparison.OrdinalIgnoreCase);
        }

        var uri = Uri.TryCreate(address, UriKind.Absolute, out var parsed) ? parsed : null;
        var (one, other) = (Bare(shown), Bare(uri?.IdnHost ?? ""));
        if (!Ascii.IsValid(one) && uri is { HostNameType: UriHostNameType.Dns } && Bare(Punycode.GetUnicode(uri.IdnHost)) is var chinese && !Ascii.IsValid(chinese))
        {
            // Words before a name in Chinese cannot be told from it.
            return one.EndsWith(chinese, StringComparison.Ordinal);
        }

        return one == other || one.EndsWith("." + other, StringComparison.Ordinal) || other.EndsWith("." + one, StringComparison.Ordinal);
    }

    private static string Bare(string host) => host.ToLowerInvariant() is var lower && lower.StartsWith("www.", StringComparison.Ordinal) ? lower[4..] : lower;

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is 0x034F or 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0;

    /// <summary>What stands between the slashes of a web address, or behind a mailbox's scheme.</summary>
    [GeneratedRegex("^\\s*(?:(?:(?<web>https?):|(?<web>))[/\\\\]{2}(?<host>[^/?#\\\\]*)|mailto:(?<host>[^?]*))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Authority();

    [GeneratedRegex(":[0-9]*$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Port();

    /// <summary>Numbers as browsers take them: decimal, octal or hexadecimal.</summary>
    [GeneratedRegex("(^|\\.)(0x[0-9a-f]*|[0-9]+)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex EndInNumber();

    [GeneratedRegex("^((0|[1-9][0-9]{0,2})(\\.|$)){4}(?<!\\.)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex FourNumbers();

    [GeneratedRegex("(^|[.-])gov[.-]cn[.-](?!$)|(^|[.-])govcn-|(^|[.-])govcn\\.(?!(?<=^(www\\.)?govcn\\.)[a-z]+$)|(^|\\.)(政务|xn--zfr164b)\\.(?!(.*\\.)?gov\\.cn$)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Official();

    /// <summary>Dots of another form, dots behind a blank, and dots before a blank where the host begins with www: www . mem . gov . cn.</summary>
    [GeneratedRegex("(?<=[A-Za-z0-9])(?:[．。｡․]|\\s{1,3}[.．。｡․]\\s{0,3}|(?<=www(?:\\s{0,3}\\.\\s{0,3}[A-Za-z0-9-]{1,63}){0,4})\\.\\s{1,3})(?=[A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex OtherDots();

    /// <summary>Hosts in running text, with letters that look like Latin ones, and those in Chinese; but no versions (v1.0.cn) and no names of programs (ASP.NET).</summary>
    [GeneratedRegex("(?<![A-Za-z0-9@_.\\u00C0-\\u058F-])(?!(?:v[0-9]+|[0-9]+\\.[0-9]+)(?:\\.[0-9]+)*\\.(?:com|cn|net|org)(?![A-Za-z0-9.-])|(?-i:(?:[A-Z]{2,4}|[0-9]{1,4})\\.NET)(?!\\.))(?<host>(?:[A-Za-z0-9\\u00C0-\\u058F][A-Za-z0-9\\u00C0-\\u058F-]*\\.)+(?:com|cn|net|org|edu|gov|cc|top|info|vip|xyz|site|io)|www\\.(?:[A-Za-z0-9][A-Za-z0-9-]*\\.)+[a-z]{2,12}"
        + "|" + Han.Pattern + "{1,24}\\.(?:cn|com|net|中国|政务|公益|公司|网络|网址))(?![A-Za-z0-9_-]|\\.[A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Hosts();

    [GeneratedRegex("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[A-Za-z0-9]", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Mailboxes();
}
