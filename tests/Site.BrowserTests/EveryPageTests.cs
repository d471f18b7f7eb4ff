using System.Collections.Concurrent;

namespace Site.BrowserTests;

/// <summary>What holds for all pages of the site, not only for one of each template.</summary>
public sealed class EveryPageTests(Browsing browsing)
{
    public static TheoryData<string> TemplateNames => Templates.Names;

    [Trait("Speed", "slow")]
    [Fact]
    public async Task Every_page_loads_without_a_complaint_and_fits_the_smallest_phone_in_large_type()
    {
        var tooWide = new ConcurrentBag<string>();

        // A visit for a hundred pages: one that goes on for a thousand grows slow.
        await Parallel.ForEachAsync(browsing.Site.Pages.Chunk(100), new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (paths, _) =>
        {
            await using var visit = await browsing.VisitAsync(new() { Width = 320, Height = 640, IsLarge = true });
            foreach (var path in paths)
            {
                await visit.GoAsync(path);
                if (await visit.Page.SidewaysAsync() is > 0 and var sideways)
                {
                    tooWide.Add($"{path} is {sideways} px too wide");
                }
            }

            visit.AssertFlawless();
        });

        Assert.True(tooWide.IsEmpty, string.Join('\n', tooWide));
    }

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task A_page_loads_at_most_40_KB_of_styles_and_script(string template)
    {
        var files = (await browsing.LookAtTemplateAsync(template)).Files;

        var bytes = files.Sum(file => Compressed(Path.Combine(browsing.Site.Folder, file.TrimStart('/'))));

        Assert.Contains(files, file => file.EndsWith(".css", StringComparison.Ordinal));
        Assert.True(bytes <= 40 * 1024, $"It loads {bytes} bytes: {string.Join(", ", files)}");
    }

    private static long Compressed(string file)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(file));
        }

        return bytes.Length;
    }
}
