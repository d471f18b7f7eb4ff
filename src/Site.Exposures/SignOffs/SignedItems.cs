using System.Collections.Immutable;
using System.Text;
using Site.Content.Pages;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Ledgers;

namespace Site.Exposures.SignOffs;

/// <summary>Finds the items that the policy asks sign-offs for, and the files that belong to each: the text, its pictures, its downloads, its data.</summary>
public static class SignedItems
{
    private const long LargestLedgerInBytes = 16 * 1024 * 1024;

    /// <param name="website">What was read from <c>content/</c>.</param>
    /// <param name="content">All files of <c>content/</c>, sources of pages included.</param>
    /// <param name="input">All files of <c>input/</c>.</param>
    /// <param name="rules">The sign-offs that the policy asks for.</param>
    /// <returns>Items in the order of the rules, then by path.</returns>
    public static ImmutableArray<SignedItem> Find(
        Website website, ImmutableArray<SourceFile> content, ImmutableArray<SourceFile> input, ImmutableArray<SignOffRule> rules)
    {
        if (rules.IsEmpty)
        {
            return [];
        }

        var sources = content.ToDictionary(file => file.Path, StringComparer.Ordinal);
        return [.. rules.SelectMany(rule => rule.Kind.Folder.StartsWith("content/", StringComparison.Ordinal)
            ? website.Pages.Where(page => page.Path.StartsWith(rule.Kind.Folder, StringComparison.Ordinal)).OrderBy(page => page.Path, StringComparer.Ordinal)
                .Select(page => new SignedItem(page.Path, rule, SignedContent.Hash(FilesOf(website, page).Select(file => Loaded(file.Path, file.Load)).Append(new(page.Path, sources.GetValueOrDefault(page.Path)?.Load())))))
            : input.Where(file => file.Path.StartsWith(rule.Kind.Folder, StringComparison.Ordinal)).GroupBy(file => ItemOf(file.Path, rule.Kind), StringComparer.Ordinal)
                .Where(files => files.Key.Length > 0).OrderBy(files => files.Key, StringComparer.Ordinal)
                .Select(files => new SignedItem(files.Key, rule, SignedContent.Hash(rule.Kind.Id == "exposures"
                    ? files.SelectMany(file => PublicParts(file, input))
                    : files.Select(file => Loaded(file.Path, file.Load))))))];
    }

    /// <returns>The item that a file belongs to: a ledger of exposures is signed by itself, a release as a whole folder. Empty for notes for staff, which need no sign-off.</returns>
    private static string ItemOf(string path, SignOffKind kind)
    {
        var rest = path[kind.Folder.Length..];
        return kind.Id == "exposures"
            ? rest.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !EntryPictures.IsIn(path) ? path : ""
            : rest.Contains('/') ? kind.Folder + rest[..rest.IndexOf('/')] : "";
    }

    /// <returns>Pictures that the page shows and files that it offers, each once.</returns>
    public static IEnumerable<ContentFile> FilesOf(Website website, Page page) =>
        LinkTargets.ShownBy(website, page).Concat(LinkTargets.OfferedBy(website, page)).DistinctBy(file => file.Path);

    /// <summary>
    /// A ledger without the columns that say who reported what: the hash of a short cell could be guessed, and stands in a file that more people read;
    /// and the pictures that it names.
    /// </summary>
    private static IEnumerable<KeyValuePair<string, byte[]?>> PublicParts(SourceFile file, ImmutableArray<SourceFile> input)
    {
        List<Diagnostic> diagnostics = [];
        var rows = InputText.Read(file, LargestLedgerInBytes, diagnostics) is { } text ? LedgerRows.Read(file.Path, text, diagnostics) : [];
        var shown = rows.IsEmpty ? [] : Enumerable.Range(0, rows[0].Length).Where(at => !ExposureColumns.Private.Contains(rows[0][at].Text)).ToArray();
        var columns = Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => string.Join('\t', shown.Select(at => at < row.Length ? row[at].Text : "")))));
        var named = shown.Where(at => EntryPictures.Columns.Any(pair => pair.Picture == rows[0][at].Text))
            .SelectMany(at => rows.Skip(1).Where(row => at < row.Length).Select(row => EntryPictures.Folder + row[at].Text)).ToHashSet(StringComparer.Ordinal);
        return [KeyValuePair.Create(file.Path, (byte[]?)columns), .. input.Where(picture => named.Contains(picture.Path)).Select(picture => Loaded(picture.Path, picture.Load))];
    }

    private static KeyValuePair<string, byte[]?> Loaded(string path, Func<byte[]> load) => new(path, load());
}

/// <summary>An item that the policy asks sign-offs for.</summary>
/// <param name="Path">The page, the ledger of exposures, or the folder of a release, from the site folder.</param>
/// <param name="Rule">The sign-offs that it needs.</param>
/// <param name="ContentHash">Hash of its files as they are now: 64 hexadecimal digits.</param>
public sealed record SignedItem(string Path, SignOffRule Rule, string ContentHash);

/// <summary>Hashes the files of a signed item, so that any later change of them is noticed.</summary>
public static class SignedContent
{
    private static readonly string[] TextEndings = [".md", ".csv", ".json", ".yaml", ".yml", ".txt", ".svg", ".vtt", ".srt"];

    /// <param name="parts">Every file that belongs to it, by path, with its bytes; null for one that is not there. In any order.</param>
    /// <returns>The SHA-256 of all names and all bytes, in lower-case hexadecimal digits. Line ends of text count as LF, because git may change them.</returns>
    public static string Hash(IEnumerable<KeyValuePair<string, byte[]?>> parts)
    {
        using var hash = Sha256.Start();
        foreach (var (path, bytes) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\0"));
            hash.AppendData(bytes is null ? new byte[32] : Sha256.HashData(IsText(path) ? WithLineFeeds(bytes) : bytes));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsText(string path) => TextEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static byte[] WithLineFeeds(byte[] bytes) =>
        bytes.AsSpan().Contains((byte)'\r') ? [.. bytes.Where((b, at) => b != '\r' || at + 1 == bytes.Length || bytes[at + 1] != '\n')] : bytes;
}
