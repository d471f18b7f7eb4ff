using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Site.Tests;

/// <summary>A site in a temporary folder of its own, which is deleted when the test is over.</summary>
internal sealed class SiteFolder : IDisposable
{
    /// <summary>One page with which nothing is wrong.</summary>
    public const string AboutPage =
        """
        -- content/pages/about.md --
        ---
        title: 关于
        summary: 示例
        source: 示例
        reviewer: 示例科室
        ---
        第一版。
        """;

    /// <summary>All that a site needs so that nothing is wrong with it.</summary>
    private const string Settings =
        """
        title: 示例市安全生产月
        url: https://example.gov.cn/
        organiser: 示例市安委办
        footer:
          icp: 示ICP备00000000号-1
          police: 示公网安备00000000000000号
          siteCode: "0000000000"
          contact: 示例市应急管理局宣教科（示例）
          correction: https://zfwzgl.www.gov.cn/

        """;

    private readonly DirectoryInfo outer = Directory.CreateTempSubdirectory("site-test-");

    /// <param name="text">Files, each after a line <c>-- path --</c>.</param>
    public SiteFolder(string text)
    {
        Write("site.yaml", Settings);
        foreach (var file in SampleSite.Files(text))
        {
            Write(file.Path, file.Load());
        }
    }

    /// <summary>The site folder, absolute.</summary>
    public string Path => System.IO.Path.Combine(outer.FullName, "site");

    /// <summary>Where a build puts the site if nothing else is said.</summary>
    public string Output => In("output");

    /// <returns>The absolute path of a file of the site folder.</returns>
    public string In(string path) => System.IO.Path.Combine(Path, path);

    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public string Read(string path) => File.ReadAllText(In(path));

    /// <returns>The site folder's files by path relative to it, each with its hash.</returns>
    public ImmutableSortedDictionary<string, string> Files(string folder = "") =>
        Directory.Exists(In(folder))
            ? Directory.EnumerateFiles(In(folder), "*", SearchOption.AllDirectories).ToImmutableSortedDictionary(
                file => System.IO.Path.GetRelativePath(In(folder), file),
                file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))),
                StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Fails unless the output folder holds what its build.json lists: all of it, nothing else, and not a byte changed.</summary>
    public void AssertOutputIsWhole()
    {
        using var manifest = JsonDocument.Parse(Read("output/build.json"));
        var listed = manifest.RootElement.GetProperty("files").EnumerateArray().ToImmutableSortedDictionary(
            file => file.GetProperty("path").GetString()!, file => file.GetProperty("sha256").GetString()!, StringComparer.Ordinal);

        Assert.Equal(listed, Files("output").Remove("build.json"));
    }

    public void Dispose() => outer.Delete(recursive: true);

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(path))!);
        File.WriteAllBytes(In(path), bytes);
    }
}
