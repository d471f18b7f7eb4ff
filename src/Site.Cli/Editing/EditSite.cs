using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Content.Editing;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Cli.Editing;

/// <summary>The site folder that is edited: reads and writes its pages, and shows the site with what is not saved yet.</summary>
/// <param name="folder">The site folder, absolute.</param>
/// <param name="asOf">The day it is.</param>
#pragma warning disable CA1001 // Its turn lives as long as the editor, and has no handle to give back.
internal sealed class EditSite(string folder, SiteEnvironment environment, DateOnly asOf)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly LookMemory memory = new();
    private SiteView? view;

    public string Folder { get; } = folder;

    public SiteEnvironment Environment { get; } = environment;

    public DateOnly AsOf { get; } = asOf;

    public DraftStore Drafts { get; } = new(environment, folder);

    /// <summary>The site as it was looked at last, but for looks at which it could not be drawn; null before the first look.</summary>
    public SiteView? View => Volatile.Read(ref view);

    /// <exception cref="EnvironmentException">The site has no folder <c>content</c>.</exception>
    public void Require() => new SourceFolder(Folder, Environment).Require("content");

    /// <summary>Looks at the site with one page as the editor holds it.</summary>
    /// <param name="path">The page; null for the site as it lies there.</param>
    /// <param name="bytes">The page's file as it would be saved.</param>
    public async Task<SiteView> LookAsync(string? path = null, byte[]? bytes = null)
    {
        await turn.WaitAsync();
        try
        {
            var request = new BuildRequest(Folder, "", null, AsOf, WithDrafts: true, WithSearch: false, IsStrict: false)
            {
                Unsaved = path is null ? null : ImmutableDictionary<string, byte[]>.Empty.Add(path, bytes!),
            };
            var looked = new SiteView(await Task.Run(() => BuildPipeline.LookAsync(request, Environment, memory)));
            if (looked.IsDrawn || View is null)
            {
                Volatile.Write(ref view, looked);
            }

            return looked;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <returns>The page at this path, which lies in the site folder and is reached through no symbolic link; null where there is none.</returns>
    public SourceFile? Find(string path) => TypeOf(path) is null ? null : new SourceFolder(Folder, Environment).List("content").Value.FirstOrDefault(file => file.Path == path);

    /// <returns>The page at this path as it lies there; null where there is none.</returns>
    public PageFile? Read(string path) => Find(path) is { } file ? PageFile.Of(file) : null;

    /// <returns>The content type of a path that is allowed: <c>content/FOLDER/…/name.md</c>, every name of it good; null for others.</returns>
    public static ContentType? TypeOf(string path) =>
        path.EndsWith(".md", StringComparison.Ordinal) && !path.EndsWith("/README.md", StringComparison.Ordinal) && FileNames.AreValid(path, []) ? FolderOf(path) : null;

    /// <returns>The content type whose folder a path lies in, whatever its name; null where it leaves it.</returns>
    public static ContentType? FolderOf(string path) =>
        path.Split('/') is ["content", var name, .. { Length: > 0 } rest] && rest.All(part => part is not ("" or "." or "..") && !part.AsSpan().ContainsAny("\\:\0"))
            ? ContentTypes.All.FirstOrDefault(type => type.Folder == name) : null;

    /// <summary>Saves a page over the file that was opened. Where somebody else changed that meanwhile, both are joined.</summary>
    /// <param name="origin">The text when it was opened.</param>
    /// <param name="text">What the editor holds.</param>
    /// <exception cref="EnvironmentException">The file, or a folder on the way, is a symbolic link.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public SaveResult Save(string path, string origin, string text)
    {
        if (Read(path) is not { Text: { } present } file)
        {
            return new SaveResult.Gone();
        }

        if (TextLines.Merge(origin, text, present) is not { } merged)
        {
            return new SaveResult.Conflict(present);
        }

        SiteFile.Replace(Folder, path, EditedText.Write(file.Bytes, merged));
        Drafts.Saved(path, present, merged);
        Drafts.Forget(path);
        return new SaveResult.Saved(merged, IsMerged: merged != text);
    }
}

/// <summary>A page's file, loaded once, and not at all where it is larger than a page may be.</summary>
/// <param name="Bytes">All of it; empty where it is too large.</param>
/// <param name="Text">With LF at the end of lines; null where it is no UTF-8, or too large.</param>
internal sealed record PageFile(byte[] Bytes, string? Text)
{
    public static PageFile Of(SourceFile file)
    {
        if (file.Length > SourceText.LargestPage)
        {
            return new([], null);
        }

        var bytes = file.Load();
        return new(bytes, EditedText.Read(bytes));
    }
}

/// <summary>What became of a page that was to be saved.</summary>
internal abstract record SaveResult
{
    private SaveResult() { }

    /// <param name="Text">What the file has now.</param>
    /// <param name="IsMerged">Whether it has changes of somebody else, too.</param>
    public sealed record Saved(string Text, bool IsMerged) : SaveResult;

    /// <summary>Somebody else changed the same lines; nothing was saved.</summary>
    /// <param name="Theirs">What the file has.</param>
    public sealed record Conflict(string Theirs) : SaveResult;

    /// <summary>The file is not there any more, is no text, or is larger than a page may be.</summary>
    public sealed record Gone : SaveResult;
}

/// <summary>The site at one moment, drafts included; its files are made when somebody asks for them.</summary>
internal sealed class SiteView(RenderedSite site)
{
    private readonly FrozenDictionary<string, OutputFile> files = site.Files.DistinctBy(file => file.Path).ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);

    public RenderedSite Site => site;

    /// <summary>Whether there are files: a mistake may keep the site from being drawn.</summary>
    public bool IsDrawn => !site.Files.IsEmpty;

    /// <summary>Everything that is wrong with the sources, sorted.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => site.Diagnostics;

    /// <summary>Where the site lies on its server, decoded: <c>/</c>, or <c>/safety/</c>.</summary>
    public string BasePath { get; } = Uri.UnescapeDataString(site.Site.Website.Settings.Url.AbsolutePath);

    public bool Has(string path) => files.ContainsKey(path);

    /// <returns>The bytes of a file of the site.</returns>
    public byte[] Make(string path)
    {
        var bytes = new ArrayBufferWriter<byte>();
        files[path].Write(bytes);
        return bytes.WrittenSpan.ToArray();
    }

    /// <returns>The address of a page's view, from the root of the server; null where it has none today.</returns>
    public string? AddressOf(string path) =>
        site.Site.Website.ByPath.TryGetValue(path, out var page) ? BasePath + string.Join('/', page.Address.TrimStart('/').Split('/').Select(Uri.EscapeDataString)) : null;
}
