namespace Site.Disclosure;

/// <summary>Writes CSV as RFC 4180 has it, but with LF alone, as git likes it.</summary>
internal static class CsvText
{
    /// <returns>One line with its line feed.</returns>
    public static string Line(params IEnumerable<string> fields) => string.Join(',', fields.Select(Quote)) + "\n";

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
