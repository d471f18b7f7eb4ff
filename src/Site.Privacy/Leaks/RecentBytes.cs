using System.Runtime.InteropServices;

namespace Site.Privacy.Leaks;

/// <summary>Short runs of bytes in which nothing was found, as many as there are places: a later one takes the place of an earlier one.</summary>
/// <param name="places">How many are remembered at most.</param>
/// <remarks>They are compared byte for byte. Safe to use from several threads.</remarks>
internal sealed class RecentBytes(int places)
{
    private readonly Entry?[] all = new Entry?[places];

    /// <param name="bytes">What was looked at.</param>
    /// <param name="how">How it was looked at: another number is another look.</param>
    public bool Holds(ReadOnlySpan<byte> bytes, int how) =>
        Volatile.Read(ref all[PlaceOf(bytes, how)]) is { } known && known.How == how && bytes.SequenceEqual(known.Bytes);

    public void Add(ReadOnlySpan<byte> bytes, int how) => Volatile.Write(ref all[PlaceOf(bytes, how)], new(bytes.ToArray(), how));

    private int PlaceOf(ReadOnlySpan<byte> bytes, int how)
    {
        var hash = (ulong)how;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            hash = (hash ^ word) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 32;
        }

        return (int)(hash % (ulong)all.Length);
    }

    private sealed record Entry(byte[] Bytes, int How);
}
