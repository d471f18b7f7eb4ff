using System.Collections.Immutable;

namespace Site.Themes.Campaign.Words;

/// <summary>Cuts titles and slogans where they breathe.</summary>
internal static class Titles
{
    /// <returns>What stands before the first colon: 燃气泄漏怎么办 of 燃气泄漏怎么办：关阀、开窗.</returns>
    public static string Short(string title)
    {
        var colon = title.AsSpan().IndexOfAny('：', ':');
        return colon > 1 ? title[..colon] : title;
    }

    /// <returns>The slogan before its dash, and what follows it, or empty.</returns>
    public static (string Main, string Sub) Halves(string slogan)
    {
        var dash = slogan.IndexOf("——", StringComparison.Ordinal);
        return dash > 0 ? (slogan[..dash], slogan[(dash + 2)..]) : (slogan, "");
    }

    /// <returns>The parts of a slogan, each with the mark that ends it, so that a line breaks between them: 人人讲安全、 and 个个会应急.</returns>
    public static ImmutableArray<string> Phrases(string text)
    {
        var phrases = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '、' or '，' or '；' or ' ')
            {
                phrases.Add(text[start..(at + 1)]);
                start = at + 1;
            }
        }

        if (start < text.Length)
        {
            phrases.Add(text[start..]);
        }

        return phrases.ToImmutable();
    }
}
