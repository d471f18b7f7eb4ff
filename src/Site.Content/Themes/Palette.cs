using System.Collections.Immutable;
using System.Globalization;

namespace Site.Content.Themes;

/// <summary>The colors of a theme by day or by night. Those of the signs (red, yellow, blue, green) are a meaning (GB 2894) and no theme changes them.</summary>
/// <param name="Colors">By name: <see cref="Names"/>.</param>
/// <param name="Fixed">Colors of text that no theme changes, by what they are in Chinese: of the signs, and the quiet one of the large type.</param>
public sealed record Palette(ImmutableSortedDictionary<string, Color> Colors, ImmutableArray<(string Label, Color Color)> Fixed)
{
    /// <summary>What <c>theme.yaml</c> can name, each with what it is, and the name that styles know it by.</summary>
    public static ImmutableArray<(string Name, string Label, string Style)> Names { get; } =
    [
        ("accent", "主色：上面写白字的底色", "accent-fill"), ("accentText", "链接、强调的字", "accent-text"),
        ("paper", "页面的底色", "paper"), ("plate", "方块的底色", "plate"), ("hover", "指到的一行的底色", "hover"),
        ("ink", "正文", "ink"), ("quiet", "次要的字", "quiet"), ("edge", "输入框的边", "edge"), ("line", "分隔线", "line"),
        ("band", "手机上最下面一条的底色，也是浏览器边框的颜色", "band"), ("bandInk", "那一条上的字", "band-ink"),
    ];

    /// <summary>As <c>themes/Campaign/Assets/css/tokens.css</c> has it (a test compares).</summary>
    public static Palette Light { get; } = Of(
        "accent #1d7149 accentText #1a6b44 paper #fcfcfa plate #f1f3ef hover #e6eee8 ink #1f2421 quiet #4a524d edge #6b746e line #cfd5d0 band #1f2421 bandInk #fcfcfa",
        "禁止标志的红字 #9b2423 警告标志的黄字 #7a4d00 指令标志的蓝字 #005387 提示标志的绿字 #1a6b44 大字版里次要的字 #38403b");

    /// <inheritdoc cref="Light"/>
    public static Palette Dark { get; } = Of(
        "accent #1f7a4f accentText #6fcd9b paper #121815 plate #1b221e hover #223029 ink #e9ede9 quiet #b4bdb7 edge #87918a line #364039 band #0b0f0d bandInk #f4f6f3",
        "禁止标志的红字 #f39a94 警告标志的黄字 #f9b93a 指令标志的蓝字 #8cc3f0 提示标志的绿字 #6fcd9b 大字版里次要的字 #cdd5cf");

    public Color this[string name] => Colors[name];

    private static Palette Of(string colors, string @fixed)
    {
        var byName = ImmutableSortedDictionary.CreateBuilder<string, Color>(StringComparer.Ordinal);
        foreach (var (name, color) in Pairs(colors))
        {
            byName.Add(name, color);
        }

        return new(byName.ToImmutable(), Pairs(@fixed));
    }

    private static ImmutableArray<(string Name, Color Color)> Pairs(string text)
    {
        var words = text.Split(' ');
        var pairs = ImmutableArray.CreateBuilder<(string, Color)>(words.Length / 2);
        for (var at = 0; at < words.Length; at += 2)
        {
            pairs.Add((words[at], Color.Read(words[at + 1])!.Value));
        }

        return pairs.MoveToImmutable();
    }
}

/// <summary>An opaque color of sRGB.</summary>
public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    public static Color White { get; } = new(255, 255, 255);

    public static Color Black { get; } = new(0, 0, 0);

    /// <returns>The color of <c>#rrggbb</c>, or null.</returns>
    public static Color? Read(string text) =>
        text.Length == 7 && text[0] == '#' && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;

    /// <summary>The contrast of WCAG 2.2, 1 to 21.</summary>
    public static double Contrast(Color one, Color other)
    {
        var (first, second) = (one.Luminance(), other.Luminance());
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    /// <returns>The color nearest to this one, towards black or white, that has each of these contrasts; null where none has.</returns>
    public Color? With(ImmutableArray<(Color Other, double Contrast)> needs)
    {
        for (var step = 1; step <= 100; step++)
        {
            foreach (var end in (Color[])[Black, White])
            {
                if (Mixed(end, step) is var mixed && needs.All(need => Contrast(mixed, need.Other) >= need.Contrast))
                {
                    return mixed;
                }
            }
        }

        return null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private Color Mixed(Color end, int percent) => new(Mixed(Red, end.Red, percent), Mixed(Green, end.Green, percent), Mixed(Blue, end.Blue, percent));

    private static byte Mixed(byte from, byte to, int percent) => (byte)(((from * (100 - percent)) + (to * percent)) / 100);

    /// <summary>The relative luminance of WCAG 2.2, 0 to 1.</summary>
    private double Luminance() => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel) => channel / 255.0 is var value && value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
}
