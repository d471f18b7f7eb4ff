using System.Buffers;

namespace Site.Checking.Leaks.Decoding;

/// <summary>Decoded bytes, with the way back to the bytes they came from.</summary>
internal sealed class Decoded
{
    private readonly ArrayBufferWriter<byte> written = new(1024);
    private readonly List<(int Here, int There, int Step)> places = [];

    public int Length => written.WrittenCount;

    public ReadOnlySpan<byte> Bytes => written.WrittenSpan;

    /// <summary>Takes over bytes as they are.</summary>
    public void Copy(ReadOnlySpan<byte> from, int start, int end)
    {
        if (end > start)
        {
            places.Add((Length, start, 1));
            written.Write(from[start..end]);
        }
    }

    /// <summary>Adds what an escape stood for.</summary>
    /// <param name="at">Where the escape stood.</param>
    /// <param name="step">How many bytes of the source each of them takes.</param>
    public void Add(ReadOnlySpan<byte> bytes, int at, int step = 1)
    {
        places.Add((Length, at, step));
        written.Write(bytes);
    }

    /// <summary>Parts two stretches that do not belong together.</summary>
    public void Cut(int at) => Add("\0\u0001\0"u8, at);

    /// <returns>Where in the source a byte comes from, or near it.</returns>
    public int Origin(int at)
    {
        var index = places.BinarySearch((at, int.MaxValue, 0));
        var (here, there, step) = places[Math.Max(0, (index < 0 ? ~index : index) - 1)];
        return there + ((at - here) * step);
    }
}
