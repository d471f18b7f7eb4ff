using System.Collections.Immutable;

namespace Site.Core.Text;

/// <summary>
/// What a character of a form is compared as: half-width, simplified, one sort of brackets. Traditional characters are folded one by one,
/// which is enough to recognize a sentence; nothing folded is ever printed.
/// </summary>
public static class FormFolding
{
    private const string Open = "（〔【［[{｛﹝〈「『⦅❨";
    private const string Close = "）〕】］]}｝﹞〉」』⦆❩";

    private static readonly ImmutableArray<char> Folded = Table();

    /// <returns>The character it is compared as; a space for a tab, U+200B for what cannot be seen.</returns>
    public static char Fold(char c) => Folded[c];

    /// <returns>Whether a folded character says nothing in a sentence: space, punctuation, quotation mark, line to write on.</returns>
    public static bool IsIgnored(char folded) =>
        folded is FoldTable.Invisible || char.IsWhiteSpace(folded) || char.IsPunctuation(folded) || folded is '~' or '`' or '|' or '^';

    /// <returns>The folded text without anything ignored, brackets included: what sentences and headings are compared by.</returns>
    public static string Key(string text) =>
        string.Concat(text.Select(Fold).Where(c => !IsIgnored(c)));

    private static ImmutableArray<char> Table()
    {
        var table = new char[0x10000];
        for (var c = 0; c < table.Length; c++)
        {
            var simple = TraditionalCharacters.Simplify((char)c);
            table[c] = c == '\n' ? '\n' : char.IsWhiteSpace((char)c) || c == 0 ? ' ' : simple != c ? simple : FoldTable.Of((char)c);
        }

        for (var i = 0; i < Open.Length; i++)
        {
            (table[Open[i]], table[Close[i]]) = ('(', ')');
        }

        return ImmutableArray.Create(table);
    }
}
