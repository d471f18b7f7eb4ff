using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Text;
using Site.Rendering.Traditional;

namespace Site.Rendering.Themes;

/// <summary>Scripts whose words are in traditional characters, for the pages below <see cref="TraditionalPages.Home"/>.</summary>
/// <remarks>What scripts compare must be the same in both kinds of characters, or come from the page; their patterns stay, since they are held against what the search has folded.</remarks>
internal static partial class TraditionalScripts
{
    /// <returns>The theme's files, each script that has other words under its name and another file name.</returns>
    public static ThemeAssets Of(ThemeAssets assets) => new([.. assets.Files.Select(file => file.Name.EndsWith(".js", StringComparison.Ordinal) ? Of(file) : file)]);

    private static ThemeAsset Of(ThemeAsset script)
    {
        var text = Encoding.UTF8.GetString(script.Bytes.Span);
        var made = new StringBuilder(text.Length);
        var at = 0;
        foreach (Match pattern in Pattern().Matches(text))
        {
            TraditionalText.Write(text.AsSpan(at, pattern.Index - at), made);
            made.Append(pattern.ValueSpan);
            at = pattern.Index + pattern.Length;
        }

        TraditionalText.Write(text.AsSpan(at), made);
        return made.Equals(text) ? script : GeneratedStyles.Named(script.Name, Encoding.UTF8.GetBytes(made.ToString()));
    }

    [GeneratedRegex(@"RegExp\(""(?:[^""\\\n]|\\.)*""", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Pattern();
}
