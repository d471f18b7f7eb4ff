using System.Buffers.Binary;
using System.Text;
using Site.Core.Sources;

namespace Site.Cli.Infrastructure;

/// <summary>Reads what a <see cref="BinaryWriter"/> wrote, without copying it.</summary>
internal sealed class ByteCursor(ReadOnlyMemory<byte> bytes)
{
    private int at;

    public bool IsAtEnd => at == bytes.Length;

    /// <summary>The bytes that are left.</summary>
    public ReadOnlyMemory<byte> Rest => bytes[at..];

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)).Span);

    public Digest Digest() => new(Take(Core.Sources.Digest.Length).Span);

    public FileStamp Stamp() => new(Long(), Long(), Long(), Long(), Long());

    /// <summary>Its length in bytes in pieces of 7 bits, then UTF-8.</summary>
    public string Text() => Encoding.UTF8.GetString(TextBytes().Span);

    /// <returns>A text as it was written: in UTF-8.</returns>
    public ReadOnlyMemory<byte> TextBytes()
    {
        var (length, shift, part) = (0, 0, (byte)0);
        do
        {
            part = bytes.Span[at++];
            length |= (part & 0x7F) << shift;
            shift += 7;
        }
        while (part >= 0x80);

        return Take(length);
    }

    /// <returns>The next bytes, which are not copied.</returns>
    public ReadOnlyMemory<byte> Take(int length)
    {
        var taken = bytes.Slice(at, length);
        at += length;
        return taken;
    }

    private long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)).Span);
}

/// <summary>Writes what <see cref="ByteCursor"/> reads.</summary>
internal static class ByteWriting
{
    public static void Write(this BinaryWriter to, Digest digest)
    {
        Span<byte> bytes = stackalloc byte[Digest.Length];
        digest.CopyTo(bytes);
        to.Write(bytes);
    }

    public static void Write(this BinaryWriter to, FileStamp stamp)
    {
        to.Write(stamp.Device);
        to.Write(stamp.Inode);
        to.Write(stamp.Length);
        to.Write(stamp.Modified);
        to.Write(stamp.Changed);
    }
}
