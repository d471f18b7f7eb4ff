using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Site.Rendering.Pictures.Sharing;

/// <summary>
/// Fills shapes with a color, their edges smoothed. Additions, multiplications, divisions and rounding of doubles are all it takes, which IEEE 754 fixes,
/// so that the same shapes give the same pixels on every machine.
/// </summary>
/// <remarks>Exact area coverage, summed along each row (R. Levien, "Inside the fastest font renderer in the world").</remarks>
internal sealed class ShareCanvas(int width, int height, Rgba32 paper) : IDisposable
{
    /// <summary>Steps from no cover to full cover; few, so that the picture keeps a small palette.</summary>
    private const int Steps = 15;

    /// <summary>The sums of one part of a shape, all 0 between parts.</summary>
    private double[] cover = [];

    /// <summary>The steps of a shape.</summary>
    private byte[] steps = [];

    public Image<Rgba32> Pixels { get; } = new(width, height, paper);

    /// <summary>Fills what lies within any part of the shape.</summary>
    public void Fill(ShareShape shape, Rgba32 color)
    {
        if (shape.IsEmpty)
        {
            return;
        }

        var (left, top) = ((int)Math.Floor(shape.Left), Math.Max(0, (int)Math.Floor(shape.Top)));
        var (across, down) = ((int)Math.Ceiling(shape.Right) - left + 2, Math.Min(height, (int)Math.Ceiling(shape.Bottom)) - top);
        if (across <= 2 || down <= 0)
        {
            return;
        }

        if (steps.Length < across * down)
        {
            (steps, cover) = (new byte[across * down], new double[(across * down) + 2]);
        }

        Array.Clear(steps, 0, across * down);
        foreach (var part in shape.Parts)
        {
            var (firstColumn, firstRow, lastColumn, lastRow) = (across, down, 0, 0);
            foreach (var (x1, y1, x2, y2) in part)
            {
                Add(cover, across, down, x1 - left, y1 - top, x2 - left, y2 - top);
                (firstColumn, lastColumn) = (Math.Min(firstColumn, (int)Math.Floor(Math.Min(x1, x2)) - left), Math.Max(lastColumn, (int)Math.Ceiling(Math.Max(x1, x2)) - left));
                (firstRow, lastRow) = (Math.Min(firstRow, (int)Math.Floor(Math.Min(y1, y2)) - top), Math.Max(lastRow, (int)Math.Ceiling(Math.Max(y1, y2)) - top));
            }

            for (var row = Math.Max(0, firstRow); row < Math.Min(down, lastRow); row++)
            {
                var cells = new Range((row * across) + Math.Max(0, firstColumn - 1), (row * across) + Math.Min(across, lastColumn + 2));
                Sum(cover.AsSpan(cells), steps.AsSpan(cells));
            }
        }

        Pixels.ProcessPixelRows(rows =>
        {
            for (var row = 0; row < down; row++)
            {
                var pixels = rows.GetRowSpan(row + top);
                for (var at = Math.Max(0, -left); at < Math.Min(across, pixels.Length - left); at++)
                {
                    if (steps[(row * across) + at] is var step and > 0)
                    {
                        pixels[at + left] = Mix(pixels[at + left], color, step);
                    }
                }
            }
        });
    }

    public void Dispose() => Pixels.Dispose();

    /// <summary>Sums a row up, keeps what covers more than the parts before, and clears the sums.</summary>
    private static void Sum(Span<double> cover, Span<byte> steps)
    {
        var sum = 0.0;
        for (var at = 0; at < cover.Length; at++)
        {
            sum += cover[at];
            steps[at] = Math.Max(steps[at], (byte)((Math.Min(Math.Abs(sum), 1) * Steps) + 0.5));
        }

        cover.Clear();
    }

    private static Rgba32 Mix(Rgba32 below, Rgba32 above, int step)
    {
        return new(Channel(below.R, above.R), Channel(below.G, above.G), Channel(below.B, above.B));

        byte Channel(byte from, byte to) => (byte)(((from * (Steps - step)) + (to * step) + (Steps / 2)) / Steps);
    }

    /// <summary>Adds a line's part of the cover: in each row what lies right of it, by its signed area.</summary>
    private static void Add(double[] cover, int across, int down, double fromX, double fromY, double toX, double toY)
    {
        if (fromY == toY)
        {
            return;
        }

        var direction = fromY < toY ? 1.0 : -1.0;
        var (x, startY, endX, endY) = fromY < toY ? (fromX, fromY, toX, toY) : (toX, toY, fromX, fromY);
        var slope = (endX - x) / (endY - startY);
        if (startY < 0)
        {
            x -= startY * slope;
            startY = 0;
        }

        for (var row = (int)startY; row < Math.Min(down, Math.Ceiling(endY)); row++)
        {
            var height = Math.Min(row + 1, endY) - Math.Max(row, startY);
            var next = x + (slope * height);
            // A line may come out a rounding to the left of where it ends.
            var (left, right) = (Math.Max(0, Math.Min(x, next)), Math.Max(x, next));
            var (first, last) = ((int)Math.Floor(left), (int)Math.Ceiling(right));
            var (place, area) = ((row * across) + first, height * direction);
            if (last <= first + 1)
            {
                var share = (0.5 * (x + next)) - first;
                cover[place] += area - (area * share);
                cover[place + 1] += area * share;
            }
            else
            {
                var scale = 1 / (right - left);
                var (head, tail) = (1 - (left - first), right - last + 1);
                var (before, after) = (0.5 * scale * head * head, 0.5 * scale * tail * tail);
                cover[place] += area * before;
                if (last == first + 2)
                {
                    cover[place + 1] += area * (1 - before - after);
                }
                else
                {
                    var second = scale * (1.5 - (left - first));
                    cover[place + 1] += area * (second - before);
                    for (var at = first + 2; at < last - 1; at++)
                    {
                        cover[place + at - first] += area * scale;
                    }

                    cover[place + last - first - 1] += area * (1 - (second + ((last - first - 3) * scale)) - after);
                }

                cover[place + last - first] += area * after;
            }

            x = next;
        }
    }
}

