using System.Buffers.Binary;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Privacy.Leaks.Containers;

namespace Site.Content.Files;

/// <summary>Refuses files to download that still hold what a camera noted (place, time, device) once what can be taken out of them is out.</summary>
/// <remarks>
/// Left are pictures in archives, in documents that are signed or encrypted or unpack to too much, in compressed streams of a PDF, and such as TIFF, AVIF and HEIF
/// (EXIF 2.32, 4.6.3; ISO/IEC 23008-12, annex A).
/// </remarks>
internal static class CameraNotes
{
    /// <summary>In how many packages a picture may lie: an archive of lectures with tables in them.</summary>
    private const int Deepest = 2;

    private const int ExifTag = 0x8769, PlaceTag = 0x8825;

    /// <param name="bytes">As the file lies in <c>content/</c>; it is judged as it is published.</param>
    public static IEnumerable<Diagnostic> Find(string path, byte[] bytes)
    {
        var published = DocumentProperties.Without(PictureMetadata.Without(bytes));
        if (!Has(published) && !IsInParts(published, 0) && !(published.AsSpan().StartsWith("%PDF"u8) && PdfPictures.In(published).Any(picture => Has(published[picture]))))
        {
            yield break;
        }

        yield return Diagnostic.Error("file/tells-place", new(Quoted.Printable(path)), "这个文件里的图片写着拍摄信息（拍摄的地点、时间、设备），下载的人都看得到，而生成网站时去不掉。",
            FileExtension.Of(path) switch
            {
                ".pdf" => "在原来的文档里把图片换成去掉了拍摄信息的（右键图片文件—属性—详细信息—删除属性和个人信息），取消签名和密码，再重新导出 PDF。",
                ".zip" => "解开压缩包，把里面的图片去掉拍摄信息（右键—属性—详细信息—删除属性和个人信息），再重新打包；或者不打包，直接放图片。",
                ".avif" => "用看图软件另存为 .jpg 或 .png，再放进来。",
                _ => "取消文档的签名和密码；文档里的 TIFF、HEIC 图片换成 .jpg 或 .png，再保存。",
            });
    }

    private static bool IsInParts(byte[] bytes, int depth) =>
        DocumentParts.Of(bytes).Any(part => Has(part.Value) || (depth < Deepest && part.Value.AsSpan().StartsWith("PK\u0003\u0004"u8) && IsInParts(part.Value, depth + 1)));

    private static bool Has(byte[] bytes) => bytes.AsSpan() switch
    {
        [(byte)'I', (byte)'I', (byte)'*', 0, ..] or [(byte)'M', (byte)'M', 0, (byte)'*', ..] => HasInTiff(bytes),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => bytes.AsSpan(8, Math.Min(24, bytes.Length - 8)) is var brands
            && (brands.IndexOf("avi"u8) >= 0 || brands.IndexOf("hei"u8) >= 0 || brands.IndexOf("mif1"u8) >= 0) && HasItem(bytes),
        _ => !ReferenceEquals(PictureMetadata.Without(bytes), bytes)
            && (bytes.AsSpan().IndexOf("Exif\0\0"u8) >= 0 || bytes.AsSpan().IndexOf("eXIf"u8) >= 0 || bytes.AsSpan().IndexOf("EXIF"u8) >= 0 || bytes.AsSpan().IndexOf("http://ns.adobe.com/xap/"u8) >= 0),
    };

    /// <summary>Whether the list of items names one of EXIF: <c>infe</c>, its version, and the type behind.</summary>
    private static bool HasItem(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 65_536)];
        for (var at = 0; head[at..].IndexOf("infe"u8) is var next and >= 0; at += next + 4)
        {
            if (head[(at + next)..Math.Min(head.Length, at + next + 20)].IndexOf("Exif"u8) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasInTiff(ReadOnlySpan<byte> bytes)
    {
        var isLittle = bytes[0] == 'I';
        var start = bytes.Length < 10 ? uint.MaxValue : Number(bytes[4..]);
        if (start + 2L > bytes.Length)
        {
            return false;
        }

        for (var (count, at) = (Short(bytes[(int)start..]), (int)start + 2); count > 0 && at + 12 <= bytes.Length; count--, at += 12)
        {
            if (Short(bytes[at..]) is ExifTag or PlaceTag)
            {
                return true;
            }
        }

        return false;

        uint Number(ReadOnlySpan<byte> from) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from);

        int Short(ReadOnlySpan<byte> from) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);
    }
}
