using System.Text;

namespace Site.Rendering.Traditional;

/// <summary>Puts simplified Chinese into traditional characters, phrase by phrase.</summary>
/// <remarks>
/// The table is OpenCC's (<c>phrases.txt</c>, made by tests/node/traditional/make.mjs) with Taiwan's forms of characters; words stay those of the mainland. As OpenCC does, at each place the longest
/// phrase counts, from left to right: 头发 becomes 頭髮, 发展 becomes 發展. Phrases that are traditional already stay as they are, so that a text may be converted twice. The table is read when it is first asked for.
/// </remarks>
public sealed class TraditionalText
{
    private static readonly Lazy<TraditionalText> Loaded = new(Read);

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> phrases;

    /// <summary>By its first unit, how long the longest phrase is; 0 where there is none.</summary>
    private readonly byte[] longest = new byte[char.MaxValue + 1];

    private TraditionalText(Dictionary<string, string> pairs)
    {
        foreach (var made in pairs.Values.Where(made => made.Length > 1).ToList())
        {
            pairs.TryAdd(made, made);
        }

        foreach (var phrase in pairs.Keys)
        {
            longest[phrase[0]] = Math.Max(longest[phrase[0]], (byte)phrase.Length);
        }

        phrases = pairs.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <returns>The text in traditional characters; what is none of simplified Chinese stays.</returns>
    public static string Of(string text)
    {
        var made = new StringBuilder(text.Length);
        Loaded.Value.Append(text, made);
        return made.ToString();
    }

    /// <summary>Appends the text in traditional characters.</summary>
    internal static void Write(ReadOnlySpan<char> text, StringBuilder to) => Loaded.Value.Append(text, to);

    private void Append(ReadOnlySpan<char> text, StringBuilder to)
    {
        var copied = 0;
        for (var at = 0; at < text.Length;)
        {
            if (Longest(text[at..], out var length) is { } made)
            {
                to.Append(text[copied..at]).Append(made);
                copied = at += length;
            }
            else
            {
                at++;
            }
        }

        to.Append(text[copied..]);
    }

    private string? Longest(ReadOnlySpan<char> text, out int length)
    {
        for (length = Math.Min(text.Length, longest[text[0]]); length > 0; length--)
        {
            if (phrases.TryGetValue(text[..length], out var made))
            {
                return made;
            }
        }

        return null;
    }

    private static TraditionalText Read()
    {
        using var stream = typeof(TraditionalText).Assembly.GetManifestResourceStream("phrases.txt")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var pairs = new Dictionary<string, string>(110_000, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            pairs.Add(line[..space], line[(space + 1)..]);
        }

        return new(pairs);
    }
}
