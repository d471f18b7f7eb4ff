using System.Text;
using Site.Content.Loading;

namespace Site.Cli.Publishing;

/// <summary>Pages as builds have read them: once all were written down, since then only those that changed.</summary>
internal sealed class KeptPages
{
    /// <summary>To be raised when the form of the bytes changes.</summary>
    private const int Form = 1;

    private readonly Dictionary<string, KnownPage> written;

    /// <param name="all">As they were when all were written.</param>
    /// <param name="changed">Those that have changed since.</param>
    public KeptPages(IEnumerable<KnownPage> all, IEnumerable<KnownPage> changed)
    {
        written = all.ToDictionary(page => page.Path, StringComparer.Ordinal);
        var latest = new Dictionary<string, KnownPage>(written, StringComparer.Ordinal);
        foreach (var page in changed)
        {
            latest[page.Path] = page;
        }

        Memory = new(latest.Values);
    }

    /// <summary>The pages as they were read last.</summary>
    public PageMemory Memory { get; }

    /// <returns>Whether a page was kept as it is.</returns>
    public bool Has(KnownPage page) => IsSame(Memory.Find(page.Path), page);

    /// <returns>Whether a page was as it is when all were written.</returns>
    public bool HasWritten(KnownPage page) => IsSame(written.GetValueOrDefault(page.Path), page);

    /// <returns>The pages as pieces of bytes, one after another.</returns>
    /// <param name="builder">What reads such pages: the program, the day, drafts or not. Another one does not take them.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Write(string builder, IEnumerable<KnownPage> pages)
    {
        yield return Bytes(to =>
        {
            to.Write(Form);
            to.Write(builder);
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
                to.Write(page.Inward);
                to.Write(page.Page.Length);
                to.Write(page.Body.Length);
            });
            yield return page.Page;
            yield return page.Body;
        }
    }

    /// <param name="bytes">What <see cref="Write"/> gave, unchanged.</param>
    /// <returns>The pages; none where another reader wrote them.</returns>
    public static IEnumerable<KnownPage> Read(string builder, ReadOnlyMemory<byte> bytes)
    {
        var from = new ByteCursor(bytes);
        if (from.Int() != Form || from.Text() != builder)
        {
            yield break;
        }

        while (!from.IsAtEnd)
        {
            var path = from.Text();
            var stamp = from.Stamp();
            var (source, reader, outward, inward) = (from.Digest(), from.Digest(), from.Digest(), from.Digest());
            var (page, body) = (from.Int(), from.Int());
            yield return new(path, stamp == default ? null : stamp, source, from.Take(page), from.Take(body)) { Reader = reader, Outward = outward, Inward = inward };
        }
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
