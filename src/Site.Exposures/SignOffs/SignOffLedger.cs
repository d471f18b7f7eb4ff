using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Exposures.SignOffs;

/// <summary>Reads a ledger of sign-offs: a header, then a line for each signature. It has no quotes, so that git merges the lines of two people.</summary>
internal static class SignOffLedgerReader
{
    private const int LargestInBytes = 64 * 1024;
    private const int Digits = 64;
    private static readonly string[] Conflicts = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

    public static ImmutableArray<Signature> Read(SourceFile file, List<Diagnostic> diagnostics)
    {
        if (InputText.Read(file, LargestInBytes, diagnostics) is not { } text)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Signature>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var location = new Location(file.Path, i + 1);
            var line = lines[i].TrimEnd('\r');
            if (Conflicts.Any(mark => line.StartsWith(mark, StringComparison.Ordinal)))
            {
                diagnostics.Add(Diagnostic.Error("sign-off/merge-conflict", location, "这里有一处没有合并完的改动。", "两边的签核各留一行，删去 “<<<<<<<”、“=======”、“>>>>>>>” 这些行，再检查一遍。"));
            }
            else if (line.Length > 0 && line != SignOffLedgerWriter.Head)
            {
                Add(line, location);
            }
        }

        return found.DrainToImmutable();

        void Add(string line, Location location)
        {
            if (line.Split(',') is [var role, var office, var on, var content]
                && SignOffNames.IsValid(role) && SignOffNames.IsValid(office)
                && DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && content.Length == Digits && content.All(char.IsAsciiHexDigitLower))
            {
                found.Add(new(location, new(role, office, day), content));
            }
            else
            {
                diagnostics.Add(Diagnostic.Error("sign-off/line", location, "这一行不是一条签核。", $"签核由 site sign 写入，每行是 “{SignOffLedgerWriter.Head}”；删去这一行，重新签核。"));
            }
        }
    }
}

/// <summary>Writes ledgers of sign-offs.</summary>
public static class SignOffLedgerWriter
{
    /// <summary>The first line of a ledger.</summary>
    public const string Head = "role,office,on,content";

    /// <returns>A ledger in which the new signature replaces any of the same role. Lines are sorted by role, so that the order of signing does not matter.</returns>
    public static string Write(ImmutableArray<Signature> before, SignOff signOff, string content)
    {
        var lines = before.Where(signature => signature.SignOff.Role != signOff.Role).Select(signature => Line(signature.SignOff, signature.ContentHash))
            .Append(Line(signOff, content)).Order(StringComparer.Ordinal);
        return new StringBuilder(Head).Append('\n').AppendJoin('\n', lines).Append('\n').ToString();
    }

    private static string Line(SignOff signOff, string content) =>
        string.Create(CultureInfo.InvariantCulture, $"{signOff.Role},{signOff.Office},{signOff.On:yyyy-MM-dd},{content}");
}
