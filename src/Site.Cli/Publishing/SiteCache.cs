using System.Collections.Immutable;
using System.Text;
using Site.Cli.Infrastructure;
using Site.Content.Loading;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Cli.Publishing;

/// <summary>
/// What the builds of one output folder keep for the next one: a record of what was published, sealed, and the mirror of it. It lies in the user's own cache, where nobody else can read
/// or write, and is believed only as far as seal and stamps bear it out; the site is the same without it.
/// </summary>
internal sealed class SiteCache
{
    private const string Sites = "sites", Whose = "output.txt", RecordName = "site", PagesName = "pages", ChangedPagesName = "pages-changed", CleanName = "clean", ReportName = "report";

    /// <summary>Behind the name of a file of pages, before what tells one from the next: that with the texts of their bodies.</summary>
    private const string OfTexts = "-texts-";

    /// <summary>While fewer than one page in so many has changed since all were written, only those are written.</summary>
    private const int PagesToOneChanged = 8;

    /// <summary>How long what no build uses is kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>How long a report is repeated. Then a build goes its whole way once more, and notes of all that it uses, pictures too, that it is used.</summary>
    private static readonly TimeSpan Repeated = TimeSpan.FromDays(20);

    private readonly string root;
    private readonly CacheSeal seal;

    /// <summary>Names of the files in which this run has kept pages.</summary>
    private ImmutableArray<string> pagesWritten = [];

    private SiteCache(string folder, CacheSeal seal) => (root, this.seal) = (folder, seal);

    private string Mirror => Path.Combine(root, "mirror");

