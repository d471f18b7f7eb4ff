using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Site.Core.Sources;

/// <summary>SHA-256 (FIPS 180-4), and HMAC with it (RFC 2104).</summary>
/// <remarks>
/// .NET asks the system for it. On Linux that is OpenSSL, which small images lack, and .NET ends the process where it is not found. There, and there alone,
/// it is worked out here, at a fifth of the speed.
/// </remarks>
public sealed class Sha256 : IDisposable
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashSizeInBytes = SHA256.HashSizeInBytes;

    /// <summary>Where .NET looks for OpenSSL (src/native/libs/System.Security.Cryptography.Native/opensslshim.c).</summary>
    private static readonly string[] OpenSslNames = ["libssl.so.3", "libssl.so.1.1", "libssl.so.1.0.2", "libssl.so.1.0.0", "libssl.so.10"];

    private readonly IncrementalHash? system;
    private readonly OwnSha256? own;

    private Sha256(byte[]? key, bool isOfSystem)
    {
        system = !isOfSystem ? null : key is null ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        own = isOfSystem ? null : new(key);
    }

    /// <summary>Whether the system can do it: on Linux, whether there is OpenSSL, which .NET needs for TLS too.</summary>
    public static bool IsOfSystem { get; } = !OperatingSystem.IsLinux() || OpenSslNames.Any(name => NativeLibrary.TryLoad(name, out _));

    /// <returns>The hash of what will be appended.</returns>
    public static Sha256 Start() => new(null, IsOfSystem);

    /// <returns>The HMAC of what will be appended.</returns>
    public static Sha256 StartWithKey(byte[] key) => new(key, IsOfSystem);

    /// <returns>32 bytes.</returns>
    public static byte[] HashData(ReadOnlySpan<byte> bytes)
    {
        var hash = new byte[HashSizeInBytes];
        HashData(bytes, hash);
        return hash;
    }

    /// <param name="bytes">What to hash.</param>
    /// <param name="hash">Takes 32 bytes.</param>
    public static void HashData(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        if (IsOfSystem)
        {
            SHA256.HashData(bytes, hash);
            return;
        }

        var all = new OwnSha256(null);
        all.Append(bytes);
        all.Finish(hash);
    }

    /// <summary>Adds bytes behind those before.</summary>
    public void AppendData(ReadOnlySpan<byte> bytes)
    {
        system?.AppendData(bytes);
        own?.Append(bytes);
    }

    /// <returns>32 bytes. What is appended next belongs to another hash.</returns>
    public byte[] GetHashAndReset()
    {
        var hash = new byte[HashSizeInBytes];
        system?.GetHashAndReset(hash);
        own?.Finish(hash);
        return hash;
    }

    public void Dispose() => system?.Dispose();

    /// <returns>As <see cref="Start"/> or <see cref="StartWithKey"/>, where the system has no OpenSSL.</returns>
    internal static Sha256 StartWithoutSystem(byte[]? key) => new(key, isOfSystem: false);
}

/// <summary>SHA-256 step by step, and with a key HMAC.</summary>
internal sealed class OwnSha256
{
    private const int BlockLength = 64;

    /// <summary>The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).</summary>
    private static readonly uint[] Rounds =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    private readonly uint[] state = new uint[8];
    private readonly uint[] words = new uint[64];
    private readonly byte[] block = new byte[BlockLength];
    private readonly byte[]? key;
    private int filled;
    private ulong length;

    /// <param name="key">Of the HMAC; null for a plain hash.</param>
    public OwnSha256(byte[]? key)
    {
        if (key is not null)
        {
            this.key = new byte[BlockLength];
            (key.Length > BlockLength ? Hash(key) : key).CopyTo(this.key, 0);
        }

        Begin();
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        length += (ulong)bytes.Length;
        if (filled > 0)
        {
            var taken = Math.Min(BlockLength - filled, bytes.Length);
            bytes[..taken].CopyTo(block.AsSpan(filled));
            filled += taken;
            bytes = bytes[taken..];
            if (filled < BlockLength)
            {
                return;
            }

            Take(block);
            filled = 0;
        }

        for (; bytes.Length >= BlockLength; bytes = bytes[BlockLength..])
        {
            Take(bytes);
        }

        bytes.CopyTo(block);
        filled = bytes.Length;
    }

    /// <param name="hash">Takes 32 bytes. What is appended next belongs to another hash.</param>
    public void Finish(Span<byte> hash)
    {
        End(hash);
        if (key is not null)
        {
            Restart();
            AppendKey(0x5c);
            Append(hash[..Sha256.HashSizeInBytes]);
            End(hash);
        }

        Begin();
    }

    private static byte[] Hash(byte[] bytes)
    {
        var hash = new byte[Sha256.HashSizeInBytes];
        var one = new OwnSha256(null);
        one.Append(bytes);
        one.Finish(hash);
        return hash;
    }

    private void Begin()
    {
        Restart();
        if (key is not null)
        {
            AppendKey(0x36);
        }
    }

    /// <summary>The first 32 bits of the fractions of the square roots of the first eight primes (FIPS 180-4, 5.3.3).</summary>
    private void Restart()
    {
        ReadOnlySpan<uint> first = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
        first.CopyTo(state);
        (filled, length) = (0, 0);
    }

    private void AppendKey(byte pad)
    {
        Span<byte> padded = stackalloc byte[BlockLength];
        for (var at = 0; at < BlockLength; at++)
        {
            padded[at] = (byte)(key![at] ^ pad);
        }

        Append(padded);
    }

    /// <summary>A bit 1, zeros, and the length in bits, to a whole block (FIPS 180-4, 5.1.1).</summary>
    private void End(Span<byte> hash)
    {
        var bits = length * 8;
        Span<byte> padding = stackalloc byte[(filled < BlockLength - 8 ? BlockLength : 2 * BlockLength) - filled];
        padding.Clear();
        padding[0] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padding[^8..], bits);
        Append(padding);
        for (var at = 0; at < state.Length; at++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash[(at * 4)..], state[at]);
        }
    }

    /// <summary>Takes one block (FIPS 180-4, 6.2.2).</summary>
    private void Take(ReadOnlySpan<byte> bytes)
    {
        var w = words;
        for (var t = 0; t < 16; t++)
        {
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(bytes[(t * 4)..]);
        }

        for (var t = 16; t < w.Length; t++)
        {
            var s0 = BitOperations.RotateRight(w[t - 15], 7) ^ BitOperations.RotateRight(w[t - 15], 18) ^ (w[t - 15] >> 3);
            var s1 = BitOperations.RotateRight(w[t - 2], 17) ^ BitOperations.RotateRight(w[t - 2], 19) ^ (w[t - 2] >> 10);
            w[t] = w[t - 16] + s0 + w[t - 7] + s1;
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var t = 0; t < w.Length; t++)
        {
            var s1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            var s0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            var first = h + s1 + ((e & f) ^ (~e & g)) + Rounds[t] + w[t];
            var second = s0 + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
