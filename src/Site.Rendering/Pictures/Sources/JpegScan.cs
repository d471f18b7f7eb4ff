namespace Site.Rendering.Pictures.Sources;

/// <summary>
/// Follows the codes of a scan without drawing: every block has its codes, no block has more than 64 coefficients, and a marker stands behind the last.
/// A decoder would fill what is missing with gray.
/// </summary>
/// <remarks>ITU-T T.81, sections F.2.2 and G.2.</remarks>
internal ref struct JpegScan
{
    private readonly JpegFrame frame;
    private readonly int first;
    private readonly int last;
    private readonly bool isRefining;
    private JpegBits bits;
    private int ended;

    private JpegScan(JpegFrame frame, int first, int last, bool isRefining, JpegBits bits)
    {
        (this.frame, this.first, this.last, this.isRefining) = (frame, first, last, isRefining);
        this.bits = bits;
    }

    /// <param name="frame">Takes which coefficients are there.</param>
    /// <param name="header">The segment before the codes.</param>
    /// <param name="tables">As <see cref="JpegTable.Read"/> fills them.</param>
    /// <param name="interval">Units between two restart markers; 0 for none.</param>
    /// <param name="codes">From the codes to the end of the file.</param>
    /// <returns>How many bytes the codes take.</returns>
    /// <exception cref="InvalidDataException">The scan is cut off or damaged.</exception>
    public static int Follow(JpegFrame frame, ReadOnlySpan<byte> header, JpegTable?[] tables, int interval, ReadOnlySpan<byte> codes)
    {
        var head = new PictureBytes(header);
        var count = head.Byte();
        if (count is < 1 or > 4 || count > frame.Components.Length)
        {
            throw new InvalidDataException();
        }

        var parts = new Part[count];
        for (var at = 0; at < count; at++)
        {
            var (id, table) = (head.Byte(), head.Byte());
            var component = Array.Find(frame.Components, part => part.Id == id) ?? throw new InvalidDataException();
            parts[at] = new(component, tables[(table >> 4) & 3], tables[4 + (table & 3)]);
        }

        var (first, last, precision) = (head.Byte(), head.Byte(), head.Byte());
        var isAllowed = frame.IsProgressive ? last <= 63 && first <= last && (first > 0 || last == 0) && (first == 0 || count == 1) : first == 0 && last == 63;
        if (!isAllowed)
        {
            throw new InvalidDataException();
        }

        var scan = new JpegScan(frame, first, last, precision >> 4 != 0, new(codes));
        scan.Units(parts, interval);
        return scan.bits.At;
    }

    private void Units(Part[] parts, int interval)
    {
        // A scan of one component has its blocks one by one, and none beyond its own edge.
        var only = parts.Length == 1 ? parts[0].Component : null;
        var across = only is null ? frame.UnitsAcross : JpegFrame.Up(JpegFrame.Up(frame.Width * only.Across, frame.Across), 8);
        var down = only is null ? frame.UnitsDown : JpegFrame.Up(JpegFrame.Up(frame.Height * only.Down, frame.Down), 8);
        foreach (var part in parts)
        {
            part.Component.HasScan = true;
            part.Component.Blocks ??= frame.IsProgressive ? new ulong[frame.UnitsAcross * part.Component.Across * frame.UnitsDown * part.Component.Down] : null;
        }

        for (var unit = 0; unit < across * down; unit++)
        {
            if (interval > 0 && unit > 0 && unit % interval == 0)
            {
                bits.Restart((unit / interval - 1) & 7);
                ended = 0;
            }

            var (row, column) = (unit / across, unit % across);
            if (only is not null)
            {
                Block(parts[0], row, column);
                continue;
            }

            foreach (var part in parts)
            {
                for (var block = 0; block < part.Component.Across * part.Component.Down; block++)
                {
                    Block(part, (row * part.Component.Down) + (block / part.Component.Across), (column * part.Component.Across) + (block % part.Component.Across));
                }
            }
        }
    }

    private void Block(Part part, int row, int column)
    {
        if (part.Component.Blocks is not { } blocks)
        {
            First(part);
            Rest(part, 1, 63, out _);
        }
        else if (first == 0)
        {
            if (isRefining)
            {
                bits.Next();
            }
            else
            {
                First(part);
            }
        }
        else
        {
            ref var known = ref blocks[(row * frame.UnitsAcross * part.Component.Across) + column];
            if (isRefining)
            {
                Refine(part, ref known);
            }
            else if (ended > 0)
            {
                ended--;
            }
            else
            {
                Rest(part, first, last, out var found);
                known |= found;
            }
        }
    }

    private void First(Part part)
    {
        var size = (part.First ?? throw new InvalidDataException()).Next(ref bits);
        bits.Next(size <= 11 ? size : throw new InvalidDataException());
    }

    private void Rest(Part part, int from, int to, out ulong found)
    {
        var table = part.Rest ?? throw new InvalidDataException();
        found = 0;
        for (var at = from; at <= to; at++)
        {
            var symbol = table.Next(ref bits);
            var (zeros, size) = (symbol >> 4, symbol & 15);
            if (size == 0 && zeros < 15)
            {
                ended = frame.IsProgressive ? (1 << zeros) + bits.Next(zeros) - 1 : zeros == 0 ? 0 : throw new InvalidDataException();
                return;
            }

            at += zeros;
            if (at > to)
            {
                throw new InvalidDataException();
            }

            if (size > 0)
            {
                bits.Next(size);
                found |= 1UL << at;
            }
        }
    }

    private void Refine(Part part, ref ulong known)
    {
        var table = part.Rest ?? throw new InvalidDataException();
        var at = first;
        while (ended == 0 && at <= last)
        {
            var symbol = table.Next(ref bits);
            var (zeros, size) = (symbol >> 4, symbol & 15);
            if (size == 0 && zeros < 15)
            {
                ended = (1 << zeros) + bits.Next(zeros);
                break;
            }

            if (size > 1)
            {
                throw new InvalidDataException();
            }

            bits.Next(size);
            for (; at <= last; at++)
            {
                if ((known >> at & 1) != 0)
                {
                    bits.Next();
                }
                else if (--zeros < 0)
                {
                    break;
                }
            }

            if (size > 0)
            {
                known |= at <= last ? 1UL << at : throw new InvalidDataException();
            }

            at++;
        }

        if (ended > 0)
        {
            for (; at <= last; at++)
            {
                if ((known >> at & 1) != 0)
                {
                    bits.Next();
                }
            }

            ended--;
        }
    }

    /// <summary>A component of the scan, with the codes of its first coefficient and of the rest.</summary>
    private readonly record struct Part(JpegComponent Component, JpegTable? First, JpegTable? Rest);
}
