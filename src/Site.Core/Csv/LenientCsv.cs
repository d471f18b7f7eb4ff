using System.Text;
using CsvHelper;

namespace Site.Core.Csv;

/// <summary>
/// Reads any CSV, however malformed: confidential values are searched for even if a file cannot be read as a table, and a
/// published table is compared even when it is damaged. What is read like this is never trusted.
/// </summary>
public static class LenientCsv
{
    private const int MostColumns = 200;

    /// <param name="bytes">UTF-8; other bytes become U+FFFD. The separator is a comma, a semicolon or a tab, whichever is most frequent in the first line.</param>
    /// <returns>Rows in order, read lazily, each with its unquoted fields; fields after the 200th are left out.</returns>
    public static IEnumerable<string[]> Read(byte[] bytes)
    {
        var end = Array.IndexOf(bytes, (byte)'\n');
        var first = Encoding.UTF8.GetString(bytes, 0, end < 0 ? bytes.Length : end);
        using var reader = CsvReader.Create(bytes, new() { Separator = CsvFormat.SeparatorOf(first), HasHeader = false });
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(reader.GetString)];
        }
    }
}
