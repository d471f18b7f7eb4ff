using System.Globalization;
using System.Text;
using QRCoder;

namespace Site.Rendering.Html;

/// <summary>Draws a QR code as SVG, one path for all dark modules.</summary>
public static class QrCode
{
    /// <param name="address">Absolute address.</param>
    /// <returns>An <c>svg</c> element without size or colour of its own; it takes the text's colour on white.</returns>
    public static string Svg(string address) =>
        $"""<svg class="qr" viewBox="0 0 {Size(address)} {Size(address)}" role="img" aria-label="本页二维码">{Modules(address)}</svg>""";

    /// <returns>How many modules a side has, the quiet zone included.</returns>
    internal static int Size(string address) => Matrix(address).Count;

    /// <returns>White ground and dark modules, a unit each: runs of a row are one rectangle.</returns>
    internal static string Modules(string address)
    {
        var modules = Matrix(address);
        var path = new StringBuilder();
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                var start = column;
                while (column < modules.Count && modules[row][column])
                {
                    column++;
                }

                if (column > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{column - start}v1h-{column - start}z");
                }
            }
        }

        return $"""<path fill="#fff" d="M0 0h{modules.Count}v{modules.Count}H0z"/><path fill="#000" d="{path}"/>""";
    }

    private static List<System.Collections.BitArray> Matrix(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return code.ModuleMatrix;
    }
}
