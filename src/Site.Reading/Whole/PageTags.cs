using Site.Model;

namespace Site.Reading;

/// <summary>Finds tags that differ in capitals alone: two addresses, but one folder on many disks.</summary>
internal static class PageTags
{
    /// <summary>Reports <c>front-matter/tag-capitals</c> at each page whose tag is not written as on the first page, by path.</summary>
    public static void Find(IReadOnlyList<Page> pages, List<Problem> problems)
    {
        var first = new Dictionary<string, (string Tag, Page Page)>(StringComparer.OrdinalIgnoreCase);
        foreach (var page in pages)
        {
            foreach (var tag in page.Tags)
            {
                if (!first.TryAdd(tag, (tag, page)) && first[tag].Tag != tag)
                {
                    problems.Add(Problem.Error("front-matter/tag-capitals", page.Places["tags"],
                        $"标签 “{tag}” 在 {first[tag].Page.Path} 里写作 “{first[tag].Tag}”，只有大小写不同。", "两处写成一样。"));
                }
            }
        }
    }
}
