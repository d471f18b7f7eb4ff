using System.Buffers.Binary;

namespace Site.Core.Sources;

/// <summary>A SHA-256 hash or one with a key, as a value. The default one, all zero, is the hash of nothing that anybody knows.</summary>
public readonly record struct Digest
{
    /// <summary>Bytes of a digest.</summary>
    public const int Length = Sha256.HashSizeInBytes;

    /// <summary>So many together need no array.</summary>
    private const int Few = 40;

    // No UInt128: what touches one is not compiled ahead of time (its layout is not the same everywhere), and nearly everything touches a digest.
    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    /// <param name="bytes">32 bytes.</param>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <returns>A part of it: that of a SHA-256 hash is as good as any.</returns>
    public override int GetHashCode() => (int)first;

    /// <returns>The SHA-256 hash of the bytes.</returns>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Length];
        Sha256.HashData(bytes, hash);
        return new(hash);
    }

    /// <returns>The hash of several digests in their order.</returns>
    public static Digest Of(params ReadOnlySpan<Digest> parts)
    {
        Span<byte> bytes = parts.Length <= Few ? stackalloc byte[parts.Length * Length] : new byte[parts.Length * Length];
        for (var at = 0; at < parts.Length; at++)
        {
            parts[at].CopyTo(bytes[(at * Length)..]);
        }

        return Of(bytes);
    }

    /// <param name="to">Takes 32 bytes.</param>
    public void CopyTo(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, first);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], second);
        BinaryPrimitives.WriteUInt64BigEndian(to[16..], third);
        BinaryPrimitives.WriteUInt64BigEndian(to[24..], fourth);
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
