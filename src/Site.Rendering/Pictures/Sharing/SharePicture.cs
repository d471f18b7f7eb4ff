using System.Text;
using SixLabors.ImageSharp.PixelFormats;

namespace Site.Rendering.Pictures.Sharing;

/// <summary>Draws the picture that stands for a page where its address is shared: a safety sign with its title.</summary>
public static class SharePicture
{
    /// <summary>To be raised when the drawing changes.</summary>
    public const int Version = 2;

    public const int Width = 1_200, Height = 630;

    private const double Margin = 72;

    private const double SignLeft = 860, SignTop = 120, SignSize = 268;

    private const double TitleWidth = SignLeft - Margin - 44;

    /// <summary>Two of them are one line.</summary>
    private static readonly Rune Dash = new('—');

    /// <summary>Sizes of the title to try, large to small: pixels of type, and the most lines of it.</summary>
    private static readonly (double Size, int Lines)[] Sizes = [(96, 2), (84, 3), (74, 3), (64, 3), (56, 3), (50, 3)];

    /// <returns>A PNG file; of the same request the same bytes on every machine.</returns>
    /// <exception cref="KeyNotFoundException">There is no such sign.</exception>
    public static byte[] Draw(SharePictureRequest request)
    {
        var sign = ShareSigns.Named(request.Kind, request.Accent);
        var (title, campaign) = (ShareText.Drawable(request.Title), ShareText.Drawable(request.Campaign));
        var (size, lines) = SetTitle(title.Length > 0 ? title : campaign.Length > 0 ? campaign : "…");
        using var canvas = new ShareCanvas(Width, Height, ShareColors.Paper);
        DrawTitle(canvas, sign, ShareText.Drawable(request.Label), size, lines);
        DrawSign(canvas, sign);
        DrawFoot(canvas, sign, campaign, ShareText.Drawable(request.Organiser));
        return PictureEncoding.Png(canvas.Pixels);
    }

    /// <returns>The largest type in which the title fits with its words whole; then with words broken; then shortened.</returns>
    internal static (double Size, List<string> Lines) SetTitle(string title)
    {
        foreach (var areWordsWhole in (bool[])[true, false])
        {
            foreach (var (size, most) in Sizes)
            {
                if (ShareText.Wrap(title, TitleWidth / size, most, areWordsWhole) is { } lines)
                {
                    return (size, lines);
                }
            }
        }

        return (Sizes[^1].Size, ShareText.WrapShortened(title, TitleWidth / Sizes[^1].Size, Sizes[^1].Lines));
    }

    private static void DrawTitle(ShareCanvas canvas, ShareSign sign, string label, double size, List<string> lines)
    {
        var (lineHeight, labelHeight) = (size * 1.28, label.Length == 0 ? 0 : 54 + 34);
        var top = SignTop + (SignSize / 2) - ((labelHeight + (lines.Count * lineHeight)) / 2);
        if (label.Length > 0)
        {
            var plate = new ShareShape();
            plate.Box(Margin, top, (ShareText.WidthOf(label) * 30) + 40, 54, 3);
            canvas.Fill(plate, sign.Color);
            Write(canvas, label, Margin + 20, top + 38, 30, ShareType.Bold, sign.On);
        }

        for (var row = 0; row < lines.Count; row++)
        {
            Write(canvas, lines[row], Margin - (ShareText.HangOf(lines[row]) * size), top + labelHeight + (lineHeight * (row + 0.5)) + (size * 0.37), size, ShareType.Bold, ShareColors.Ink);
        }
    }

    private static void DrawSign(ShareCanvas canvas, ShareSign sign)
    {
        foreach (var (shape, color) in sign.Layers)
        {
            canvas.Fill(shape.Placed(SignSize / ShareSigns.Size, SignLeft, SignTop), color);
        }
    }

    private static void DrawFoot(ShareCanvas canvas, ShareSign sign, string campaign, string organiser)
    {
        var line = new ShareShape();
        line.Box(Margin, 507, Width - (2 * Margin), 3);
        canvas.Fill(line, ShareColors.Ink);
        Write(canvas, Shorten(campaign, 34, 620), Margin, 562, 34, ShareType.Bold, ShareColors.Ink);
        var right = Shorten(organiser, 26, 400);
        Write(canvas, right, Width - Margin - (ShareText.WidthOf(right) * 26), 561, 26, ShareType.Regular, ShareColors.Ink);
        DrawTape(canvas, sign.Color, sign.Color == ShareColors.Yellow ? ShareColors.Ink : ShareColors.Paper);
    }

    /// <summary>A safety marking along the lower edge: equal stripes of 45 degrees, in the sign's color and its contrast (ISO 3864-1).</summary>
    private static void DrawTape(ShareCanvas canvas, Rgba32 color, Rgba32 contrast)
    {
        const double Tape = 24, Stripe = 36;
        var (ground, stripes) = (new ShareShape(), new ShareShape());
        ground.Box(0, Height - Tape, Width, Tape);
        canvas.Fill(ground, contrast);
        for (var x = -Tape; x < Width; x += 2 * Stripe)
        {
            stripes.Polygon((x, Height), (x + Tape, Height - Tape), (x + Tape + Stripe, Height - Tape), (x + Stripe, Height));
        }

        stripes.NewPart();
        stripes.Box(0, Height - Tape - 4, Width, 4);
        canvas.Fill(stripes, color);
    }

    /// <param name="type">Where it lacks a character, the bold one has it.</param>
    private static void Write(ShareCanvas canvas, string text, double x, double baseline, double size, ShareType type, Rgba32 color)
    {
        foreach (var part in ShareText.Parts(text))
        {
            var last = default(Rune);
            foreach (var rune in part.EnumerateRunes())
            {
                var glyph = new ShareShape();
                var drawn = type.Has(rune) ? type : ShareType.Bold;
                var advance = drawn.Advance(rune) * size;
                drawn.Draw(glyph, rune, x, baseline, size);
                if (rune == Dash && last == Dash)
                {
                    glyph.NewPart();
                    glyph.Box(x - (advance / 2), glyph.Top, advance, glyph.Bottom - glyph.Top);
                }

                canvas.Fill(glyph, color);
                (x, last) = (x + advance, rune);
            }

            x += ShareText.Gap * size;
        }
    }

    private static string Shorten(string text, double size, double width) =>
        text.Length == 0 ? "" : (ShareText.Wrap(text, width / size, 1) ?? ShareText.WrapShortened(text, width / size, 1))[0];
}
