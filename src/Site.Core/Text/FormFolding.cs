using System.Collections.Immutable;

namespace Site.Core.Text;

/// <summary>
/// Normalizes characters of a form for comparison: half-width, simplified, one kind of brackets. Traditional characters are folded one by one,
/// which is enough to recognize a sentence; folded text is never printed.
/// </summary>
public static class FormFolding
{
    private const string Open = "（〔【［[{｛﹝〈「『⦅❨";
    private const string Close = "）〕】］]}｝﹞〉」』⦆❩";

    private static readonly ImmutableArray<char> Folded = Table();

    /// <returns>The folded character; a space for a tab, U+200B for an invisible character.</returns>
    public static char Fold(char c) => Folded[c];

    /// <returns>Whether a folded character is ignored in a comparison: space, punctuation, quotation mark, line to write on.</returns>
    public static bool IsIgnored(char folded) =>
        folded is FoldTable.Invisible || char.IsWhiteSpace(folded) || char.IsPunctuation(folded) || folded is '~' or '`' or '|' or '^';

    /// <returns>The folded text without ignored characters and brackets: the key by which sentences and headings are compared.</returns>
    public static string Key(string text) =>
        string.Concat(text.Select(Fold).Where(c => !IsIgnored(c)));

    private static ImmutableArray<char> Table()
    {
        var table = new char[0x10000];
        for (var c = 0; c < table.Length; c++)
        {
            var simple = TraditionalCharacters.Simplify((char)c);
            table[c] = c == '\n' ? '\n' : char.IsWhiteSpace((char)c) || c == 0 ? ' ' : simple != c ? simple : FoldTable.Fold((char)c);
        }

        for (var i = 0; i < Open.Length; i++)
        {
            (table[Open[i]], table[Close[i]]) = ('(', ')');
        }

        return ImmutableArray.Create(table);
    }
}
