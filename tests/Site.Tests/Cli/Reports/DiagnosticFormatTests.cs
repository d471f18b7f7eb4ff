using Site.Cli.Reports;
using Site.Core.Diagnostics;

namespace Site.Tests;

public class DiagnosticFormatTests
{
    [Fact]
    public void What_a_writer_wrote_cannot_end_an_annotation_or_begin_another()
    {
        var written = GitHubAnnotations.Write([Diagnostic.Warning("link/broken", new("content/a,b:c.md", 2, 7), "100%\r\n::error::x", "改。")]);

        Assert.Equal("::warning file=content/a%2Cb%3Ac.md,line=2,col=7,title=link/broken::100%25%0D%0A::error::x%0A改。\n", written);
    }

    [Fact]
    public void A_path_in_a_sarif_log_is_an_address()
    {
        var written = SarifReport.Write([Diagnostic.Error("link/broken", new("content/pages/关于 #1.md", 2, 7), "甲", "乙")]);

        Assert.Contains("\"uri\": \"content/pages/%E5%85%B3%E4%BA%8E%20%231.md\"", written, StringComparison.Ordinal);
        Assert.Contains("\"text\": \"甲\\n乙\"", written, StringComparison.Ordinal);
    }
}
