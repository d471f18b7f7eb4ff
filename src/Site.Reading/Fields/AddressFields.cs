using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>Fields that lead somewhere: addresses of the web, and files beside the page.</summary>
internal static class AddressFields
{
    /// <returns>An absolute http or https address, or null where the field is absent or (reported) none.</returns>
    public static string? Url(this WrittenFields fields, string name)
    {
        if (fields.Find(name) is not { } node || fields.TextOf(name, node) is not { } text)
        {
            return null;
        }

        if (WebAddress.IsUsable(text))
        {
            return text;
        }

        fields.WrongType(name, node, "一个网址", "写完整的网址，以 https:// 或 http:// 开头。");
        return null;
    }

    /// <returns>A path relative to the page's file that stays inside <c>content/</c>, or null.</returns>
    public static string? RelativePath(this WrittenFields fields, string name) =>
        fields.Find(name) is { } node ? fields.RelativePathOf(name, node) : null;

    /// <returns>A relative path, or an https address, or null.</returns>
    public static string? PathOrUrl(this WrittenFields fields, string name) =>
        fields.Find(name) is YamlNode.Scalar { Value: var text } && text.Contains("://", StringComparison.Ordinal)
            ? fields.SecureUrl(name)
            : fields.RelativePath(name);

    /// <returns>Links to files beside the page, in the order written.</returns>
    public static ImmutableArray<Link> Files(this WrittenFields fields, string name) =>
        [.. fields.Items(name, oneAlone: true, "")
            .Select(item => fields.RelativePathOf(name, item) is { } target ? new Link(fields.PlaceOf(item), target) : null)
            .OfType<Link>()];

    private static string? SecureUrl(this WrittenFields fields, string name)
    {
        var url = fields.Url(name);
        if (url is null || url.StartsWith("https://", StringComparison.Ordinal))
        {
            return url;
        }

        fields.WrongType(name, fields.Find(name)!, "https 网址或文件的相对路径", "改用以 https:// 开头的网址，或者把文件放在这一页旁边。");
        return null;
    }

    private static string? RelativePathOf(this WrittenFields fields, string name, YamlNode node)
    {
        if (fields.TextOf(name, node) is not { } target)
        {
            return null;
        }

        if (target.StartsWith('/') || target.AsSpan().ContainsAny(":\\?#%"))
        {
            fields.WrongType(name, node, "文件的相对路径", "写文件相对于这一页的位置，用 “/” 隔开：img/poster.jpg。");
            return null;
        }

        if (LeavesContent(fields.Path, target))
        {
            fields.Problems.Add(Problem.Error("path/outside", fields.PlaceOf(node),
                $"“{Quoted.Short(target)}” 指到了 content/ 的外面。", "把文件放进 content/，写它相对于这一页的位置。"));
            return null;
        }

        return target;
    }

    private static bool LeavesContent(string page, string target)
    {
        var depth = page.Count(c => c == '/') - 1;
        foreach (var part in target.Split('/'))
        {
            depth += part switch { "." or "" => 0, ".." => -1, _ => 1 };
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }
}
