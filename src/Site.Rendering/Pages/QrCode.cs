using System.Globalization;
using System.Text;
using QRCoder;

namespace Site.Rendering.Pages;

/// <summary>Draws a QR code as SVG, one path for all dark modules.</summary>
public static class QrCode
{
    /// <param name="address">Absolute address.</param>
    /// <returns>An <c>svg</c> element without size or colour of its own; it takes the text's colour on white.</returns>
    public static string Svg(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                if (modules[row][column])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
                }
            }
        }

        return $"""<svg class="qr" viewBox="0 0 {modules.Count} {modules.Count}" role="img" aria-label="本页二维码"><path fill="#fff" d="M0 0h{modules.Count}v{modules.Count}H0z"/><path fill="#000" d="{path}"/></svg>""";
    }
}
