using System.Collections.Immutable;
using System.Globalization;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads a ledger: a head, then a line for each signature. It has no quotes, so that two people's lines merge by themselves.</summary>
internal static class SignOffLedger
{
    private const int LargestInBytes = 64 * 1024;
    private const int Digits = 64;
    private static readonly string[] Conflicts = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

    public static ImmutableArray<Signature> Read(SourceFile file, List<Problem> problems)
    {
        if (InputText.Read(file, LargestInBytes, problems) is not { } text)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Signature>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var where = new Place(file.Path, i + 1);
            var line = lines[i].TrimEnd('\r');
            if (Conflicts.Any(mark => line.StartsWith(mark, StringComparison.Ordinal)))
            {
                problems.Add(Problem.Error("sign-off/merge-conflict", where, "这里有一处没有合并完的改动。", "两边的签核各留一行，删去 “<<<<<<<”、“=======”、“>>>>>>>” 这些行，再检查一遍。"));
            }
            else if (line.Length > 0 && line != SignatureLine.Head)
            {
                Add(line, where);
            }
        }

        return found.DrainToImmutable();

        void Add(string line, Place where)
        {
            if (line.Split(',') is [var role, var office, var on, var content]
                && SignOffWords.AreGood(role) && SignOffWords.AreGood(office)
                && DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && content.Length == Digits && content.All(char.IsAsciiHexDigitLower))
            {
                found.Add(new(where, new(role, office, day), content));
            }
            else
            {
                problems.Add(Problem.Error("sign-off/line", where, "这一行不是一条签核。", $"签核由 site sign 写入，每行是 “{SignatureLine.Head}”；删去这一行，重新签核。"));
            }
        }
    }
}
