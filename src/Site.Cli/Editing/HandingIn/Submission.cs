using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Site.Cli.Editing.HandingIn;

/// <summary>A page that was handed in.</summary>
/// <param name="Page">Its path.</param>
/// <param name="Title">Its title then.</param>
/// <param name="At">When.</param>
/// <param name="Branch">On which it lies; empty for one that went out as a zip.</param>
/// <param name="Commit">Its newest commit; empty for a zip.</param>
/// <param name="Number">Of the request; 0 where none is known.</param>
/// <param name="Url">Where the request is, or can be opened; empty where there is no such page.</param>
/// <param name="State"><c>open</c>, <c>merged</c> or <c>closed</c>, as last seen; <c>sent</c> for a zip, of which nothing more is known.</param>
internal sealed record Submission(string Page, string Title, DateTimeOffset At, string Branch, string Commit, int Number, string Url, string State);

/// <summary>What was handed in from this machine, the newest of each page.</summary>
/// <param name="folder">Where the drafts of this site are.</param>
internal sealed class SubmissionStore(string folder)
{
    private const int Most = 200;

    private string File => Path.Combine(folder, "handed-in.list");

    /// <returns>Newest first; none where nothing can be read.</returns>
    public ImmutableArray<Submission> All()
    {
        try
        {
            return !System.IO.File.Exists(File) ? [] : [.. JsonNode.Parse(System.IO.File.ReadAllBytes(File))!.AsArray().Select(Of).OrderByDescending(one => one.At)];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentNullException or NullReferenceException)
        {
            return [];
        }
    }

    /// <summary>Keeps it in the place of an older one of the same page.</summary>
    public void Keep(Submission submission)
    {
        Directory.CreateDirectory(folder);
        var fresh = File + ".new";
        System.IO.File.WriteAllText(fresh, EditJson.List(All().Where(one => one.Page != submission.Page).Prepend(submission).Take(Most), Of).ToJsonString());
        System.IO.File.Move(fresh, File, overwrite: true);
    }

    private static JsonObject Of(Submission one) => new()
    {
        ["page"] = one.Page,
        ["title"] = one.Title,
        ["at"] = one.At.ToString("O", CultureInfo.InvariantCulture),
        ["branch"] = one.Branch,
        ["commit"] = one.Commit,
        ["number"] = one.Number,
        ["url"] = one.Url,
        ["state"] = one.State,
    };

    private static Submission Of(JsonNode? one) => new(
        (string)one!["page"]!, (string)one["title"]!, DateTimeOffset.Parse((string)one["at"]!, CultureInfo.InvariantCulture), (string)one["branch"]!, (string)one["commit"]!, (int)one["number"]!, (string)one["url"]!, (string)one["state"]!);
}

/// <summary>Names of branches.</summary>
internal static class BranchName
{
    /// <returns>A name in ASCII that says the page and the day, and is nobody else's: <c>edit/news-06-16-open-day-0610-3fa2</c>.</returns>
    /// <param name="unique">Makes it differ from another of the same page and day.</param>
    public static string Of(string page, DateOnly day, string unique)
    {
        var parts = page.Split('/');
        var name = string.Concat(parts[^1][..^".md".Length].Where(unit => char.IsAsciiLetterOrDigit(unit) || unit == '-')).Trim('-');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{page} {unique}")))[..4];
        return string.Create(CultureInfo.InvariantCulture, $"edit/{parts[1]}-{(name.Length > 0 ? name[..Math.Min(name.Length, 40)] : "page")}-{day:MMdd}-{hash}");
    }
}
