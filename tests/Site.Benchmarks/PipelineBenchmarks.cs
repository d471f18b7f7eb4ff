using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Site.Content.Loading;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Privacy.Leaks;
using Site.Rendering;
using Site.Rendering.Themes;
using Site.Themes.Campaign;

namespace Site.Benchmarks;

/// <summary>The two halves of the pipeline without the disk: reading 1,000 pages, and drawing them with their lists, feeds and sitemap, without the leak scan and with it.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private static readonly DateOnly AsOf = new(2026, 6, 16);

    private static readonly ThemeAssets Assets = new([.. new[] { "early.js", "site.css", "icon.svg", "site.js", "signs.svg" }
        .Select(name => new ThemeAsset(name, name, ReadOnlyMemory<byte>.Empty))]);

    private readonly ArrayBufferWriter<byte> buffer = new(1 << 20);
    private ImmutableArray<SourceFile> sources = [];
    private Website? website;
    private LeakScanner? gate;

    [GlobalSetup]
    public void Read()
    {
        sources = SamplePages.News(1000);
        website = WebsiteReader.Read(SamplePages.Settings, sources, AsOf, drafts: false).Value;
        gate = Gate();
    }

    [Benchmark]
    public int Reading() => WebsiteReader.Read(SamplePages.Settings, sources, AsOf, drafts: false).Value.Pages.Length;

    [Benchmark(Baseline = true)]
    public long Rendering() => Render(gate: null);

    /// <summary>Rendering with the scan for private values beside the ledgers of this repository: the share of the scan is the difference.</summary>
    [Benchmark]
    public long RenderingAndScanning() => Render(gate);

    private long Render(LeakScanner? gate)
    {
        var written = 0L;
        foreach (var file in SiteRenderer.Render(website!, PublicInput.Empty, CampaignTheme.Theme, new() { Assets = Assets }).Files)
        {
            file.Write(buffer);
            written += buffer.WrittenCount + (gate?.Find(file.Path, buffer.WrittenSpan).Length ?? 0);
            buffer.ResetWrittenCount();
        }

        return written;
    }

    private static LeakScanner Gate([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath("../..", Path.GetDirectoryName(here)!);
        var files = Directory.EnumerateFiles(Path.Combine(root, "input"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path: Path.GetRelativePath(root, path).Replace('\\', '/'), Bytes: File.ReadAllBytes(path)));
        return LeakScanner.Create(PrivateInput.Read([.. files.Select(file => new SourceFile(file.Path, file.Bytes.Length, () => file.Bytes))]).Value, []);
    }
}
