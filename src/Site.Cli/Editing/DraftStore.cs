using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Core.Sources;

namespace Site.Cli.Editing;

/// <summary>
/// Keeps what somebody writes and has not saved, one file a page in the user's own folder: never in the site folder, so that nothing half-written is committed
/// or published. Nobody else can read it, and a file is replaced whole, so that a crash leaves the last one. Remembers, too, which texts of a page others may have.
/// </summary>
/// <param name="environment">Names the folder, and the time.</param>
/// <param name="site">The site folder, absolute: each has its own drafts.</param>
internal sealed class DraftStore(SiteEnvironment environment, string site)
{
    /// <summary>Texts of one page that are remembered at most; the oldest is always kept.</summary>
    private const int MostTexts = 20;

    private const long MostCharacters = 4_000_000;

    /// <summary>Where all of it lies, absolute; not there before the first draft.</summary>
    public string Folder => folder;

    private readonly string folder = Path.Combine(environment.DraftFolder, Convert.ToHexStringLower(Sha256.HashData(Encoding.UTF8.GetBytes(site)))[..16]);

    /// <returns>What is kept for a page, or null; a file that cannot be read counts as none.</returns>
    public KeptDraft? Find(string path) => Read(FileOf(path)) is { } kept && kept.Path == path ? kept : null;

    /// <returns>Paths of all pages for which something is kept.</returns>
    public ImmutableHashSet<string> Paths() => !Directory.Exists(folder) ? [] : [.. Directory.EnumerateFiles(folder, "*.json").Select(file => Read(file)?.Path).OfType<string>()];

    /// <param name="origin">The text of the file when it was opened.</param>
    public void Keep(string path, string text, string origin) => Write(FileOf(path), new()
    {
        ["path"] = path,
        ["at"] = environment.Now().ToString("O", CultureInfo.InvariantCulture),
        ["origin"] = origin,
        ["text"] = text,
    });

    public void Forget(string path)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(FileOf(path));
        }
    }

    /// <summary>Remembers that a page was saved, and from which text where that is one that was not saved here: somebody brought it.</summary>
    /// <param name="before">Empty for a page that is new; what was known of another at its path is forgotten.</param>
    public void Saved(string path, string before, string after)
    {
        var (texts, last) = before.Length == 0 ? ([], null) : HistoryOf(path);
        KeepHistory(path, last == before ? texts : With(texts, before), after);
    }

    /// <summary>Remembers the text of a page that was handed in.</summary>
    public void HandedIn(string path, string text) => KeepHistory(path, With(HistoryOf(path).Texts is { IsEmpty: false } texts ? texts : [""], text), text);

    /// <returns>
    /// Texts that the page had here and others may have too, oldest first: the one before it was saved for the first time (empty for a new page, and where nobody knows), those that others brought, and those that were
    /// handed in. Empty where the page was never saved or handed in here.
    /// </returns>
    public ImmutableArray<string> TextsOf(string path) => HistoryOf(path).Texts;

    private static ImmutableArray<string> With(ImmutableArray<string> texts, string text)
    {
        var all = texts.Length > 0 && texts[^1] == text ? texts : texts.Add(text);
        while (all.Length > 2 && (all.Length > MostTexts || all.Sum(one => (long)one.Length) > MostCharacters))
        {
            all = all.RemoveAt(1);
        }

        return all;
    }

    private (ImmutableArray<string> Texts, string? Saved) HistoryOf(string path) =>
        Parsed(FileOf(path) + ".texts", kept => ((ImmutableArray<string> Texts, string? Saved)?)([.. kept["texts"]!.AsArray().Select(text => (string)text! ?? throw new FormatException())], (string)kept["saved"]!)) ?? ([], null);

    private void KeepHistory(string path, ImmutableArray<string> texts, string saved) =>
        Write(FileOf(path) + ".texts", new() { ["texts"] = EditJson.List(texts, text => JsonValue.Create(text)), ["saved"] = saved });

    private static KeptDraft? Read(string file) => Parsed(file, kept => kept["path"] is { } path && kept["text"] is { } text && kept["origin"] is { } origin && kept["at"] is { } at
        ? new KeptDraft((string)path!, (string)text!, (string)origin!, DateTimeOffset.Parse((string)at!, CultureInfo.InvariantCulture)) : null);

    /// <returns>What a file says; nothing where it is missing or damaged, so that one file hides no other.</returns>
    private static T? Parsed<T>(string file, Func<JsonObject, T?> read)
    {
        try
        {
            return File.Exists(file) && JsonNode.Parse(File.ReadAllBytes(file)) is JsonObject kept ? read(kept) : default;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException or NullReferenceException or IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    private void Write(string file, JsonObject kept)
    {
        PrivateFolder.Make(folder);
        PrivateFolder.WriteWhole(file, stream => stream.Write(Encoding.UTF8.GetBytes(kept.ToJsonString())), replaces: true);
    }

    private string FileOf(string path) => Path.Combine(folder, Convert.ToHexStringLower(Sha256.HashData(Encoding.UTF8.GetBytes(path)))[..32] + ".json");
}

/// <summary>What somebody wrote and did not save.</summary>
/// <param name="Path">Of the page, from the site folder.</param>
/// <param name="Text">What the editor held.</param>
/// <param name="Origin">The text of the file when it was opened.</param>
/// <param name="At">When it was kept.</param>
internal sealed record KeptDraft(string Path, string Text, string Origin, DateTimeOffset At);
