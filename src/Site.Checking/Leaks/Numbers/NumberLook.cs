using Site.Model.Privacy;

namespace Site.Checking.Leaks.Numbers;

/// <summary>Reads the surroundings of digits as text and asks the recognizers.</summary>
internal static class NumberLook
{
    private const int Around = 160;

    /// <param name="bytes">Text in UTF-8.</param>
    /// <param name="at">The first digit.</param>
    /// <param name="allowed">Numbers that may be shown.</param>
    /// <returns>The kind of the number that begins there, or null.</returns>
    public static PrivateKind? KindAt(ReadOnlySpan<byte> bytes, int at, PublicNumbers allowed)
    {
        var from = Boundary(bytes, Math.Max(0, at - Around));
        var to = Boundary(bytes, Math.Min(bytes.Length, at + Around));
        var before = InlineTags.Strip(FromTagStart(bytes[from..at]));
        var text = before + InlineTags.Strip(bytes[at..to]);
        foreach (var find in NumberFinds.Find(text, Surroundings.Markup))
        {
            var isHere = find.End > before.Length && find.Start <= before.Length;
            if (isHere && find.Kind is PrivateKind.Mobile or PrivateKind.Landline or PrivateKind.IdentityCard
                && (find.Kind is PrivateKind.IdentityCard || !allowed.Contain(text.AsSpan(find.Start, find.Length))))
            {
                return find.Kind;
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
