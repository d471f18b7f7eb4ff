using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Site.Core.Sources;

/// <summary>A SHA-256 hash or one with a key, as a value. The default one, all zero, is the hash of nothing that anybody knows.</summary>
public readonly record struct Digest
{
    /// <summary>Bytes of a digest.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private readonly UInt128 first;
    private readonly UInt128 second;

    /// <param name="bytes">32 bytes.</param>
    public Digest(ReadOnlySpan<byte> bytes) =>
        (first, second) = (BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    /// <returns>The SHA-256 hash of the bytes.</returns>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(bytes, hash);
        return new(hash);
    }

    /// <returns>The hash of several digests in their order.</returns>
    public static Digest Of(params ReadOnlySpan<Digest> parts)
    {
        var bytes = new byte[parts.Length * Length];
        for (var at = 0; at < parts.Length; at++)
        {
            parts[at].CopyTo(bytes.AsSpan(at * Length));
        }

        return Of(bytes);
    }

    /// <param name="to">Takes 32 bytes.</param>
    public void CopyTo(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt128BigEndian(to, first);
        BinaryPrimitives.WriteUInt128BigEndian(to[16..], second);
    }

    /// <returns>64 hexadecimal digits.</returns>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    /// <returns>32 bytes.</returns>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }
}
