using System.Text;
using Site.Core.Text;
using Site.Privacy.Recognition;

namespace Site.Exposures.SignOffs;

/// <summary>Names of roles and offices, as they stand in a ledger and on a page.</summary>
public static class SignOffNames
{
    /// <summary>The largest number of characters.</summary>
    public const int Longest = 60;

    /// <summary>Endings of names of offices; names of persons do not end like this.</summary>
    private static readonly string[] OfficeEndings =
        ["科", "处", "室", "局", "办", "委", "站", "队", "所", "部", "院", "会", "厅", "组", "股", "司", "中心", "公司", "政府", "街道", "社区", "学校", "领导", "单位", "大队", "支队", "科室"];

    /// <returns>Whether it is 1 to 60 characters without commas, quotes and anything that cannot be seen.</returns>
    public static bool IsValid(string words) =>
        words.Length is > 0 and <= Longest && words.Trim() == words
        && words.EnumerateRunes().All(rune => !Rune.IsControl(rune) && rune.Value is not (',' or '"' or '\'' or '<' or '>' or '=' or '+' or '@' or '|' or 0xFFFD)
            && (rune.IsBmp ? FoldTable.Fold((char)rune.Value) is not (FoldTable.Invisible or '\n') : Han.Is(rune)));

    /// <returns>Whether it looks like an office: no telephone or card in it, and not the bare name of a person.</returns>
    public static bool IsOffice(string words) => PrivateDataRecognizer.Find(words).IsEmpty && !IsName(words);

    /// <returns>Whether two names are the same office, regardless of spaces and of the width of letters.</returns>
    public static bool AreSameOffice(string one, string other) => Folded(one) == Folded(other);

    private static string Folded(string words) => FoldedText.Of(words, Folding.Words).Text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static bool IsName(string words) =>
        FoldedText.Of(words, Folding.Words).Text is { Length: >= 2 and <= 4 } name && name.All(Han.IsFolded) && Surnames.LengthAt(name, 0) > 0
        && !OfficeEndings.Any(ending => words.EndsWith(ending, StringComparison.Ordinal));
}
