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

    private const int FullWidth = 340, ColumnsHeight = 220, PanelHeight = 132, RowHeight = 36, NameWidth = 118, TileHeight = 64, TileGap = 4;

    /// <summary>Length of the gap that stands for a withheld figure: always the same, so that it tells nothing.</summary>
    private const int GapAcross = 60, GapDown = 26;

    /// <summary>How many shades tiles have.</summary>
    private const int Shades = 4;

    /// <summary>More characters than these would take a third line.</summary>
    private const int LongestName = 14;

    /// <summary>Width of a letter or a digit, in em; that of a Chinese character is 1.</summary>
    private const double Narrow = 0.62;

    /// <returns>Figures one below the other, or side by side where they follow one another in time.</returns>
    internal static ChartDrawing Of(ChartRequest request) =>
        request.IsTimeSeries ? Columns(request.Bars, ColumnsHeight, Largest(request.Bars)) : Rows(request.Bars);

    /// <returns>A small drawing of each, side by side in time, all on one scale so that they can be compared.</returns>
    internal static ImmutableArray<ChartDrawing> Alike(ImmutableArray<ChartRequest> requests)
    {
        var largest = requests.Max(request => Largest(request.Bars));
        return [.. requests.Select(request => Columns(request.Bars, PanelHeight, largest))];
    }

    /// <returns>Areas as tiles about where they lie, the darker the larger the figure; its words stand in each.</returns>
    /// <param name="rows">From north to south, each from west to east; null where there is none.</param>
    internal static ChartDrawing Tiles(ImmutableArray<ImmutableArray<ChartBar?>> rows)
    {
        var columns = rows.Max(row => row.Length);
        var across = Math.Min(116.0, (double)(FullWidth - (TileGap * (columns - 1))) / columns);
        var largest = Largest([.. rows.SelectMany(row => row).OfType<ChartBar>()]);
        return new(FullWidth, (rows.Length * (TileHeight + TileGap)) - TileGap, "", "middle", "middle",
        [
            .. from row in Enumerable.Range(0, rows.Length)
               from column in Enumerable.Range(0, rows[row].Length)
               let bar = rows[row][column]
               where bar is not null
               let left = column * (across + TileGap)
               let top = row * (TileHeight + TileGap)
               let name = Broken(bar.Label, across - 4)
               select new DrawnBar(
                   [.. name.Select((line, at) => new DrawnLine(line, left + (across / 2), top + 14 + (17 * at)))],
                   new(left + 0.5, top + 0.5, across - 1, TileHeight - 1),
                   bar.Figure switch
                   {
                       Cell.Shown shown => $"chart-tile-{Math.Clamp((int)Math.Ceiling(shown.Value * Shades / largest), 1, Shades)}",
                       _ => DrawnBar.Gap,
                   },
                   new(Words(bar.Figure), left + (across / 2), top + 50)),
        ]);
    }

    private static ChartDrawing Rows(ImmutableArray<ChartBar> bars)
    {
        const double Left = NameWidth + 10, Thickness = 20;
        var full = FullWidth - Left - 14 - (TypeSize * bars.Max(bar => bar.Figure is Cell.Withheld ? 0 : Words(bar.Figure).EnumerateRunes().Sum(Em)));
        var scale = full / Largest(bars);
        return new(FullWidth, (bars.Length * RowHeight) + 4, Line(Left, 2, "V", (bars.Length * RowHeight) + 2), "end", "start", [.. bars.Select((bar, row) =>
        {
            var middle = 2 + (RowHeight * (row + 0.5));
            var isWithheld = bar.Figure is Cell.Withheld;
            var length = Length(bar, scale, GapAcross);
            var name = Broken(bar.Label, NameWidth);
            return new DrawnBar(
                [.. name.Select((line, at) => new DrawnLine(line, Left - 8, middle + (17 * (at - ((name.Count - 1) / 2.0)))))],
                new(Left, middle - (Thickness / 2), length, Thickness), ClassOf(bar),
                new(Words(bar.Figure), isWithheld ? Left + 8 : Left + length + 6, middle));
        })]);
    }

    private static ChartDrawing Columns(ImmutableArray<ChartBar> bars, int height, double largest)
    {
        const double Edge = 4, Top = 24;
        var step = (FullWidth - (2 * Edge)) / bars.Length;
        var names = bars.Select(bar => Broken(bar.Label, step - 4)).ToList();
        var bottom = height - 11 - (TypeSize * names.Max(name => name.Count));
        var scale = (bottom - Top) / largest;
        var thickness = Math.Min(44, step * 0.62);
        return new(FullWidth, height, Line(Edge, bottom, "H", FullWidth - Edge), "middle", "middle", [.. bars.Select((bar, column) =>
        {
            var middle = Edge + (step * (column + 0.5));
            var length = Length(bar, scale, GapDown);
            return new DrawnBar(
                [.. names[column].Select((line, at) => new DrawnLine(line, middle, bottom + 15 + (TypeSize * at)))],
                new(middle - (thickness / 2), bottom - length, thickness, length), ClassOf(bar),
                new(Words(bar.Figure), middle, bottom - length - 13));
        })]);
    }

    /// <param name="gap">Length of a withheld figure, whatever it is; one that nobody reported or that cannot exist has none.</param>
    private static double Length(ChartBar bar, double scale, double gap) => bar.Figure switch
    {
        Cell.Shown shown => shown.Value * scale,
        Cell.Withheld => gap,
        _ => 0,
    };

    private static string ClassOf(ChartBar bar) => bar.Figure is Cell.Withheld ? DrawnBar.Gap : "chart-bar";

    /// <returns>As in tables, but for a withheld figure, which a picture says in words.</returns>
    private static string Words(Cell figure) => figure is Cell.Withheld ? "不公布" : CellText.Shown(figure);

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

/// <summary>A bar or a tile with its name and its figure.</summary>
/// <param name="Name">One line or more.</param>
/// <param name="Class">How it looks: a bar, a tile in one of four shades, or the dashed gap of a withheld figure.</param>
/// <param name="Figure">What stands beside it or in it.</param>
public sealed record DrawnBar(ImmutableArray<DrawnLine> Name, DrawnBox Box, string Class, DrawnLine Figure)
{
    internal const string Gap = "chart-gap";
}

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