    /// <returns>The cache of an output folder; null where it cannot be kept from others, or nothing can be written there.</returns>
    public static SiteCache? Open(SiteEnvironment environment, string output)
    {
        if (CacheSeal.Open(environment.KeyFolder) is not { } seal)
        {
            return null;
        }

        var folder = FolderOf(environment, output);
        try
        {
            PrivateFolder.Make(folder);
            if (!FileStamps.IsOwn(environment.CacheFolder) || !FileStamps.IsOwn(Path.GetDirectoryName(folder)!) || !FileStamps.IsOwn(folder) || !FileStamps.MayWrite(folder))
            {
                return null;
            }

            var whose = Path.Combine(folder, Whose);
            if (!File.Exists(whose) || File.ReadAllText(whose) != output)
            {
                PrivateFolder.WriteWhole(whose, file => file.Write(Encoding.UTF8.GetBytes(output)), replaces: true);
            }

            return new(folder, seal);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <returns>Whether anything is kept of any site.</returns>
    public static bool HasAny(SiteEnvironment environment) => Directory.Exists(Path.Combine(environment.CacheFolder, Sites));

    /// <summary>Forgets an output folder, as a build does that keeps nothing: what it published before must not lie about.</summary>
    public static void Forget(SiteEnvironment environment, string output) => FolderSwap.TryDelete(FolderOf(environment, output));

    /// <returns>The digest of what a site depends on, or of what a build saw, which nobody can try out without the key.</returns>
    /// <param name="parts">Each with its length before it, so that no two lists give the same digest by accident.</param>
    public Digest Ground(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        using var hash = seal.Start();
        foreach (var part in parts)
        {
            hash.AppendData(BitConverter.GetBytes((long)part.Length));
            hash.AppendData(part.Span);
        }

        return new(hash.GetHashAndReset());
    }

    /// <returns>Whether nothing was found wrong with the files beside the pages, on this ground.</returns>
    public bool IsClean(Digest ground) => seal.Read(Path.Combine(root, CleanName)) is { } known && known.Span.SequenceEqual(ground.ToArray());

    /// <summary>Notes that nothing is wrong with the files beside the pages, on this ground.</summary>
    public void NoteClean(Digest ground)
    {
        try
        {
            seal.Write(Path.Combine(root, CleanName), [ground.ToArray()]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next build looks again.
        }
    }

    /// <returns>What the last build was asked, saw and said; null where it cannot be believed, was long ago, or has published nothing.</returns>
    public (KeptReport Report, KeptMessages Said)? ReadReport() =>
        new FileInfo(Path.Combine(root, ReportName)) is { Exists: true } file && file.LastWriteTimeUtc > DateTime.UtcNow - Repeated && seal.Read(file.FullName) is { } bytes ? KeptReport.Read(bytes) : null;

    /// <summary>Keeps what a build was asked, saw and said, once its site is out.</summary>
    /// <param name="said">As <see cref="InputNames.Hide(ImmutableArray{Diagnostic})"/> gives it.</param>
    public void KeepReport(KeptReport report, ImmutableArray<Diagnostic> said)
    {
        try
        {
            seal.Write(Path.Combine(root, ReportName), [report.Write(said)]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next build goes its whole way.
        }
    }

    /// <returns>Whether the site with this <c>build.json</c> is out, and nobody has touched it since.</returns>
    public bool IsPublished(string output, Digest manifest) =>
        ReadRecord() is { } record && record.Files.TryGetValue(FolderSwap.Marker, out var file) && file.Hash == manifest && SiteMirror.IsUntouched(Mirror, output, record);

    /// <returns>The mirror of the published site; null where there is none that can be believed, and where it cannot be read or tidied.</returns>
    /// <param name="like">As in <see cref="SiteMirror.Open"/>.</param>
    public SiteMirror? Read(string like)
    {
        try
        {
            return ReadRecord() is { } record ? SiteMirror.Open(Mirror, record, like) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <returns>The pages as they were read before; none where nothing can be believed.</returns>
    /// <param name="builder">As in <see cref="KeptPages.Write"/>.</param>
    public KeptPages ReadPages(string builder) => new(ReadPages(PagesName, builder), ReadPages(ChangedPagesName, builder));

    /// <summary>Keeps pages for the next build. Where the disk does not take them, they are read again.</summary>
    /// <param name="builder">As in <see cref="KeptPages.Write"/>.</param>
    /// <param name="before">What was read.</param>
    /// <param name="now">What is to be read next time.</param>
    public void KeepPages(string builder, KeptPages before, PageMemory now)
    {
        if (now.Kept.All(before.Has))
        {
            return;
        }

        var all = now.Kept.OrderBy(page => page.Path, StringComparer.Ordinal).ToList();
        var changed = all.Where(page => !before.HasWritten(page)).ToList();
        pagesWritten = [ChangedPagesName];
        try
        {
            if (changed.Count * PagesToOneChanged > all.Count)
            {
                pagesWritten = [PagesName, ChangedPagesName];
                WritePages(PagesName, builder, all);
                changed = [];
            }

            WritePages(ChangedPagesName, builder, changed);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next build reads what it does not find.
        }
    }

    /// <summary>Forgets the pages that this run has kept: one of them may hold what must not be published.</summary>
    public void ForgetPages()
    {
        try
        {
            foreach (var name in pagesWritten)
            {
                File.Delete(Path.Combine(root, name));
                DeleteTexts(name, "");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What cannot be deleted lies in the user's own folder, where nobody else reads.
        }
    }

    /// <summary>
    /// Writes the texts first, into a file of another name each time: this build may still read the last one, and not every system replaces a file that is open. Pages whose texts are not
    /// there are worth nothing.
    /// </summary>
    private void WritePages(string name, string builder, List<KnownPage> pages)
    {
        var texts = name + OfTexts + Path.GetRandomFileName();
        PrivateFolder.WriteWhole(Path.Combine(root, texts), file =>
        {
            foreach (var text in KeptPages.Texts(pages))
            {
                file.Write(text.Span);
            }
        }, replaces: false);
        seal.Write(Path.Combine(root, name), KeptPages.Write(builder, texts, pages));
        DeleteTexts(name, texts);
    }

    /// <summary>Deletes texts of pages, those of earlier versions of the program too.</summary>
    /// <param name="but">Name of the file that stays; or empty.</param>
    private void DeleteTexts(string name, string but)
    {
        foreach (var file in Directory.EnumerateFiles(root, name + OfTexts.TrimEnd('-') + "*").Where(file => Path.GetFileName(file) != but))
        {
            File.Delete(file);
        }
    }

    private SiteRecord? ReadRecord() => seal.Read(Path.Combine(root, RecordName)) is { } bytes ? SiteRecord.Read(bytes) : null;

    private List<KnownPage> ReadPages(string name, string builder)
    {
        try
        {
            return seal.Read(Path.Combine(root, name)) is { } bytes ? KeptPages.Read(builder, bytes, texts => KeptTexts.Open(Path.Combine(root, texts))) : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Lets <paramref name="publish"/> change the mirror, and writes down what has come of it. Where it is interrupted, the next build believes nothing.</summary>
    /// <param name="publish">Null where the new site is out, but the mirror is not whole.</param>
    public void Change(Func<SiteRecord?> publish)
    {
        ForgetSite();
        Keep(publish());
    }

    /// <summary>Mirrors a site that was just published as a whole. The site is out already: where the mirror fails, there is none.</summary>
    /// <param name="output">The published site.</param>
    /// <param name="draft">As in <see cref="SiteMirror.Make"/>.</param>
    /// <param name="site">What was published.</param>
    public void Make(string output, string draft, NewSite site)
    {
        try
        {
            ForgetSite();
            FolderSwap.Delete(Mirror);
            Keep(SiteMirror.Make(Mirror, output, draft, site));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            FolderSwap.TryDelete(Mirror);
        }
    }

    /// <summary>Removes what is kept of output folders that are gone or that no build has used for two months.</summary>
    public static void Prune(SiteEnvironment environment)
    {
        var sites = Path.Combine(environment.CacheFolder, Sites);
        try
        {
            foreach (var folder in Directory.Exists(sites) ? Directory.GetDirectories(sites) : [])
            {
                if (FileStamps.IsOwn(folder))
                {
                    PruneOne(folder);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next build tries again.
        }
    }

    private static void PruneOne(string folder)
    {
        var whose = new FileInfo(Path.Combine(folder, Whose));
        var record = new FileInfo(Path.Combine(folder, RecordName));
        if (!whose.Exists || !Directory.Exists(File.ReadAllText(whose.FullName)) || (record.Exists ? record : whose).LastWriteTimeUtc < DateTime.UtcNow - Kept)
        {
            FolderSwap.TryDelete(folder);
        }
    }

    /// <exception cref="IOException">They cannot be taken away.</exception>
    private void ForgetSite()
    {
        foreach (var name in new[] { ReportName, RecordName })
        {
            var path = Path.Combine(root, name);
            FolderSwap.Delete(path);
            File.Delete(path);
        }
    }

    private void Keep(SiteRecord? record)
    {
        try
        {
            if (record is not null)
            {
                seal.Write(Path.Combine(root, RecordName), record.Write());
                return;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The site is out. What cannot be written down cannot be believed either.
        }

        FolderSwap.TryDelete(Mirror);
    }

    private static string FolderOf(SiteEnvironment environment, string output) =>
        Path.Combine(environment.CacheFolder, Sites, Convert.ToHexStringLower(Sha256.HashData(Encoding.UTF8.GetBytes(output)))[..32]);
}
