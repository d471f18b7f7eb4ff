using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Core.Sources;

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

    /// <returns>Newest first; without what cannot be read.</returns>
    public ImmutableArray<Submission> All()
    {
        try
        {
            return !System.IO.File.Exists(File) || JsonNode.Parse(System.IO.File.ReadAllBytes(File)) is not JsonArray list ? [] : [.. list.Select(Read).OfType<Submission>().OrderByDescending(one => one.At)];
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Keeps it in the place of an older one of the same page.</summary>
    public void Keep(Submission submission)
    {
        var list = EditJson.List(All().Where(one => one.Page != submission.Page).Prepend(submission).Take(Most), Of);
        PrivateFolder.Make(folder);
        PrivateFolder.WriteWhole(File, stream => stream.Write(Encoding.UTF8.GetBytes(list.ToJsonString())), replaces: true);
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

    private static Submission? Read(JsonNode? one)
    {
        try
        {
            return new(Text("page"), Text("title"), DateTimeOffset.Parse(Text("at"), CultureInfo.InvariantCulture), Text("branch"), Text("commit"), (int)one!["number"]!, Text("url"), Text("state"));
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or ArgumentException or NullReferenceException)
        {
            return null;
        }

        string Text(string name) => (string?)one![name] ?? throw new FormatException();
    }
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
        var hash = Convert.ToHexStringLower(Sha256.HashData(Encoding.UTF8.GetBytes($"{page} {unique}")))[..4];
        return string.Create(CultureInfo.InvariantCulture, $"edit/{parts[1]}-{(name.Length > 0 ? name[..Math.Min(name.Length, 40)] : "page")}-{day:MMdd}-{hash}");
    }
}
