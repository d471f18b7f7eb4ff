using System.Security.Cryptography;
using System.Text;
using Site.Core.Sources;

namespace Site.Cli.Infrastructure;

/// <summary>
/// The key by which a build knows again what builds of this user have kept. It lies in another folder than the cache: who can read or write the cache alone (a copy from another
/// machine, a shared folder, a restored archive) can neither put anything into it nor try out what it was made from.
/// </summary>
internal sealed class CacheSeal
{
    private const int HashLength = Sha256.HashSizeInBytes;
    private readonly byte[] key;

    private CacheSeal(byte[] key) => this.key = key;

    /// <returns>The seal of this user, made where there is none yet; null where the key cannot be kept, or others could have written it: then nothing is kept and nothing believed.</returns>
    /// <param name="folder">Where the key lies, absolute; it may be missing.</param>
    public static CacheSeal? Open(string folder)
    {
        var path = Path.Combine(folder, "cache.key");
        try
        {
            PrivateFolder.Make(folder);
            if (!File.Exists(path))
            {
                PrivateFolder.WriteWhole(path, file => file.Write(SiteEnvironment.RandomKey()), replaces: false);
            }

            return FileStamps.IsOwn(folder) && FileStamps.IsOwn(path) && File.ReadAllBytes(path) is { Length: SiteEnvironment.RandomKeyLength } key ? new(key) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <returns>A seal that nothing bears after this process.</returns>
    public static CacheSeal OfProcess() => new(SiteEnvironment.RandomKey());

    /// <returns>A hash of 32 bytes that nobody can make or check without the key.</returns>
    public Sha256 Start() => Sha256.StartWithKey(key);

    /// <returns>What <see cref="Write"/> wrote at this path with this key, to the last byte; null where it is missing, damaged, forged or from elsewhere.</returns>
    public ReadOnlyMemory<byte>? Read(string path)
    {
        try
        {
            if (!File.Exists(path) || !FileStamps.IsOwn(path) || File.ReadAllBytes(path) is not { Length: >= HashLength } bytes)
            {
                return null;
            }

            using var hash = Start(path);
            hash.AppendData(bytes.AsSpan(..^HashLength));
            if (!CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), bytes.AsSpan(^HashLength..)))
            {
                return null;
            }

            return bytes.AsMemory(..^HashLength);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes pieces one after another, and behind them the hash of all: whole or not at all.</summary>
    /// <param name="path">In a private folder, absolute.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    public void Write(string path, IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        using var hash = Start(path);
        PrivateFolder.WriteWhole(path, file =>
        {
            foreach (var piece in pieces)
            {
                hash.AppendData(piece.Span);
                file.Write(piece.Span);
            }

            file.Write(hash.GetHashAndReset());
        }, replaces: true);
    }

    private Sha256 Start(string path)
    {
        var hash = Start();
        hash.AppendData(Encoding.UTF8.GetBytes(path + '\0'));
        return hash;
    }
}
