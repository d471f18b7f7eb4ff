using Site.Privacy.Values;
using System.Text;
using Site.Privacy.Leaks;

namespace Site.Tests;

/// <summary>Archives as Windows in Chinese writes them.</summary>
public class LeakArchiveTests
{
    private static readonly LeakScanner Gate = LeakScanner.Create(PrivateValues.Of(["李四海"]), []);

    [Theory]
    [InlineData("名单.txt", "找李四海吧")]
    [InlineData("a.csv", "单位,姓名\n甲单位,李四海\n")]
    [InlineData("a.html", "<p>李四海</p>")]
    public void A_text_in_GB_18030_in_an_archive_is_read(string name, string text)
    {
        Assert.NotEmpty(Gate.Find("a.zip", Encodings.Zip((name, Gb(text)))));
        Assert.Empty(LeakScanner.Create(PrivateValues.Of(["王五洲"]), []).Find("a.zip", Encodings.Zip((name, Gb(text)))));
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("utf-8")]
    public void The_name_of_a_file_in_an_archive_counts_without_a_mark_of_its_encoding(string encoding)
    {
        var name = encoding == "utf-8" ? Encodings.Text("李四海的情况.txt") : Gb("李四海的情况.txt");
        var archive = Encodings.Zip((new string('x', name.Length), [.. "安全"u8]));
        for (var at = archive.AsSpan().IndexOf((byte)'x'); at >= 0; at = archive.AsSpan().IndexOf("xxxxxxxx"u8))
        {
            name.CopyTo(archive, at);
        }

        Assert.Equal("leak/private-value", Assert.Single(Gate.Find("a.zip", archive)).Code);
        Assert.Empty(LeakScanner.Create(PrivateValues.Of(["王五洲"]), []).Find("a.zip", archive));
    }

    [Fact]
    public void The_name_of_a_file_in_an_archive_counts_that_is_marked_as_UTF_8_and_holds_letters_of_Europe()
    {
        var gate = LeakScanner.Create(PrivateValues.Of(["Müller"]), []);

        Assert.Equal("leak/private-value", Assert.Single(gate.Find("a.zip", Encodings.Zip(("Müller.txt", [.. "安全"u8])))).Code);
    }

    [Theory]
    [InlineData("a.svgz", "<svg><text><tspan@>李</tspan><tspan@>四海</tspan></text></svg>")]
    [InlineData("a.xml.gz", "<p><span@>李</span><span@>四海</span></p>")]
    [InlineData("a/b.HTML.GZ", "<p><b@>李</b><b@>四海</b></p>")]
    public void Markup_is_read_that_is_packed_with_gzip(string file, string markup)
    {
        var packed = Encodings.Gzip(Encodings.Text(markup.Replace("@", $" title=\"{new string('x', 300)}\"", StringComparison.Ordinal)));

        Assert.Equal("leak/private-value", Assert.Single(Gate.Find(file, packed)).Code);
        Assert.Equal("leak/private-value", Assert.Single(Gate.Find("a.zip", Encodings.Zip((file, packed)))).Code);
    }

    private static byte[] Gb(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);
}
