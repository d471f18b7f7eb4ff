using Site.Core.Sources;
using Site.Rendering.Output;

namespace Site.Tests;

public class BuildManifestTests
{
    [Fact]
    public void Files_are_listed_by_path_with_length_and_hash()
    {
        var empty = new Digest(Convert.FromHexString("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"));
        var abc = new Digest(Convert.FromHexString("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"));

        var manifest = FormatSamples.Written(output => BuildManifest.Write(output, [new("news/开放日/index.html", 3, abc), new("404.html", 0, empty)]));

        Assert.Equal(
            """
            {"files": [
            {"path":"404.html","bytes":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
            {"path":"news/开放日/index.html","bytes":3,"sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
            ]}

            """,
            manifest);
    }
}
