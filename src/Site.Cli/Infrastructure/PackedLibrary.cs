using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Site.Core.Sources;

namespace Site.Cli.Infrastructure;

/// <summary>
/// DuckDB's library, which lies packed in the program where that is one file (<c>Published.targets</c>). It is unpacked when attempts are first counted, into the user's own cache:
/// most sites never need it, and a start unpacks nothing. Before it is loaded, its bytes are compared with what the program brings.
/// </summary>
internal static class PackedLibrary
{
    /// <summary>Of the resource <c>native/HASH/libduckdb.so.br</c>; the hash is that of what it unpacks to.</summary>
    private const string Prefix = "native/", Ending = ".br";

    /// <summary>Has .NET ask here for the library where it finds none beside the program.</summary>
    /// <param name="cacheFolder">May be missing, absolute.</param>
    public static void Offer(string cacheFolder)
    {
        if (Array.Find(typeof(PackedLibrary).Assembly.GetManifestResourceNames(), name => name.StartsWith(Prefix, StringComparison.Ordinal)) is { } resource)
        {
            var loaded = new Lazy<nint>(() => NativeLibrary.Load(Unpack(resource, Path.Combine(cacheFolder, "native"))));
            AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => name == "duckdb" ? loaded.Value : 0;
        }
    }

    /// <returns>Path of the unpacked library.</returns>
    /// <exception cref="EnvironmentException">The cache cannot be written.</exception>
    private static string Unpack(string resource, string folder)
    {
        var parts = resource[Prefix.Length..^Ending.Length].Split('/', '\\');
        var own = Path.Combine(folder, parts[0]);
        var path = Path.Combine(own, parts[1]);
        try
        {
            PrivateFolder.Make(own);
            if (!File.Exists(path) || Hash(path) != parts[0])
            {
                PrivateFolder.WriteWhole(path, file =>
                {
                    using var packed = new BrotliStream(typeof(PackedLibrary).Assembly.GetManifestResourceStream(resource)!, CompressionMode.Decompress);
                    packed.CopyTo(file);
                }, replaces: true);
                ForgetOthers(folder, own);
            }

            return path;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentException($"统计答题记录的程序（DuckDB）要放在 {own}，写不进去：请检查这个文件夹的权限和剩余空间。");
        }
    }

    /// <summary>Removes what earlier versions unpacked.</summary>
    private static void ForgetOthers(string folder, string own)
    {
        foreach (var other in Directory.GetDirectories(folder).Where(other => other != own))
        {
            try
            {
                Directory.Delete(other, recursive: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another run of the program has loaded it.
            }
        }
    }

    private static string Hash(string path)
    {
        using var hash = Sha256.Start();
        using var file = File.OpenRead(path);
        var buffer = new byte[1024 * 1024];
        while (file.Read(buffer) is > 0 and var count)
        {
            hash.AppendData(buffer.AsSpan(0, count));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
