namespace Site.Core.Text;

/// <summary>Maps traditional Chinese characters to simplified ones.</summary>
/// <remarks>
/// Character by character, from the dictionaries of OpenCC named in <c>traditional.txt</c>. Meant for comparisons: characters with two simplified
/// forms (乾坤) become one, on both sides.
/// </remarks>
public static class TraditionalCharacters
{
    private static readonly Lazy<string> Table = new(Read);
    private static readonly Lazy<char[]> Simple = new(Index);

    /// <summary>Every traditional character followed by its simplified one, which is not itself traditional; sorted.</summary>
    public static string Pairs => Table.Value;

    /// <returns>The simplified character of a traditional one; any other character unchanged.</returns>
    public static char Simplify(char character) => Simple.Value[character] is var simple and not '\0' ? simple : character;

    private static string Read()
    {
        using var stream = typeof(TraditionalCharacters).Assembly.GetManifestResourceStream("traditional.txt")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        return reader.ReadToEnd().ReplaceLineEndings("");
    }

    private static char[] Index()
    {
        var simple = new char[char.MaxValue + 1];
        for (var at = 0; at < Pairs.Length; at += 2)
        {
            simple[Pairs[at]] = Pairs[at + 1];
        }

        return simple;
    }
}
