using Site.Privacy.Decoding;
using Site.Privacy.Recognition;

namespace Site.Privacy.Leaks.Numbers;

/// <summary>Decodes the text around digits and passes it to the recognizers.</summary>
/// <param name="allowed">Numbers that may be shown.</param>
/// <remarks>
/// The head and the foot of a site are the same on every page, so what stands around digits that turned out to be no number is remembered, byte for byte, and not read again.
/// Safe to use from several threads.
/// </remarks>
internal sealed class NumberScanner(PublicNumbers allowed)
{
    private const int Around = 160;
    private readonly RecentBytes clean = new(4096);

    /// <param name="bytes">Text in UTF-8.</param>
    /// <param name="at">The first digit.</param>
    /// <returns>The kind of the number that begins there, or null.</returns>
    public PrivateKind? KindAt(ReadOnlySpan<byte> bytes, int at)
    {
        var from = Boundary(bytes, Math.Max(0, at - Around));
        var to = Boundary(bytes, Math.Min(bytes.Length, at + Around));
        var around = bytes[from..to];
        if (clean.Holds(around, at - from))
        {
            return null;
        }

        var kind = Read(around, at - from);
        if (kind is null)
        {
            clean.Add(around, at - from);
        }

        return kind;
    }

    /// <param name="at">The first digit of the number among the bytes around it.</param>
    private PrivateKind? Read(ReadOnlySpan<byte> around, int at)
    {
        var before = InlineTags.Strip(FromTagStart(around[..at]));
        var text = before + InlineTags.Strip(around[at..]);
        foreach (var match in NumberRecognizer.Find(text, TextContext.Finished))
        {
            var isHere = match.End > before.Length && match.Start <= before.Length;
            if (isHere && match.Kind is PrivateKind.Mobile or PrivateKind.Landline or PrivateKind.IdentityCard
                && (match.Kind is PrivateKind.IdentityCard || !allowed.Contains(text.AsSpan(match.Start, match.Length))))
            {
                return match.Kind;
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> FromTagStart(ReadOnlySpan<byte> before)
    {
        var close = before.IndexOf((byte)'>');
        var open = before.IndexOf((byte)'<');
        return close >= 0 && (open < 0 || close < open) ? before[(close + 1)..] : before;
    }

    private static int Boundary(ReadOnlySpan<byte> bytes, int at)
    {
        while (at > 0 && at < bytes.Length && (bytes[at] & 0xC0) == 0x80)
        {
            at--;
        }

        return at;
    }
}
