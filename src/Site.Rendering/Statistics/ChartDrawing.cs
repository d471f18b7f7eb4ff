using System.Collections.Immutable;
using System.Text;
using Site.Statistics.Published;

namespace Site.Rendering.Statistics;

/// <summary>Where everything of a chart stands, in units of the drawing. There is one scale, from zero, and it is not printed: each figure stands beside its bar.</summary>
/// <param name="Width">About that of a phone, so that the drawing's text is as large as the page's.</param>
/// <param name="Height">1 or more.</param>
/// <param name="Axis">Where all bars begin: path data.</param>
/// <param name="Anchor">Which end of its place a name has: <c>end</c> for rows, <c>middle</c> for columns.</param>
/// <param name="FigureAnchor">The same of figures: <c>start</c> or <c>middle</c>.</param>
/// <param name="Bars">In their order.</param>
public sealed record ChartDrawing(int Width, int Height, string Axis, string Anchor, string FigureAnchor, ImmutableArray<DrawnBar> Bars)
{
    public const int TypeSize = 15;

    private const int FullWidth = 340, ColumnsHeight = 220, RowHeight = 36, NameWidth = 118;

    /// <summary>More characters than these would take a third line.</summary>
    private const int LongestName = 14;

    /// <summary>Width of a letter or a digit, in em; that of a Chinese character is 1.</summary>
    private const double Narrow = 0.62;

    /// <summary>Whether a figure is withheld, so that the hatching is needed.</summary>
    public bool HasWithheld => Bars.Any(bar => bar.IsWithheld);

    /// <returns>Figures one below the other, or side by side where they follow one another in time.</returns>
    internal static ChartDrawing Of(ChartRequest request) => request.IsTimeSeries ? Columns(request.Bars) : Rows(request.Bars);

    private static ChartDrawing Rows(ImmutableArray<ChartBar> bars)
    {
        const double Left = NameWidth + 10, Thickness = 20;
        var full = FullWidth - Left - 14 - (TypeSize * bars.Max(bar => CellText.Shown(bar.Figure).EnumerateRunes().Sum(Em)));
        var scale = full / Largest(bars);
        return new(FullWidth, (bars.Length * RowHeight) + 4, Line(Left, 2, "V", (bars.Length * RowHeight) + 2), "end", "start", [.. bars.Select((bar, row) =>
        {
            var middle = 2 + (RowHeight * (row + 0.5));
            var length = Length(bar, scale, full);
            var name = Broken(bar.Label, NameWidth);
            return new DrawnBar(
                [.. name.Select((line, at) => new DrawnLine(line, Left - 8, middle + (17 * (at - ((name.Count - 1) / 2.0)))))],
                new(Left, middle - (Thickness / 2), length, Thickness), bar.Figure is Cell.Withheld,
                new(CellText.Shown(bar.Figure), Left + length + 6, middle));
        })]);
    }

    private static ChartDrawing Columns(ImmutableArray<ChartBar> bars)
    {
        const double Edge = 4, Top = 24;
        var step = (FullWidth - (2 * Edge)) / bars.Length;
        var names = bars.Select(bar => Broken(bar.Label, step - 4)).ToList();
        var bottom = ColumnsHeight - 11 - (TypeSize * names.Max(name => name.Count));
        var scale = (bottom - Top) / Largest(bars);
        var thickness = Math.Min(44, step * 0.62);
        return new(FullWidth, ColumnsHeight, Line(Edge, bottom, "H", FullWidth - Edge), "middle", "middle", [.. bars.Select((bar, column) =>
        {
            var middle = Edge + (step * (column + 0.5));
            var length = Length(bar, scale, bottom - Top);
            return new DrawnBar(
                [.. names[column].Select((line, at) => new DrawnLine(line, middle, bottom + 15 + (TypeSize * at)))],
                new(middle - (thickness / 2), bottom - length, thickness, length), bar.Figure is Cell.Withheld,
                new(CellText.Shown(bar.Figure), middle, bottom - length - 13));
        })]);
    }

    /// <summary>A withheld figure is as long as the scale, whatever it is; one that nobody reported or that cannot exist has no length.</summary>
    private static double Length(ChartBar bar, double scale, double full) => bar.Figure switch
    {
        Cell.Shown shown => shown.Value * scale,
        Cell.Withheld => full,
        _ => 0,
    };

    private static double Largest(ImmutableArray<ChartBar> bars) => Math.Max(1, bars.Max(bar => bar.Figure is Cell.Shown shown ? shown.Value : 0));

    private static string Line(double x, double y, string direction, double end) => FormattableString.Invariant($"M{Math.Round(x, 1)} {Math.Round(y, 1)}{direction}{Math.Round(end, 1)}");

    private static double Em(Rune rune) => rune.Value >= 0x2000 ? 1 : Narrow;

    /// <returns>The name in lines that fit, shortened where it is too long.</returns>
    private static List<string> Broken(string name, double width)
    {
        var runes = name.EnumerateRunes().ToList();
        var shown = runes.Count <= LongestName ? runes : [.. runes.Take(LongestName - 1), new Rune('…')];
        var (lines, line, used) = (new List<string>(), new StringBuilder(), 0.0);
        foreach (var rune in shown)
        {
            var wide = TypeSize * Em(rune);
            if (used + wide > width && line.Length > 0)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }

            line.Append(rune);
            used += wide;
        }

        lines.Add(line.ToString());
        return lines;
    }
}

/// <summary>A bar with its name and its figure.</summary>
/// <param name="Name">One line or more.</param>
/// <param name="IsWithheld">Whether it is a hatched band over the whole scale, which tells nothing of its size.</param>
/// <param name="Figure">What stands beside it.</param>
public sealed record DrawnBar(ImmutableArray<DrawnLine> Name, DrawnBox Box, bool IsWithheld, DrawnLine Figure);

/// <summary>A line of text, its middle at that height.</summary>
public sealed record DrawnLine(string Text, double CenterX, double CenterY)
{
    public string X => DrawnBox.Number(CenterX);

    public string Y => DrawnBox.Number(CenterY);
}

/// <summary>A rectangle.</summary>
public sealed record DrawnBox(double Left, double Top, double Across, double Down)
{
    public string X => Number(Left);

    public string Y => Number(Top);

    public string Width => Number(Across);

    public string Height => Number(Down);

    internal static string Number(double value) => Math.Round(value, 1).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
