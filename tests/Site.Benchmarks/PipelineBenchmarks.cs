using System.Buffers;
using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Site.Content.Loading;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering;
using Site.Rendering.Themes;
using Site.Themes.Campaign;

namespace Site.Benchmarks;

/// <summary>The two halves of the pipeline without the disk: reading 1,000 pages, and drawing them with their lists, feeds and sitemap.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private static readonly DateOnly AsOf = new(2026, 6, 16);

    private static readonly ThemeAssets Assets = new([.. new[] { "early.js", "site.css", "icon.svg", "site.js", "signs.svg" }
        .Select(name => new ThemeAsset(name, name, ReadOnlyMemory<byte>.Empty))]);

    private readonly ArrayBufferWriter<byte> buffer = new(1 << 20);
    private ImmutableArray<SourceFile> sources = [];
    private Website? website;

    [GlobalSetup]
    public void Read()
    {
        sources = SamplePages.News(1000);
        website = WebsiteReader.Read(SamplePages.Settings, sources, AsOf, drafts: false).Value;
    }

    [Benchmark]
    public int Reading() => WebsiteReader.Read(SamplePages.Settings, sources, AsOf, drafts: false).Value.Pages.Length;

    [Benchmark]
    public long Rendering()
    {
        var written = 0L;
        foreach (var file in SiteRenderer.Render(website!, PublicInput.Empty, CampaignTheme.Theme, new() { Assets = Assets }).Files)
        {
            file.Write(buffer);
            written += buffer.WrittenCount;
            buffer.ResetWrittenCount();
        }

        return written;
    }
}
