using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Site.Model;

/// <summary>Writes ledgers.</summary>
public static class SignatureLine
{
    /// <summary>The first line of a ledger.</summary>
    public const string Head = "role,office,on,content";

    /// <returns>A ledger with the new signature in the place of any of the same role, sorted by role, so that it does not matter who signs first.</returns>
    public static string Write(ImmutableArray<Signature> before, SignOff signOff, string content)
    {
        var lines = before.Where(signature => signature.SignOff.Role != signOff.Role).Select(signature => Line(signature.SignOff, signature.Content))
            .Append(Line(signOff, content)).Order(StringComparer.Ordinal);
        return new StringBuilder(Head).Append('\n').AppendJoin('\n', lines).Append('\n').ToString();
    }

    private static string Line(SignOff signOff, string content) =>
        string.Create(CultureInfo.InvariantCulture, $"{signOff.Role},{signOff.Office},{signOff.On:yyyy-MM-dd},{content}");
}
