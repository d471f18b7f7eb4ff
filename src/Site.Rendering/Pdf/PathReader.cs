using System.Globalization;
using Site.Rendering.Pictures.Sharing;

namespace Site.Rendering.Pdf;

/// <summary>Reads the outlines of a drawing (SVG 2, 9.3): all commands, arcs and quadratic curves as cubic ones.</summary>
/// <param name="data">What stands in <c>d</c>.</param>
internal ref struct PathReader(ReadOnlySpan<char> data)
{
    /// <summary>The largest number that is read, so that nothing that is worked out with it is more than PDF can hold.</summary>
    public const double Most = 1e6;

    private readonly ReadOnlySpan<char> data = data;
    private int at;
    private (double X, double Y) pen, start, handle;

    /// <summary>Draws what is written.</summary>
    /// <param name="to">Takes the outlines; a contour that is not closed has no close.</param>
    /// <returns>Whether all of it is written as a path is.</returns>
    public bool Draw(IOutlinePen to)
    {
        var (command, last) = ('\0', '\0');
        while (true)
        {
            SkipSpace();
            if (at == data.Length)
            {
                return true;
            }

            if (char.IsAsciiLetter(data[at]))
            {
                command = data[at++];
            }
            else if (command is '\0' or 'Z' or 'z')
            {
                return false;
            }

            if ((last == '\0' && command is not ('M' or 'm')) || !Step(to, command, last))
            {
                return false;
            }

            // What follows the first point of a move are lines.
            last = command;
            command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
        }
    }

    private bool Step(IOutlinePen to, char command, char last)
    {
        var (baseX, baseY) = char.IsAsciiLetterLower(command) ? pen : (0, 0);
        var isAfterCubic = last is 'C' or 'c' or 'S' or 's';
        var isAfterQuadratic = last is 'Q' or 'q' or 'T' or 't';
        Span<double> n = stackalloc double[7];
        switch (char.ToUpperInvariant(command))
        {
            case 'Z':
                to.Close();
                pen = handle = start;
                return true;
            case 'M' when Read(n[..2]):
                pen = start = handle = (baseX + n[0], baseY + n[1]);
                to.Move(pen.X, pen.Y);
                return true;
            case 'L' when Read(n[..2]):
                return Line(to, baseX + n[0], baseY + n[1]);
            case 'H' when Read(n[..1]):
                return Line(to, baseX + n[0], pen.Y);
            case 'V' when Read(n[..1]):
                return Line(to, pen.X, baseY + n[0]);
            case 'C' when Read(n[..6]):
                return Curve(to, (baseX + n[0], baseY + n[1]), (baseX + n[2], baseY + n[3]), (baseX + n[4], baseY + n[5]));
            case 'S' when Read(n[..4]):
                return Curve(to, isAfterCubic ? Mirrored() : pen, (baseX + n[0], baseY + n[1]), (baseX + n[2], baseY + n[3]));
            case 'Q' when Read(n[..4]):
                return Quadratic(to, (baseX + n[0], baseY + n[1]), (baseX + n[2], baseY + n[3]));
            case 'T' when Read(n[..2]):
                return Quadratic(to, isAfterQuadratic ? Mirrored() : pen, (baseX + n[0], baseY + n[1]));
            case 'A' when Read(n[..3]) && Flag(out var isLarge) && Flag(out var isClockwise) && Read(n[3..5]):
                return Arc(to, Math.Abs(n[0]), Math.Abs(n[1]), n[2] * Math.PI / 180, isLarge, isClockwise, (baseX + n[3], baseY + n[4]));
            default:
                return false;
        }
    }

    private readonly (double X, double Y) Mirrored() => ((2 * pen.X) - handle.X, (2 * pen.Y) - handle.Y);

    private bool Line(IOutlinePen to, double x, double y)
    {
        pen = handle = (x, y);
        to.Line(x, y);
        return true;
    }

    private bool Curve(IOutlinePen to, (double X, double Y) first, (double X, double Y) second, (double X, double Y) end)
    {
        to.Curve(first.X, first.Y, second.X, second.Y, end.X, end.Y);
        (pen, handle) = (end, second);
        return true;
    }

    private bool Quadratic(IOutlinePen to, (double X, double Y) control, (double X, double Y) end)
    {
        Curve(to, Between(pen, control), Between(end, control), end);
        handle = control;
        return true;

        static (double X, double Y) Between((double X, double Y) from, (double X, double Y) control) =>
            (from.X + ((control.X - from.X) * 2 / 3), from.Y + ((control.Y - from.Y) * 2 / 3));
    }

    /// <summary>As SVG 2 works an arc out from its ends (appendix B.2), in pieces of a quarter of a turn at most.</summary>
    private bool Arc(IOutlinePen to, double rx, double ry, double turn, bool isLarge, bool isClockwise, (double X, double Y) end)
    {
        if (pen == end)
        {
            return true;
        }

        if (rx == 0 || ry == 0)
        {
            return Line(to, end.X, end.Y);
        }

        var (cos, sin) = (Math.Cos(turn), Math.Sin(turn));
        var (halfX, halfY) = ((pen.X - end.X) / 2, (pen.Y - end.Y) / 2);
        var (x, y) = ((cos * halfX) + (sin * halfY), (cos * halfY) - (sin * halfX));
        var needed = (x * x / (rx * rx)) + (y * y / (ry * ry));
        if (needed > 1)
        {
            (rx, ry) = (rx * Math.Sqrt(needed), ry * Math.Sqrt(needed));
        }

        var below = (rx * rx * y * y) + (ry * ry * x * x);
        var scale = Math.Sqrt(Math.Max(0, ((rx * rx * ry * ry) - below) / below)) * (isLarge == isClockwise ? -1 : 1);
        var (centerX, centerY) = (scale * rx * y / ry, -scale * ry * x / rx);
        var from = Math.Atan2((y - centerY) / ry, (x - centerX) / rx);
        var sweep = Math.Atan2((-y - centerY) / ry, (-x - centerX) / rx) - from;
        sweep += isClockwise && sweep < 0 ? 2 * Math.PI : !isClockwise && sweep > 0 ? -2 * Math.PI : 0;
        var (middleX, middleY) = ((cos * centerX) - (sin * centerY) + ((pen.X + end.X) / 2), (sin * centerX) + (cos * centerY) + ((pen.Y + end.Y) / 2));
        var pieces = (int)Math.Ceiling(Math.Abs(sweep) / (Math.PI / 2) - 1e-9);
        var (step, reach) = (sweep / pieces, 4.0 / 3 * Math.Tan(sweep / pieces / 4));
        for (var piece = 0; piece < pieces; piece++)
        {
            var (a, b) = (from + (piece * step), from + ((piece + 1) * step));
            var last = piece == pieces - 1;
            Curve(to, Point(Math.Cos(a) - (reach * Math.Sin(a)), Math.Sin(a) + (reach * Math.Cos(a))), Point(Math.Cos(b) + (reach * Math.Sin(b)), Math.Sin(b) - (reach * Math.Cos(b))), last ? end : Point(Math.Cos(b), Math.Sin(b)));
        }

        return true;

        (double X, double Y) Point(double across, double down) => (middleX + (cos * rx * across) - (sin * ry * down), middleY + (sin * rx * across) + (cos * ry * down));
    }

    private bool Read(scoped Span<double> numbers)
    {
        foreach (ref var number in numbers)
        {
            if (!Number(out number))
            {
                return false;
            }
        }

        return true;
    }

    private bool Number(out double number)
    {
        SkipSpace();
        var from = at;
        at += at < data.Length && data[at] is '-' or '+' ? 1 : 0;
        SkipDigits();
        if (at < data.Length && data[at] == '.')
        {
            at++;
            SkipDigits();
        }

        if (at + 1 < data.Length && data[at] is 'e' or 'E' && (char.IsAsciiDigit(data[at + 1]) || data[at + 1] is '-' or '+'))
        {
            at += 2;
            SkipDigits();
        }

        return double.TryParse(data[from..at], NumberStyles.Float, CultureInfo.InvariantCulture, out number) && Math.Abs(number) <= Most;
    }

    private bool Flag(out bool flag)
    {
        SkipSpace();
        flag = at < data.Length && data[at] == '1';
        return at < data.Length && data[at++] is '0' or '1';
    }

    private void SkipDigits()
    {
        while (at < data.Length && char.IsAsciiDigit(data[at]))
        {
            at++;
        }
    }

    private void SkipSpace()
    {
        while (at < data.Length && data[at] is ' ' or ',' or '\t' or '\n' or '\r')
        {
            at++;
        }
    }
}
