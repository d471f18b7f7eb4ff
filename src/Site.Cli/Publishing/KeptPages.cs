using System.Text;
using Microsoft.Win32.SafeHandles;
using Site.Cli.Infrastructure;
using Site.Content.Loading;
using Site.Content.Markdown;
using Site.Core.Sources;

namespace Site.Cli.Publishing;

/// <summary>Pages as builds have read them: once all were written down, since then only those that changed.</summary>
internal sealed class KeptPages
{
    /// <summary>To be raised when the form of the bytes changes.</summary>
    private const int Form = 5;

    private readonly Dictionary<string, KnownPage> written;

    /// <param name="all">As they were when all were written.</param>
    /// <param name="changed">Those that have changed since.</param>
    public KeptPages(IEnumerable<KnownPage> all, IEnumerable<KnownPage> changed)
    {
        written = all.ToDictionary(page => page.Path, StringComparer.Ordinal);
        var latest = written;
        foreach (var page in changed)
        {
            latest = ReferenceEquals(latest, written) ? new(written, StringComparer.Ordinal) : latest;
            latest[page.Path] = page;
        }

        Memory = new(latest);
    }

    /// <summary>The pages as they were read last.</summary>
    public PageMemory Memory { get; }

    /// <returns>Whether a page was kept as it is.</returns>
    public bool Has(KnownPage page) => IsSame(Memory.Find(page.Path), page);

    /// <returns>Whether a page was as it is when all were written.</returns>
    public bool HasWritten(KnownPage page) => IsSame(written.GetValueOrDefault(page.Path), page);

    /// <returns>The pages without the texts of their bodies as pieces of bytes, one after another.</returns>
    /// <param name="builder">What reads such pages: the program, the day, drafts or not. Another one does not take them.</param>
    /// <param name="texts">Name of the file with the texts.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Write(string builder, string texts, IReadOnlyList<KnownPage> pages)
    {
        yield return Bytes(to =>
        {
            to.Write(Form);
            to.Write(builder);
            to.Write(texts);
            to.Write(pages.Count);
        });
        foreach (var page in pages)
        {
            yield return Bytes(to =>
            {
                to.Write(page.Path);
                to.Write(page.Stamp.GetValueOrDefault());
                to.Write(page.Source);
                to.Write(page.Reader);
                to.Write(page.Outward);
                to.Write(page.Skeleton);
                to.Write(page.Inward);
                to.Write(page.Fragments);
                to.Write(page.Page.Length);
                to.Write(page.Inside.Length);
                to.Write(page.Text.Length);
            });
            yield return page.Page;
            yield return page.Inside;
        }
    }

    /// <returns>The texts of the bodies, one after another.</returns>
    public static IEnumerable<ReadOnlyMemory<byte>> Texts(IReadOnlyList<KnownPage> pages) => pages.Select(page => page.Text.Load());

    /// <param name="bytes">What <see cref="Write"/> gave, unchanged.</param>
    /// <param name="open">Opens the file of this name with what <see cref="Texts"/> gave of the same pages, or gives null; it may have been changed since, which is found when one is asked for.</param>
    /// <returns>The pages; none where another reader wrote them or their texts are gone.</returns>
    public static List<KnownPage> Read(string builder, ReadOnlyMemory<byte> bytes, Func<string, KeptTexts?> open)
    {
        var from = new ByteCursor(bytes);
        if (from.Int() != Form || from.Text() != builder || open(from.Text()) is not { } texts)
        {
            return [];
        }

        var pages = new List<KnownPage>(from.Int());
        var offset = 0L;
        while (!from.IsAtEnd)
        {
            var path = from.Text();
            var stamp = from.Stamp();
            var (source, reader, outward, skeleton, inward, fragments) = (from.Digest(), from.Digest(), from.Digest(), from.Digest(), from.Digest(), from.Digest());
            var (page, inside, text) = (from.Int(), from.Int(), from.Int());
            var (pageBytes, insideBytes) = (from.Take(page), from.Take(inside));
            pages.Add(new(path, stamp == default ? null : stamp, source, pageBytes, insideBytes, texts.At(offset, text, insideBytes, inward)) { Reader = reader, Outward = outward, Skeleton = skeleton, Inward = inward, Fragments = fragments });
            offset += text;
        }

        return pages;
    }

    private static bool IsSame(KnownPage? before, KnownPage now) => before is not null && before.Source == now.Source && before.Reader == now.Reader && before.Stamp == now.Stamp;

    private static ReadOnlyMemory<byte> Bytes(Action<BinaryWriter> write)
    {
        var bytes = new MemoryStream(256);
        using (var to = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            write(to);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}

/// <summary>The texts of kept pages, one after another in a file. It stays open as long as one of them may be asked for, so that it is the same file to the end, though another build takes it away.</summary>
internal sealed class KeptTexts
{
    private readonly SafeFileHandle file;

    private KeptTexts(SafeFileHandle file) => this.file = file;

    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static KeptTexts? Open(string path) => File.Exists(path) ? new(File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete)) : null;

    /// <returns>A text, read when it is asked for, and believed where page and text together have the hash that the page is known by.</returns>
    /// <param name="offset">Bytes before it.</param>
    /// <param name="inside">As in <see cref="KnownPage.Inside"/>.</param>
    /// <param name="inward">As in <see cref="KnownPage.Inward"/>.</param>
    public LateBytes At(long offset, int length, ReadOnlyMemory<byte> inside, Digest inward) => new KeptText(this, offset, length, inside, inward);

    private sealed class KeptText(KeptTexts texts, long offset, int length, ReadOnlyMemory<byte> inside, Digest inward) : LateBytes(length)
    {
        public override ReadOnlyMemory<byte> Load()
        {
            var text = new byte[Length];
            return texts.Fill(text, offset) && KnownPage.InwardOf(inside, text) == inward ? text : throw new KeptPageLostException();
        }
    }

    private bool Fill(Span<byte> text, long offset)
    {
        try
        {
            for (var at = 0; at < text.Length;)
            {
                var read = RandomAccess.Read(file, text[at..], offset + at);
                if (read == 0)
                {
                    return false;
                }

                at += read;
            }

            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
