using System.Runtime.InteropServices;
using System.Text;
using Site.Cli.Infrastructure;
using Site.Core.Sources;
using Site.Rendering.Search;

namespace Site.Cli.Publishing;

/// <summary>What is known of the site that the last build published. It is read once from its bytes and never changes.</summary>
internal sealed record SiteRecord
{
    /// <summary>To be raised when the form of the bytes changes.</summary>
    private const int Form = 3;

    /// <summary>So many bytes are given at once, and a row more.</summary>
    private const int BytesOfPiece = 32 * 1024;

    /// <summary>What everything in the site depends on: program, settings, day, <c>input/</c>. A hash with the key of the cache, so that nothing can be tried against it.</summary>
    public required Digest Ground { get; init; }

    /// <summary>The files, <c>build.json</c> too, by path in the output folder.</summary>
    public required IReadOnlyDictionary<string, KnownFile> Files { get; init; }

    /// <summary>The folders by path in the output folder; the folder itself is not among them.</summary>
    public required IReadOnlyDictionary<string, KnownFolder> Folders { get; init; }

    /// <summary>Of the search index among the files; null where there is none.</summary>
    public IndexNumbers? Index { get; init; }

    /// <returns>The bytes from which <see cref="Read"/> makes an equal one, piece by piece; each is gone when the next one is asked for.</returns>
    public IEnumerable<ReadOnlyMemory<byte>> Write()
    {
        var bytes = new MemoryStream(2 * BytesOfPiece);
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        to.Write(Form);
        to.Write(Ground);
        to.Write(Files.Count);
        foreach (var (path, file) in Files)
        {
            to.Write(path);
            to.Write(file.Key);
            to.Write(file.Hash);
            to.Write(file.Stamp);
            if (bytes.Length > BytesOfPiece)
            {
                yield return Piece();
            }
        }

        to.Write(Folders.Count);
        foreach (var (path, folder) in Folders)
        {
            to.Write(path);
            to.Write(folder.Published);
            to.Write(folder.Mirrored);
            if (bytes.Length > BytesOfPiece)
            {
                yield return Piece();
            }
        }

        to.Write(Index?.Shards.Length ?? 0);
        foreach (var shard in Index?.Shards ?? [])
        {
            to.Write((int)shard.Weight);
            to.Write(shard.HasMore ? 1 : 0);
            to.Write(shard.Characters);
        }

        to.Write(Index?.Documents.Length ?? 0);
        foreach (var document in Index?.Documents ?? [])
        {
            to.Write(document);
            if (bytes.Length > BytesOfPiece)
            {
                yield return Piece();
            }
        }

        yield return Piece();

        ReadOnlyMemory<byte> Piece()
        {
            var written = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
            bytes.SetLength(0);
            return written;
        }
    }

    /// <param name="bytes">What <see cref="Write"/> gave, unchanged.</param>
    /// <returns>The record; null where another version of the program wrote it in another form.</returns>
    public static SiteRecord? Read(ReadOnlyMemory<byte> bytes)
    {
        var from = new ByteCursor(bytes);
        if (from.Int() != Form)
        {
            return null;
        }

        var ground = from.Digest();
        var count = from.Int();
        var files = new Dictionary<string, KnownFile>(count, StringComparer.Ordinal);
        for (var at = 0; at < count; at++)
        {
            files.Add(from.Text(), new(from.Digest(), from.Digest(), from.Stamp()));
        }

        count = from.Int();
        var folders = new Dictionary<string, KnownFolder>(count, StringComparer.Ordinal);
        for (var at = 0; at < count; at++)
        {
            folders.Add(from.Text(), new(from.Stamp(), from.Stamp()));
        }

        var shards = new ShardNumbers[from.Int()];
        for (var at = 0; at < shards.Length; at++)
        {
            shards[at] = new(from.Int(), from.Int() != 0, from.Text());
        }

        var documents = new Digest[from.Int()];
        for (var at = 0; at < documents.Length; at++)
        {
            documents[at] = from.Digest();
        }

        return new() { Ground = ground, Files = files, Folders = folders, Index = shards.Length == 0 ? null : new(ImmutableCollectionsMarshal.AsImmutableArray(documents), ImmutableCollectionsMarshal.AsImmutableArray(shards)) };
    }
}

/// <summary>A file of the published site.</summary>
/// <param name="Key">What it was made from (<see cref="OutputFile.Key"/>); the empty digest where that is not known.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Stamp">As it was when it was published; its length is that of the file.</param>
internal sealed record KnownFile(Digest Key, Digest Hash, FileStamp Stamp);

/// <summary>A folder of the published site, with its stamps there and in the mirror.</summary>
internal sealed record KnownFolder(FileStamp Published, FileStamp Mirrored);