/// <summary>Outlines as straight lines, in pixels from the upper left corner. What lies within any of its parts belongs to the shape.</summary>
internal sealed class ShareShape : IOutlinePen
{
    /// <summary>How many lines stand for a curve: at the sizes of these pictures none is seen.</summary>
    private const int CurveLines = 10;

    /// <summary>Of a curve that is nearest to a quarter of a circle, how far its handles reach, in radii.</summary>
    private const double Quarter = 0.5522847498307936;

    private double x, y, startX, startY;

    public List<List<(double X1, double Y1, double X2, double Y2)>> Parts { get; } = [[]];

    public bool IsEmpty => Right < Left;

    public double Left { get; private set; } = double.MaxValue;

    public double Top { get; private set; } = double.MaxValue;

    public double Right { get; private set; } = double.MinValue;

    public double Bottom { get; private set; } = double.MinValue;

    public void NewPart() => Parts.Add([]);

    public void Move(double toX, double toY) => (x, y, startX, startY) = (toX, toY, toX, toY);

    public void Line(double toX, double toY)
    {
        Parts[^1].Add((x, y, toX, toY));
        (Left, Right) = (Math.Min(Left, Math.Min(x, toX)), Math.Max(Right, Math.Max(x, toX)));
        (Top, Bottom) = (Math.Min(Top, Math.Min(y, toY)), Math.Max(Bottom, Math.Max(y, toY)));
        (x, y) = (toX, toY);
    }

    public void Curve(double x1, double y1, double x2, double y2, double toX, double toY)
    {
        var (fromX, fromY) = (x, y);
        for (var at = 1; at <= CurveLines; at++)
        {
            var (t, u) = (at / (double)CurveLines, 1 - (at / (double)CurveLines));
            var (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t);
            Line((a * fromX) + (b * x1) + (c * x2) + (d * toX), (a * fromY) + (b * y1) + (c * y2) + (d * toY));
        }
    }

    public void Close()
    {
        Line(startX, startY);
        (x, y) = (startX, startY);
    }

    public void Polygon(params ReadOnlySpan<(double X, double Y)> corners)
    {
        Move(corners[0].X, corners[0].Y);
        foreach (var corner in corners[1..])
        {
            Line(corner.X, corner.Y);
        }

        Close();
    }

    public void Circle(double centerX, double centerY, double radius) => Box(centerX - radius, centerY - radius, 2 * radius, 2 * radius, radius);

    /// <param name="corner">Radius of the corners, 0 or more.</param>
    public void Box(double left, double top, double across, double down, double corner = 0)
    {
        var (right, bottom, rest) = (left + across, top + down, corner * (1 - Quarter));
        Move(left + corner, top);
        Line(right - corner, top);
        Curve(right - rest, top, right, top + rest, right, top + corner);
        Line(right, bottom - corner);
        Curve(right, bottom - rest, right - rest, bottom, right - corner, bottom);
        Line(left + corner, bottom);
        Curve(left + rest, bottom, left, bottom - rest, left, bottom - corner);
        Line(left, top + corner);
        Curve(left, top + rest, left + rest, top, left + corner, top);
    }

    /// <returns>These outlines as a pen of that width draws them, its ends and corners round.</returns>
    public ShareShape Stroked(double pen)
    {
        var made = new ShareShape();
        var half = pen / 2;
        foreach (var (x1, y1, x2, y2) in Parts.SelectMany(part => part))
        {
            made.NewPart();
            made.Circle(x1, y1, half);
            made.NewPart();
            made.Circle(x2, y2, half);
            made.NewPart();
            if (Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1))) is var length and > 0)
            {
                var (across, down) = (half * (x2 - x1) / length, half * (y2 - y1) / length);
                made.Polygon((x1 + down, y1 - across), (x2 + down, y2 - across), (x2 - down, y2 + across), (x1 - down, y1 + across));
            }
        }

        return made;
    }

    /// <returns>These outlines at another size and place.</returns>
    public ShareShape Placed(double scale, double dx, double dy)
    {
        var made = new ShareShape();
        made.Add(this, scale, dx, dy);
        return made;
    }

    /// <summary>Adds the parts of another shape.</summary>
    public void Add(ShareShape other, double scale = 1, double dx = 0, double dy = 0)
    {
        foreach (var part in other.Parts)
        {
            NewPart();
            foreach (var (x1, y1, x2, y2) in part)
            {
                Move((x1 * scale) + dx, (y1 * scale) + dy);
                Line((x2 * scale) + dx, (y2 * scale) + dy);
            }
        }
    }
}
