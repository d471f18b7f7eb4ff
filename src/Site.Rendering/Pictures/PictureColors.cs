using System.Text;

namespace Site.Rendering;

/// <summary>
/// The colours shown while pictures load. A style attribute would need <c>unsafe-inline</c> in the content security policy, so each
/// picture has a class, and the classes in use are appended to the theme's style sheet: 16 steps a channel are enough for a place holder.
/// </summary>
internal static class PictureColors
{
    /// <param name="color"><c>#rrggbb</c>.</param>
    /// <returns><c>c-</c> and three hexadecimal digits.</returns>
    public static string ClassOf(string color) => $"c-{color[1]}{color[3]}{color[5]}";

    /// <returns>A rule for each colour in use, by name; empty where there is none.</returns>
    public static byte[] Styles(IEnumerable<MadePicture> made) =>
        Encoding.UTF8.GetBytes(string.Concat(made.Where(picture => picture.Color is not null).Select(picture => ClassOf(picture.Color!))
            .Distinct().Order(StringComparer.Ordinal).Select(name => $".{name}{{background-color:#{name[2..]}}}")));
}
