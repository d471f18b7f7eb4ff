namespace Site.Core.Text;

/// <summary>How Chinese characters are read, without tones: the characters of GB 2312, each in its most frequent reading. The table stands in <c>pinyin.txt</c>.</summary>
public static class Pinyin
{
    private static readonly Lazy<Dictionary<char, string>> Readings = new(Read);

    /// <returns>Latin letters in lower case, v for ü; null for any other character.</returns>
    public static string? Of(char character) => Readings.Value.GetValueOrDefault(character);

    /// <summary>Every character that has a reading, in no particular order.</summary>
    public static IReadOnlyCollection<char> Characters => Readings.Value.Keys;

    private static Dictionary<char, string> Read()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("pinyin.txt")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var readings = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var character in line.AsSpan(space + 1))
            {
                readings[character] = line[..space];
            }
        }

        return readings;
    }
}
