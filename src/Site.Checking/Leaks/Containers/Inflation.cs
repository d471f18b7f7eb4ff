using System.Buffers;

namespace Site.Checking.Leaks.Containers;

/// <summary>Reads compressed streams up to a bound that all parts of a file share.</summary>
internal sealed class Inflation
{
    /// <summary>Bytes that all parts of one file together may have.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>How many times larger than its compressed form a part may be, once it has a megabyte.</summary>
    private const int LargestRatio = 200;

    private const int RatioCounts = 1024 * 1024;
    private long left = MostBytes;

    /// <returns>All bytes, or why they cannot be had.</returns>
    public Part Read(string name, Stream stream, long compressed)
    {
        var writer = new ArrayBufferWriter<byte>(4096);
        try
        {
            while (true)
            {
                var read = stream.Read(writer.GetSpan(4096));
                if (read == 0)
                {
                    return new(name, writer.WrittenSpan.ToArray());
                }

                writer.Advance(read);
                left -= read;
                if (left < 0)
                {
                    return Part.Closed(name, "解压后超过 64 MB。");
                }

                if (writer.WrittenCount > RatioCounts && writer.WrittenCount > Math.Max(1, compressed) * LargestRatio)
                {
                    return Part.Closed(name, $"解压后是原来的 {LargestRatio} 倍以上，像是压缩炸弹。");
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return writer.WrittenCount > 0 ? new(name, writer.WrittenSpan.ToArray(), "压缩数据不完整。") : Part.Closed(name, "压缩数据不能解开。");
        }
    }
}
