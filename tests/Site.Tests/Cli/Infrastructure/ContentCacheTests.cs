using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;

namespace Site.Tests;

/// <summary>What is kept from one build to the next.</summary>
public sealed class ContentCacheTests
{
    private static readonly CacheSeal Seal = CacheSeal.OfProcess();

    [Fact]
    public void What_was_made_is_found_again_by_what_it_was_made_from()
    {
        using var folder = new SiteFolder("");
        var cache = new ContentCache(folder.In("cache"), Seal);
        var made = cache.FolderOf(1, [1, 2], ".png");
        cache.Write(made, new JsonObject { ["width"] = 7 }, [("a.webp", [3])]);

        Assert.Equal(7, cache.Read(made)!["width"]!.GetValue<int>());
        Assert.Null(cache.Read(cache.FolderOf(2, [1, 2], ".png")));
        Assert.Null(cache.Read(cache.FolderOf(1, [1, 3], ".png")));
        Assert.Equal([3], ContentCache.Load(made, "a.webp", ContentCache.HashOf([3])));
        Assert.Equal([4], cache.Draw(1, [5], ".png", () => [4]).Load());
        Assert.Equal([4], cache.Draw(1, [5], ".png", () => throw new InvalidOperationException("It is kept.")).Load());
    }

    [Fact]
    public void What_somebody_else_wrote_or_changed_is_made_anew()
    {
        using var folder = new SiteFolder("");
        var (cache, other) = (new ContentCache(folder.In("cache"), Seal), new ContentCache(folder.In("cache"), CacheSeal.OfProcess()));
        var (made, foreign) = (cache.FolderOf(1, [1], ".png"), cache.FolderOf(1, [2], ".png"));
        cache.Write(made, new JsonObject { ["width"] = 7 }, [("a.webp", [3])]);
        other.Write(foreign, new JsonObject { ["width"] = 7 }, [("a.webp", [3])]);
        var share = Directory.GetParent(Path.GetDirectoryName(made)!)!.FullName + "/share/";

        Assert.Null(cache.Read(foreign));
        Assert.Null(cache.Read(Move(made, foreign)));
        Assert.Null(ContentCache.Load(foreign, "a.webp", ContentCache.HashOf([4])));
        Assert.Null(ContentCache.Load(foreign, "b.webp", ContentCache.HashOf([3])));
        Assert.Equal([4], other.Draw(1, [5], ".png", () => [4]).Load());
        Assert.Equal([6], cache.Draw(1, [5], ".png", () => [6]).Load());
        File.WriteAllBytes(share + cache.Draw(1, [5], ".png", () => []).Name, [7]);
        Assert.Equal([8], cache.Draw(1, [5], ".png", () => [8]).Load());
        Assert.Equal([8], cache.Draw(1, [5], ".png", () => throw new InvalidOperationException("It is kept.")).Load());

        // What was written of one picture is nothing of another.
        static string Move(string from, string to)
        {
            File.Copy(Path.Combine(from, "entry.json"), Path.Combine(to, "entry.json"), overwrite: true);
            return to;
        }
    }

    [Fact]
    public void A_folder_of_a_build_that_was_killed_is_not_taken_for_whole()
    {
        using var folder = new SiteFolder("");
        var cache = new ContentCache(folder.In("cache"), Seal);
        var made = cache.FolderOf(1, [1], ".png");
        cache.Write(made, [], [("a.webp", [3])]);
        File.Delete(Path.Combine(made, "entry.json"));

        Assert.Null(cache.Read(made));
    }

    [Fact]
    public void What_no_build_has_used_for_two_months_goes_and_what_one_has_used_stays()
    {
        using var folder = new SiteFolder("");
        var cache = new ContentCache(folder.In("cache"), Seal);
        var (old, used, young) = (cache.FolderOf(1, [1], ".png"), cache.FolderOf(1, [2], ".png"), cache.FolderOf(1, [3], ".png"));
        foreach (var made in (string[])[old, used, young])
        {
            cache.Write(made, [], [("a.webp", [3])]);
        }

        var (oldShare, usedShare) = (Drawn([1]), Drawn([2]));
        foreach (var file in (string[])[Path.Combine(old, "entry.json"), Path.Combine(used, "entry.json"), oldShare, usedShare])
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-70));
        }

        cache.Read(used);
        Drawn([2]);
        cache.Prune();

        Assert.Equal([false, true, true], new[] { old, used, young }.Select(Directory.Exists));
        Assert.Equal([false, true], new[] { oldShare, usedShare }.Select(File.Exists));
        Assert.NotNull(cache.Read(used));

        string Drawn(byte[] told)
        {
            var (name, load) = cache.Draw(1, told, ".png", () => told);
            load();
            return Path.Combine(folder.In("cache"), "share", name);
        }
    }

    [Fact]
    public void A_cache_that_is_not_there_is_pruned_without_a_word()
    {
        using var folder = new SiteFolder("");

        new ContentCache(folder.In("none"), Seal).Prune();
    }
}
