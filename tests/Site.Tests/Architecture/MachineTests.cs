using System.Text.RegularExpressions;

namespace Site.Tests;

/// <summary>The program runs on a machine that has nothing: what it needs of others is what this names.</summary>
public sealed partial class MachineTests
{
    /// <summary>git hands in what the editor made, LibreOffice turns old Word and Excel files into new ones, a browser draws changed pages for reviewers, and .NET bundles the theme while the program is built.</summary>
    private static readonly string[] StartersOfProcesses = ["src/Site.Cli/Editing/HandingIn/GitProgram.cs", "src/Site.Cli/Office/OldFormats.cs", "src/Site.Cli/Diff/PagePictures.cs"];

    [Fact]
    public void No_process_is_started_but_git_LibreOffice_and_a_browser() =>
        Findings.AssertNone(Found(["*.cs", "*.razor"], Process(), StartersOfProcesses, "starts a process: the machine of an office may not have it"));

    [Fact]
    public void Neither_the_program_nor_its_build_asks_for_Node() =>
        Findings.AssertNone(
        [
            .. Found(["*.cs", "*.razor", "*.csproj", "*.targets", "*.props"], Node(), [], "asks for Node.js, which belongs to the tests"),
            .. SourceFiles.Below("", "package*.json").Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                .Where(path => Path.GetFileName(path) is "package.json" or "package-lock.json" && !path.StartsWith("tests/", StringComparison.Ordinal) && !path.StartsWith("artifacts/", StringComparison.Ordinal))
                .Select(path => $"{path}: asks for packages of Node.js, which belong to the tests."),
        ]);

    /// <summary>On Linux, .NET leaves hashes and random numbers to OpenSSL, and ends the process where there is none.</summary>
    [Fact]
    public void Hashes_and_keys_need_no_OpenSSL() =>
        Findings.AssertNone(Found(["*.cs", "*.razor"], OpenSsl(), ["src/Site.Core/Sources/Sha256.cs", "src/Site.Cli/Infrastructure/SiteEnvironment.cs", "src/Site.Bundling/"],
            "needs OpenSSL on Linux: take Sha256 or SiteEnvironment.RandomKey"));

    [Theory]
    [InlineData("SHA256.HashData(bytes)", true)]
    [InlineData("SHA1.Create()", true)]
    [InlineData("MD5.HashData(bytes)", true)]
    [InlineData("new HMACSHA256(key)", true)]
    [InlineData("IncrementalHash.CreateHash(HashAlgorithmName.SHA256)", true)]
    [InlineData("RandomNumberGenerator.GetBytes(32)", true)]
    [InlineData("Aes.Create()", true)]
    [InlineData("Sha256.HashData(bytes)", false)]
    [InlineData("\"SHA256SUMS\"", false)]
    [InlineData("CryptographicOperations.FixedTimeEquals(a, b)", false)]
    public void What_needs_OpenSSL_is_seen(string code, bool needs) => Assert.Equal(needs, OpenSsl().IsMatch(code));

    private static IEnumerable<string> Found(string[] endings, Regex pattern, string[] except, string advice) =>
        from folder in new[] { "src", "themes" }
        from ending in endings
        from file in SourceFiles.Below(folder, ending)
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where !except.Any(place => path.StartsWith(place, StringComparison.Ordinal))
        from line in File.ReadLines(file).Index()
        where !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal)
        let match = pattern.Match(line.Item)
        where match.Success
        select $"{path}:{line.Index + 1}: “{match.Value}” {advice}.";

    [GeneratedRegex(@"\bProcess\.Start\b|\bProcessStartInfo\(|\bnew Process\b", RegexOptions.CultureInvariant)]
    private static partial Regex Process();

    // As the program of a process, or first in a command of a target.
    [GeneratedRegex("""(?:ProcessStartInfo\(|Process\.Start\(|Command=)\s*"(?:&quot;)?(?:[^"\s]*/)?(?:node|npm|npx|esbuild)\b""", RegexOptions.CultureInvariant)]
    private static partial Regex Node();

    [GeneratedRegex(@"\b(?:SHA1|SHA256|SHA384|SHA512|SHA3_\d+|MD5|HMACSHA\d+|HMACMD5|Aes|AesGcm|RSA|ECDsa|Rfc2898DeriveBytes)(?:\.|\()|\bIncrementalHash\.|\bRandomNumberGenerator\.", RegexOptions.CultureInvariant)]
    private static partial Regex OpenSsl();
}
