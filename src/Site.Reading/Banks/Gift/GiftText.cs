using System.Text;
using Site.Model;

namespace Site.Reading;

/// <summary>
/// A file in GIFT whose comment lines are blanked out, so that every offset is one of the file. Source of all rules: Moodle,
/// "GIFT format", and what its importer does where that says nothing.
/// </summary>
internal sealed class GiftText(string path, string text)
{
    private const string Escapable = "~=#{}:\\";

    private readonly string masked = Mask(text);

    public int Length => masked.Length;

    public char this[int at] => masked[at];

    public Place At(int offset) => Lines.PlaceAt(path, text, offset);

    /// <returns>Offset of the first such character that no backslash stands before, or -1.</returns>
    public int Find(char wanted, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (masked[at] == '\\')
            {
                at++;
            }
            else if (masked[at] == wanted)
            {
                return at;
            }
        }

        return -1;
    }

    /// <returns>Offset of the last such row of characters, the first of which no backslash stands before; or -1.</returns>
    public int FindLast(string wanted, int from, int to)
    {
        var last = -1;
        for (var at = from; (at = Find(wanted[0], at, to)) >= 0; at++)
        {
            last = at + wanted.Length <= to && string.CompareOrdinal(masked, at, wanted, 0, wanted.Length) == 0 ? at : last;
        }

        return last;
    }

    public bool StartsWith(string wanted, int at) => string.CompareOrdinal(masked, at, wanted, 0, wanted.Length) == 0;

    /// <returns>The same range without white space at both ends.</returns>
    public (int From, int To) Trim(int from, int to)
    {
        while (from < to && char.IsWhiteSpace(masked[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(masked[to - 1]))
        {
            to--;
        }

        return (from, to);
    }

    /// <returns>The characters as they stand there.</returns>
    public string Raw(int from, int to) => masked[from..to];

    /// <returns>The text without backslashes, trimmed.</returns>
    public string Plain(int from, int to)
    {
        (from, to) = Trim(from, to);
        var plain = new StringBuilder(to - from);
        for (var at = from; at < to; at++)
        {
            var next = masked[at] == '\\' && at + 1 < to ? masked[at + 1] : '\0';
            if (next == 'n' || (next != '\0' && Escapable.Contains(next, StringComparison.Ordinal)))
            {
                plain.Append(next == 'n' ? '\n' : next);
                at++;
            }
            else
            {
                plain.Append(masked[at]);
            }
        }

        return plain.ToString().Trim();
    }

    /// <returns>The text, in the form that stands before it in brackets, or else in the one given.</returns>
    public RawText Text(int from, int to, TextForm form)
    {
        (from, to) = Trim(from, to);
        var end = from < to && masked[from] == '[' ? masked.IndexOf(']', from, to - from) : -1;
        TextForm? named = end < 0 ? null : masked[(from + 1)..end] switch
        {
            "html" => TextForm.Html,
            "moodle" => TextForm.Moodle,
            "plain" => TextForm.Plain,
            "markdown" => TextForm.Markdown,
            _ => null,
        };
        return new(Plain(named is null ? from : end + 1, to), named ?? form);
    }

    private static string Mask(string text)
    {
        var units = text.ToCharArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (text.AsSpan(start, end - start).TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                Array.Fill(units, ' ', start, end - start);
            }

            start = end + 1;
        }

        return new(units);
    }
}
