using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>What a block of a text is.</summary>
internal enum TextKind
{
    /// <summary>A paragraph.</summary>
    Words,

    /// <summary>A picture alone.</summary>
    Picture,

    /// <summary>A quotation; its lines begin with <c>&gt; </c>.</summary>
    Quote,

    /// <summary>A list, a table, code, a sign, a line across.</summary>
    Other,
}

/// <summary>A block of a text of a bank.</summary>
/// <param name="Markdown">For words: of one line, with <see cref="Break"/> for a line break. Else: whole lines.</param>
/// <param name="Words">The same as plain text, without pictures.</param>
/// <param name="Pictures">The pictures in it, as Markdown.</param>
/// <param name="HasMarkup">Whether the plain text says less: emphasis, links, code.</param>
internal sealed record TextBlock(TextKind Kind, string Markdown, string Words, ImmutableArray<string> Pictures, bool HasMarkup)
{
    /// <summary>Stands for a line break within words.</summary>
    public const char Break = '\uE001';

    /// <returns>The block as lines of Markdown.</returns>
    public string Lines => Kind is TextKind.Words
        ? string.Join("\\\n", Markdown.Split(Break).Select(MarkdownEscape.Start))
        : Markdown;

    /// <returns>Markdown of one line, without line breaks.</returns>
    public static string OneLine(string text) => text.Split(Break, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Aggregate("", (line, part) => line + (line.Length == 0 || (line[^1] > '\u2E80' && part[0] > '\u2E80') ? "" : " ") + part);

    /// <returns>All blocks, a blank line between two of them.</returns>
    public static string Join(IEnumerable<TextBlock> blocks) => string.Join("\n\n", blocks.Select(block => block.Lines));
}
