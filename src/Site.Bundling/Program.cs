using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Site.Bundling;

// Site.Bundling ASSETS_DIR OUT_DIR: bundles a theme's assets when the program is built. Exit codes: 0 done, 1 an asset is wrong (told as compilers do), 2 bad arguments.
// Site.Bundling --pack FILE OUT_DIR: packs a native library, when the program is published as one file, as OUT_DIR/HASH/NAME.br with the SHA-256 of the file.
if (args is ["--pack", var library, var packedFolder])
{
    Pack(library, packedFolder);
    return 0;
}

if (args is not [var assets, var output])
{
    Console.Error.WriteLine("usage: Site.Bundling ASSETS_DIR OUT_DIR, or Site.Bundling --pack FILE OUT_DIR");
    return 2;
}

var (files, problems) = ThemeBundler.Bundle(Read(Path.GetFullPath(assets)));
foreach (var problem in problems)
{
    Console.Error.WriteLine($"{Path.Combine(Path.GetFullPath(assets), problem.File)}({problem.Line},{problem.Column}): error bundle: {problem.Text}");
}

if (problems.Count > 0)
{
    return 1;
}

Write(Path.GetFullPath(output), files);
return 0;

static void Pack(string library, string folder)
{
    var bytes = File.ReadAllBytes(library);
    var own = Directory.CreateDirectory(Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(bytes)))).FullName;
    using var file = File.Create(Path.Combine(own, Path.GetFileName(library) + ".br"));
    using var packed = new BrotliStream(file, new BrotliCompressionOptions { Quality = 9 });
    packed.Write(bytes);
}

static SortedDictionary<string, byte[]> Read(string folder) => new(
    Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
        .Where(file => !file.Name.EndsWith(".md", StringComparison.Ordinal) && !file.Name.Split('/').Any(part => part.StartsWith('.')))
        .ToDictionary(file => file.Name, file => File.ReadAllBytes(file.Path)), StringComparer.Ordinal);

// Files of the last run that are no longer made go, by its manifest; other files stay.
static void Write(string folder, IReadOnlyList<BundledFile> files)
{
    Directory.CreateDirectory(folder);
    var manifest = Path.Combine(folder, "manifest.json");
    foreach (var stale in Listed(manifest).Except(files.Select(file => file.File)).Where(name => !name.Contains("..", StringComparison.Ordinal)))
    {
        File.Delete(Path.Combine(folder, stale));
    }

    foreach (var file in files)
    {
        var path = Path.Combine(folder, file.File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, file.Bytes);
    }

    var listed = files.ToDictionary(file => file.Name, file => new { file = file.File, bytes = file.Bytes.Length, gzip = Packed(file.Bytes), sha256 = file.Hash });
    File.WriteAllText(manifest, JsonSerializer.Serialize(new { files = listed }, new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n", new UTF8Encoding(false));
}

static IEnumerable<string> Listed(string manifest)
{
    if (!File.Exists(manifest))
    {
        return [];
    }

    using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
    return [.. json.RootElement.GetProperty("files").EnumerateObject().Select(file => file.Value.GetProperty("file").GetString()!)];
}

static long Packed(byte[] bytes)
{
    using var packed = new MemoryStream();
    using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
    {
        gzip.Write(bytes);
    }

    return packed.Length;
}
