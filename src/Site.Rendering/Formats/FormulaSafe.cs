namespace Site.Rendering;

/// <summary>Writes cells of CSV that no spreadsheet takes for a formula.</summary>
/// <remarks>RFC 4180; OWASP, "CSV Injection": what begins with = + - @, tab or carriage return, full-width forms too, gets an apostrophe in front.</remarks>
internal static class FormulaSafe
{
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    /// <returns>The cell, quoted where RFC 4180 asks for it.</returns>
    public static string Cell(string text)
    {
        var safe = text.Length > 0 && Starts.Contains(text[0]) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <returns>A row with CRLF at its end.</returns>
    public static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";
}
