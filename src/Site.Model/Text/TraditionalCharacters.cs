using System.Collections.Frozen;

namespace Site.Model;

/// <summary>Traditional characters and the simplified ones that are written for them.</summary>
/// <remarks>
/// Character by character from the dictionaries of OpenCC, which <c>traditional.txt</c> names. Meant for comparing: what is written two ways in simplified
/// script too (乾坤) becomes one, on both sides.
/// </remarks>
public static class TraditionalCharacters
{
    private static readonly Lazy<FrozenDictionary<char, char>> Table = new(Read);

    /// <summary>Every traditional character with its simplified one, which is not itself traditional.</summary>
    public static FrozenDictionary<char, char> Simplified => Table.Value;

    private static FrozenDictionary<char, char> Read()
    {
        using var stream = typeof(TraditionalCharacters).Assembly.GetManifestResourceStream("traditional.txt")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var pairs = reader.ReadToEnd().ReplaceLineEndings("");
        return Enumerable.Range(0, pairs.Length / 2).ToFrozenDictionary(at => pairs[2 * at], at => pairs[(2 * at) + 1]);
    }
}
