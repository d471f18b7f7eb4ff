using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;

namespace Site.Tests;

/// <summary>What is kept from one build to the next.</summary>
public sealed class ContentCacheTests
{
    [Fact]
    public void What_was_made_is_found_again_by_what_it_was_made_from()
    {
        using var folder = new SiteFolder("");
        var cache = new ContentCache(folder.In("cache"));
        var made = cache.FolderOf(1, [1, 2], ".png");
        ContentCache.Write(made, new JsonObject { ["width"] = 7 }, [("a.webp", [3])]);

        Assert.Equal(7, ContentCache.Read(made)!["width"]!.GetValue<int>());
        Assert.Null(ContentCache.Read(cache.FolderOf(2, [1, 2], ".png")));
        Assert.Null(ContentCache.Read(cache.FolderOf(1, [1, 3], ".png")));
        Assert.Equal([4], File.ReadAllBytes(cache.Draw(1, [5], ".png", () => [4])));
        Assert.Equal([4], File.ReadAllBytes(cache.Draw(1, [5], ".png", () => throw new InvalidOperationException("It is kept."))));
    }

    [Fact]
    public void A_folder_of_a_build_that_was_killed_is_not_taken_for_whole()
    {
        using var folder = new SiteFolder("");
        var cache = new ContentCache(folder.In("cache"));
        var made = cache.FolderOf(1, [1], ".png");
        ContentCache.Write(made, [], [("a.webp", [3])]);
        File.Delete(Path.Combine(made, "entry.json"));

        Assert.Null(ContentCache.Read(made));
    }

    [Fact]
    public void What_no_build_has_used_for_two_months_goes_and_what_one_has_used_stays()
    {
        using var folder = new SiteFolder("");
        var cache = new ContentCache(folder.In("cache"));
        var (old, used, young) = (cache.FolderOf(1, [1], ".png"), cache.FolderOf(1, [2], ".png"), cache.FolderOf(1, [3], ".png"));
        foreach (var made in (string[])[old, used, young])
        {
            ContentCache.Write(made, [], [("a.webp", [3])]);
        }

        var (oldShare, usedShare) = (cache.Draw(1, [1], ".png", () => [1]), cache.Draw(1, [2], ".png", () => [2]));
        foreach (var file in (string[])[Path.Combine(old, "entry.json"), Path.Combine(used, "entry.json"), oldShare, usedShare])
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-70));
        }

        ContentCache.Read(used);
        cache.Draw(1, [2], ".png", () => []);
        cache.Prune();

        Assert.Equal([false, true, true], new[] { old, used, young }.Select(Directory.Exists));
        Assert.Equal([false, true], new[] { oldShare, usedShare }.Select(File.Exists));
        Assert.NotNull(ContentCache.Read(used));
    }

    [Fact]
    public void A_cache_that_is_not_there_is_pruned_without_a_word()
    {
        using var folder = new SiteFolder("");

        new ContentCache(folder.In("none")).Prune();
    }
}
