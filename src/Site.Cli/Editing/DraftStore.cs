using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;

namespace Site.Cli.Editing;

/// <summary>
/// Keeps what somebody writes and has not saved, one file a page in the user's own folder: never in the site folder, so that nothing half-written is committed
/// or published. A file is replaced whole, so that a crash leaves the last one.
/// </summary>
/// <param name="environment">Names the folder, and the time.</param>
/// <param name="site">The site folder, absolute: each has its own drafts.</param>
internal sealed class DraftStore(SiteEnvironment environment, string site)
{
    /// <summary>Where all of it lies, absolute; not there before the first draft.</summary>
    public string Folder => folder;

    private readonly string folder = Path.Combine(environment.DraftFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(site)))[..16]);

    /// <returns>What is kept for a page, or null; a file that cannot be read counts as none.</returns>
    public KeptDraft? Find(string path)
    {
        try
        {
            return File.Exists(FileOf(path)) && JsonNode.Parse(File.ReadAllBytes(FileOf(path))) is JsonObject kept && (string?)kept["path"] == path
                ? new(path, (string)kept["text"]!, (string)kept["origin"]!, DateTimeOffset.Parse((string)kept["at"]!, CultureInfo.InvariantCulture)) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            return null;
        }
    }

    /// <returns>Paths of all pages for which something is kept.</returns>
    public ImmutableHashSet<string> Paths() => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*.json").Select(file => { try { return (string?)JsonNode.Parse(File.ReadAllBytes(file))?["path"]; } catch (JsonException) { return null; } }).OfType<string>()];

    /// <param name="origin">The text of the file when it was opened.</param>
    public void Keep(string path, string text, string origin)
    {
        Directory.CreateDirectory(folder);
        var fresh = FileOf(path) + ".new";
        File.WriteAllText(fresh, new JsonObject
        {
            ["path"] = path,
            ["at"] = environment.Now().ToString("O", CultureInfo.InvariantCulture),
            ["origin"] = origin,
            ["text"] = text,
        }.ToJsonString());
        File.Move(fresh, FileOf(path), overwrite: true);
    }

    public void Forget(string path)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(FileOf(path));
        }
    }

    /// <summary>Keeps the text of a page before it was saved for the first time, so that a zip can say from what it was made.</summary>
    /// <param name="text">Empty for a new page.</param>
    public void KeepBase(string path, string text)
    {
        Directory.CreateDirectory(folder);
        if (!File.Exists(FileOf(path) + ".base"))
        {
            File.WriteAllText(FileOf(path) + ".base", text);
        }
    }

    /// <returns>The text of a page before it was saved for the first time; null where it was not saved here.</returns>
    public string? BaseOf(string path) => File.Exists(FileOf(path) + ".base") ? File.ReadAllText(FileOf(path) + ".base") : null;

    private string FileOf(string path) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..32] + ".json");
}

/// <summary>What somebody wrote and did not save.</summary>
/// <param name="Path">Of the page, from the site folder.</param>
/// <param name="Text">What the editor held.</param>
/// <param name="Origin">The text of the file when it was opened.</param>
/// <param name="At">When it was kept.</param>
internal sealed record KeptDraft(string Path, string Text, string Origin, DateTimeOffset At);
