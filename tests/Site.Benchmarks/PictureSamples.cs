using System.Diagnostics;
using System.Text.Json;
using Site.Rendering.Pictures;

namespace Site.Benchmarks;

/// <summary>Makes the sizes of each picture of a folder as a build does, for <c>tests/node/pictures.mjs</c> to compare.</summary>
internal static class PictureSamples
{
    private const int Runs = 3;

    /// <summary>Writes the files of each picture to OUT, and <c>made.json</c>: of each picture the milliseconds of its fastest run and the names, or that it was refused.</summary>
    public static void Make(string folder, string output)
    {
        Directory.CreateDirectory(output);
        var told = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(folder))
        {
            var bytes = File.ReadAllBytes(path);
            var fastest = double.MaxValue;
            MadePicture? made = null;
            for (var run = 0; run < Runs; run++)
            {
                var start = Stopwatch.GetTimestamp();
                made = PictureSizes.Make(Path.GetExtension(path).ToLowerInvariant(), bytes).Made;
                fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            foreach (var file in made?.Files ?? [])
            {
                File.WriteAllBytes(Path.Combine(output, file.Name), file.Bytes);
            }

            told[Path.GetFileName(path)] = new { refused = made is null, ms = Math.Round(fastest), made?.Fallback, files = made?.Files.Select(file => new { file.Name, file.Width }).ToArray() ?? [] };
        }

        File.WriteAllText(Path.Combine(output, "made.json"), JsonSerializer.Serialize(told, JsonSerializerOptions.Web));
    }
}
