using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Sources;
using Site.Privacy.Recognition;
using Site.Privacy.Secrets;

namespace Site.Statistics.Secrets;

/// <summary>Forms and notes as they were filed: names behind 联系人 and other roles, telephones, identity cards, mail addresses in them.</summary>
public static class FiledFormValues
{
    private const long LargestInBytes = 16 * 1024 * 1024;
    private const int MostCharacters = 2_000_000;
    private static readonly string[] Endings = [".docx", ".xlsx", ".docm", ".xlsm", ".txt", ".md", ".eml"];

    public static bool Accepts(string path) =>
        Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && !path.EndsWith("/README.md", StringComparison.Ordinal) && path != Canaries.Path
        && !path.StartsWith("input/releases/", StringComparison.Ordinal);

    /// <returns>The values; nothing of a file that cannot be opened, which those report who read its figures.</returns>
    public static IEnumerable<string> Read(SourceFile file, List<Diagnostic> diagnostics)
    {
        if (file.Length is 0 or > LargestInBytes)
        {
            return [];
        }

        var bytes = file.Load();
        var text = bytes.AsSpan().StartsWith("PK"u8) ? OfficeText.Read(bytes, MostCharacters) : Encoding.UTF8.GetString(bytes);
        return PrivateDataRecognizer.Find(text.Length > MostCharacters ? text[..MostCharacters] : text)
            .Where(find => find.Kind != PrivateKind.HouseNumber).Select(find => text.Substring(find.Start, find.Length));
    }
}
