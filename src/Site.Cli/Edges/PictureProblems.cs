using System.Text.Json;
using Site.Model;

namespace Site.Cli.Edges;

/// <summary>Says in the writer's words why a picture cannot be used.</summary>
internal static class PictureProblems
{
    /// <param name="path">The picture.</param>
    /// <param name="error">The error of a <c>picture</c> job (src/node/README.md).</param>
    public static Problem Of(string path, JsonElement error)
    {
        var where = new Place(path);
        return error.GetProperty("code").GetString() switch
        {
            "wrong-format" => Problem.Error("picture/wrong-format", where,
                $"这个文件的结尾是“{Path.GetExtension(path)}”，内容却是{Format(error.GetProperty("actual").GetString()!)}。",
                "请用图片软件另存为所写的格式，或把文件名改成与内容一致的结尾。"),
            "too-large" when error.TryGetProperty("limitPixels", out var limit) => Problem.Error("picture/too-large", where,
                $"这张图片有 {error.GetProperty("width").GetInt64()} × {error.GetProperty("height").GetInt64()} 像素{Limit(error, limit.GetInt64())}。",
                "请先把它缩小，长边 3200 像素已经足够清楚。"),
            "too-large" => Problem.Error("picture/too-large", where,
                $"这张图片有 {error.GetProperty("bytes").GetInt64() / 1_048_576} MB，超过了上限。",
                "请先把它缩小或压缩，5 MB 以内最合适。"),
            "unsupported" => Problem.Error("picture/unsupported", where,
                $"本站不能处理“{Path.GetExtension(path)}”格式的图片。",
                "请另存为 .jpg、.png、.webp、.gif、.avif 或 .svg。"),
            "file-system" or "not-found" => throw new WorldFailure($"处理图片 {path} 时读写文件失败。"),
            _ => Problem.Error("picture/unreadable", where,
                "这张图片已损坏或不完整，读不出来。",
                "请打开原图重新另存一次，再换上新的文件。"),
        };
    }

    private static string Limit(JsonElement error, long pixels)
    {
        var (width, height, frames) = (error.GetProperty("width").GetInt64(), error.GetProperty("height").GetInt64(), error.GetProperty("frames").GetInt64());
        return width * height * frames <= pixels ? "，边太长了"
            : $"{(frames > 1 ? $"、{frames} 帧" : "")}，超过了 {pixels / 1_000_000} 百万像素的上限";
    }

    private static string Format(string actual) => actual == "unknown" ? "认不出的数据" : $" {actual} 图片";
}
