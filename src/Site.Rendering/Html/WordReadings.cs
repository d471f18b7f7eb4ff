using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Site.Content.Terms;

namespace Site.Rendering.Html;

/// <summary>Sets the reading of hard words over them, which styles show in large type alone; once a word and text.</summary>
/// <remarks>Screen readers skip it, since they read the word itself. Headings, buttons and code stay as they are.</remarks>
/// <param name="words">Of two that begin at one place, the longer one counts.</param>
internal sealed class WordReadings(ImmutableArray<HardWord> words)
{
    private static readonly FrozenSet<string> Closed = FrozenSet.Create(StringComparer.Ordinal, "h1", "h2", "h3", "h4", "h5", "h6", "button", "summary", "code", "pre", "svg", "ruby", "th");

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" >/\n");

    private readonly SearchValues<string> any = SearchValues.Create([.. words.Select(word => word.Word)], StringComparison.Ordinal);

    private readonly ImmutableArray<HardWord> longestFirst = [.. words.OrderByDescending(word => word.Word.Length)];

    /// <param name="html">As the Markdown renderer makes it.</param>
    public string AddTo(string html)
    {
        if (words.IsEmpty || html.AsSpan().IndexOfAny(any) is < 0)
        {
            return html;
        }

        var (made, done) = (new StringBuilder(html.Length + 512), new HashSet<string>(StringComparer.Ordinal));
        // The element that is left as it is, and how many of its name are open.
        var (closed, depth) = ("", 0);
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at) is >= 0 and var found ? found : html.Length;
            if (depth > 0)
            {
                made.Append(html, at, tag - at);
            }
            else
            {
                Text(html.AsSpan(at, tag - at), made, done);
            }

            if (tag == html.Length)
            {
                break;
            }

            var end = html.IndexOf('>', tag) is >= 0 and var close ? close + 1 : html.Length;
            var isEnd = html.AsSpan(tag).StartsWith("</");
            var inner = html.AsSpan(tag + (isEnd ? 2 : 1));
            var name = inner[..Math.Max(0, inner.IndexOfAny(NameEnds))].ToString();
            if (depth > 0 ? name == closed : !isEnd && Closed.Contains(name))
            {
                (closed, depth) = (name, depth + (isEnd ? -1 : 1));
            }

            made.Append(html, tag, end - tag);
            at = end;
        }

        return made.ToString();
    }

    private void Text(ReadOnlySpan<char> text, StringBuilder made, HashSet<string> done)
    {
        while (text.IndexOfAny(any) is >= 0 and var at)
        {
            HardWord? first = null;
            foreach (var word in longestFirst)
            {
                if (text[at..].StartsWith(word.Word, StringComparison.Ordinal))
                {
                    first = word;
                    break;
                }
            }

            made.Append(text[..at]);
            made.Append(done.Add(first!.Word) ? $"<ruby>{first.Word}<rt aria-hidden=\"true\" data-reading=\"{first.Reading}\"></rt></ruby>" : first.Word);
            text = text[(at + first.Word.Length)..];
        }

        made.Append(text);
    }
}
