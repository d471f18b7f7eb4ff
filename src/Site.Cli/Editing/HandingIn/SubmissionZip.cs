using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Content.Editing;
using Site.Core.Sources;

namespace Site.Cli.Editing.HandingIn;

/// <summary>What goes to whoever publishes where there is no repository to push to: files of <c>content/</c>, and what they were made from.</summary>
/// <param name="Office">Who hands it in.</param>
/// <param name="Note">What was changed, in a sentence.</param>
/// <param name="Files">By path.</param>
internal sealed record SubmissionZip(string Office, string Note, ImmutableArray<SubmittedFile> Files)
{
    /// <summary>Of the zip itself, in bytes.</summary>
    public const int LargestFile = 60 * 1024 * 1024;

    private const int LargestEntry = 40 * 1024 * 1024;
    private const long LargestWhole = 120L * 1024 * 1024;
    private const int MostEntries = 400;
    private const int MostEarlier = 20;
    private const string About = "submission.json", New = "files/", Old = "origin/";

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(About, Encoding.UTF8.GetBytes(new JsonObject
            {
                ["format"] = 1,
                ["office"] = Office,
                ["note"] = Note,
                ["files"] = EditJson.List(Files, file => JsonValue.Create(file.Path)),
                ["earlier"] = new JsonObject(Files.Where(file => !file.Earlier.IsEmpty).Select(file => KeyValuePair.Create(file.Path, (JsonNode?)EditJson.List(file.Earlier, text => JsonValue.Create(text))))),
            }.ToJsonString()));
            foreach (var file in Files)
            {
                Add(New + file.Path, file.Bytes);
                if (file.Origin is { Length: > 0 } origin)
                {
                    Add(Old + file.Path, Encoding.UTF8.GetBytes(origin));
                }
            }

            void Add(string name, byte[] bytes)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <param name="bytes">Of unknown origin.</param>
    /// <exception cref="EnvironmentException">It is no such zip, too large, or would write elsewhere than into <c>content/</c>.</exception>
    public static SubmissionZip Read(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
            {
                throw new EnvironmentException($"压缩包里有 {zip.Entries.Count} 个文件，太多了（最多 {MostEntries} 个），没有接收。");
            }

            var whole = 0L;
            var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
            foreach (var entry in zip.Entries)
            {
                var content = Unpack(entry, ref whole);
                if (!parts.TryAdd(entry.FullName, content))
                {
                    throw new EnvironmentException("压缩包里有两个同名的文件，没有接收。");
                }
            }

            if (!parts.Remove(About, out var about) || JsonNode.Parse(about, documentOptions: new() { MaxDepth = 8 }) is not JsonObject told || (int?)told["format"] != 1)
            {
                throw new EnvironmentException("这不是“提交审核”做的压缩包，没有接收。");
            }

            foreach (var name in parts.Keys)
            {
                var path = name.StartsWith(New, StringComparison.Ordinal) ? name[New.Length..] : name.StartsWith(Old, StringComparison.Ordinal) ? name[Old.Length..] : "";
                if (EditSite.FolderOf(path) is null || !FileNames.AreValid(path, []) || path.Split('/').Any(part => FileNames.IsLeftover(part)) || !parts.ContainsKey(New + path))
                {
                    throw new EnvironmentException($"压缩包里有不该有的文件“{Printable(name)}”：只接收 content/ 里的页面和图片。没有写任何文件。");
                }
            }

            return new((string?)told["office"] ?? "", (string?)told["note"] ?? "",
                [.. parts.Where(part => part.Key.StartsWith(New, StringComparison.Ordinal)).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => Of(part.Key[New.Length..], part.Value, parts, told["earlier"]))]);
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or InvalidOperationException or ArgumentException or FormatException or NotSupportedException or IOException)
        {
            throw new EnvironmentException("压缩包坏了，或者不是“提交审核”做的，没有接收。");
        }
    }

    private static SubmittedFile Of(string path, byte[] bytes, Dictionary<string, byte[]> parts, JsonNode? earlier) => !path.EndsWith(".md", StringComparison.Ordinal) ? new(path, bytes, null)
        : EditedText.Read(bytes) is null || EditedText.Read(parts.GetValueOrDefault(Old + path, [])) is not { } origin ? throw new EnvironmentException($"压缩包里的 {path} 不是 UTF-8 文字，没有接收。")
        : new(path, bytes, origin) { Earlier = [.. (earlier?[path]?.AsArray() ?? []).TakeLast(MostEarlier).Select(text => EditedText.Normalized((string?)text ?? ""))] };

    /// <summary>Counts the actual bytes, because the sizes that a zip declares may be wrong.</summary>
    private static byte[] Unpack(ZipArchiveEntry entry, ref long whole)
    {
        using var stream = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            unpacked.Write(buffer, 0, read);
            whole += read;
            if (unpacked.Length > LargestEntry || whole > LargestWhole)
            {
                throw new EnvironmentException("压缩包解开后太大，没有接收。");
            }
        }

        return unpacked.ToArray();
    }

    private static string Printable(string name) => string.Concat(name.Take(100).Select(unit => char.IsControl(unit) ? '?' : unit));
}

/// <summary>A file that is handed in.</summary>
/// <param name="Path">From the site folder, in <c>content/</c>.</param>
/// <param name="Bytes">All of it.</param>
/// <param name="Origin">
/// Of a page, the text from which it was made, with LF at the end of lines: of a zip, the one before it was saved here for the first time; of a branch, the newest that the folder has of the branch
/// into which it goes. Empty for a new page, and where nobody knows. Null for other files.
/// </param>
internal sealed record SubmittedFile(string Path, byte[] Bytes, string? Origin)
{
    /// <summary>Texts that the page had after its origin and that others may have, oldest first: those that were handed in, and those that others brought. Empty for other files.</summary>
    public ImmutableArray<string> Earlier { get; init; } = [];

    /// <summary>
    /// Joins it with the file that is there. What was made from: the newest earlier text that is there as it was, else the newest of which every change is there, so that what was taken in once
    /// is not taken for a change of somebody else; else the origin.
    /// </summary>
    /// <param name="present">What is there.</param>
    /// <returns>The file as it will be; null where both changed the same place, or it is no page and they differ.</returns>
    public byte[]? JoinedWith(byte[] present)
    {
        if (present.AsSpan().SequenceEqual(Bytes))
        {
            return Bytes;
        }

        if (Origin is null || EditedText.Read(Bytes) is not { } mine || EditedText.Read(present) is not { } theirs)
        {
            return null;
        }

        var origin = Earlier.LastOrDefault(text => text == theirs) ?? Earlier.LastOrDefault(text => TextLines.Merge(Origin, text, theirs) == theirs) ?? Origin;
        return TextLines.Merge(origin, mine, theirs) is { } merged ? EditedText.Write(present, merged) : null;
    }
}
