using System.Collections.Immutable;

namespace Site.Themes.Campaign.Labels;

/// <summary>Cuts titles and slogans where they breathe.</summary>
internal static class Titles
{
    /// <returns>The slogan before its dash, and what follows it, or empty.</returns>
    public static (string Main, string Sub) Halves(string slogan)
    {
        var dash = slogan.IndexOf("——", StringComparison.Ordinal);
        return dash > 0 ? (slogan[..dash], slogan[(dash + 2)..]) : (slogan, "");
    }

    /// <returns>The parts of a slogan, each with the mark that ends it, so that a line breaks between them: 人人讲安全、 and 个个会应急.</returns>
    public static ImmutableArray<string> Phrases(string text) => Cut(text, at => text[at - 1] is '、' or '，' or '；' or ' ');

    /// <returns>The title with what stands in brackets apart, so that it moves to a line of its own as a whole: 动火作业 and （电焊、气割）.</returns>
    public static ImmutableArray<string> Asides(string title) => Cut(title, at => title[at - 1] is '）' || title[at] is '（');

    /// <returns>The parts of a short title between which a line may break: 溺水, 和落水 and 怎么救. Browsers do not know Chinese words.</returns>
    public static ImmutableArray<string> Words(string title) => Cut(title, at =>
        title[at - 1] is '、' or '，' or '）' || title[at] is '（' or '和' || Starts(title, at, "怎么") || Starts(title, at, "安全生产月"));

    private static bool Starts(string title, int at, string word) => title.AsSpan(at).StartsWith(word, StringComparison.Ordinal);

    private static ImmutableArray<string> Cut(string text, Func<int, bool> isCut)
    {
        var cuts = Enumerable.Range(1, Math.Max(0, text.Length - 1)).Where(isCut).Prepend(0).Append(text.Length).ToList();
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => text[from..to])];
    }
}
