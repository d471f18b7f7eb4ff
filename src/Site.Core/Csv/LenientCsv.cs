using System.Text;
using CsvHelper;

namespace Site.Core.Csv;

/// <summary>
/// Takes a CSV apart whatever is wrong with it: confidential values are searched for even where a file cannot be read as a table, and a
/// published table is compared even when it is damaged. What is read like this is never trusted.
/// </summary>
public static class LenientCsv
{
    private const int MostColumns = 200;

    /// <param name="bytes">UTF-8; other bytes become U+FFFD. Separated by commas, semicolons or tabs, whichever the first line has most of.</param>
    /// <returns>Rows in order, one at a time, each with its fields without their quotes; fields beyond the 200th are left out.</returns>
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
