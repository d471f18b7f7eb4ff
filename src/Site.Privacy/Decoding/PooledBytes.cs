using System.Buffers;

namespace Site.Privacy.Decoding;

/// <summary>Bytes that are written one after the other, in memory that is used again when they are disposed of: large arrays are dear to make and to clear.</summary>
/// <param name="expected">How many there will be, as far as is known; at least 1.</param>
internal sealed class PooledBytes(int expected) : IBufferWriter<byte>, IDisposable
{
    private byte[] written = ArrayPool<byte>.Shared.Rent(expected);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => written.AsSpan(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => WithRoom(sizeHint).AsMemory(Length);

    public Span<byte> GetSpan(int sizeHint = 0) => WithRoom(sizeHint).AsSpan(Length);

    /// <summary>Gives the memory back; what <see cref="Bytes"/> returned must not be used after it.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(written);
        (written, Length) = ([], 0);
    }

    private byte[] WithRoom(int more)
    {
        var least = Length + Math.Max(1, more);
        if (written.Length < least)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(written.Length * 2, least));
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(written);
            written = larger;
        }

        return written;
    }
}
