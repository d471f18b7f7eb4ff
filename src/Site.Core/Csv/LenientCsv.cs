using System.Text;

namespace Site.Core.Csv;

/// <summary>
/// Takes a CSV apart whatever is wrong with it: what was told in confidence is looked for even where a file cannot be read as a table, and a published
/// table is compared even with one that is damaged. Nothing that is read like this is trusted.
/// </summary>
public static class LenientCsv
{
    private const int MostColumns = 200;

    /// <param name="bytes">UTF-8; other bytes become U+FFFD. Separated by commas, semicolons or tabs, whichever the first line has most of.</param>
    /// <returns>Rows in order, one at a time, each with its fields without their quotes.</returns>
    public static IEnumerable<string[]> Read(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var first = text.AsSpan(0, text.AsSpan().IndexOf('\n') is var end and >= 0 ? end : text.Length);
        var separator = first.Count('\t') > first.Count(',') ? '\t' : first.Count(';') > first.Count(',') ? ';' : ',';
        return Rows(text, separator);
    }

    private static IEnumerable<string[]> Rows(string text, char separator)
    {
        var row = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var field = Field(text, separator, ref at);
            if (row.Count < MostColumns)
            {
                row.Add(field);
            }

            if (at >= text.Length || text[at] == '\n')
            {
                at++;
                yield return [.. row];
                row.Clear();
            }
            else
            {
                at++;
            }
        }
    }

    /// <param name="at">Where the field begins; moved to the separator or line end behind it.</param>
    private static string Field(string text, char separator, ref int at)
    {
        if (text[at] == '"')
        {
            var close = at + 1;
            while (close < text.Length && !(text[close] == '"' && (close + 1 == text.Length || text[close + 1] != '"')))
            {
                close += text[close] == '"' ? 2 : 1;
            }

            var quoted = text[(at + 1)..Math.Min(close, text.Length)].Replace("\"\"", "\"", StringComparison.Ordinal);
            at = Math.Min(close + 1, text.Length);
            return quoted + Plain(text, separator, ref at);
        }

        return Plain(text, separator, ref at);
    }

    private static string Plain(string text, char separator, ref int at)
    {
        var length = text.AsSpan(at).IndexOfAny(separator, '\n') is var end and >= 0 ? end : text.Length - at;
        var field = text.Substring(at, length).TrimEnd('\r');
        at += length;
        return field;
    }
}
