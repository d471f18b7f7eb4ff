using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Site.Tests;

/// <summary>The whole site of this repository, built for an address with a path: every address in every file leads below the path, to a file that is there.</summary>
public sealed partial class BelowPathTests
{
    private const string Base = "/aqyj/";
    private const string Root = "https://x.example.gov.cn" + Base;

    private static readonly string[] Attributes = ["href", "src", "action", "poster", "formaction", "content", "srcset", "imagesrcset"];

    [Trait("Speed", "slow")]
    [Fact]
    public async Task No_address_leads_out_of_the_path_or_to_nothing()
    {
        using var folder = new SiteFolder("");
        var build = await SiteProgram.RunAsync("build", "--site", Repository.Root, "--output", folder.Output, "--url", Root, "--as-of", "2026-06-10");
        Assert.True(build.ExitCode == 0, build.Error);
        var files = Directory.EnumerateFiles(folder.Output, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.Output, path).Replace('\\', '/')).ToHashSet(StringComparer.Ordinal);

        var (wrong, count) = (new List<string>(), 0);
        foreach (var file in files)
        {
            foreach (var address in Addresses(file, File.ReadAllBytes(Path.Combine(folder.Output, file))))
            {
                count++;
                if (Target(address) is not { } target || !(files.Contains(target) || files.Contains(target + "index.html") || Directory.Exists(Path.Combine(folder.Output, target))))
                {
                    wrong.Add($"{file}: {address}");
                }
            }
        }

        Assert.Empty(wrong.Distinct().Take(50));
        Assert.True(count > 10_000, $"{count} addresses");
        Assert.All(files.Where(file => file is "404.html" or "offline.js" or "offline.json" or "manifest.webmanifest" or "sitemap.xml" or "feed.xml" or "feed.json" or "robots.txt" or "_headers"), file => Assert.Contains(file, files));
    }

    /// <returns>Addresses within the site, as written; of pages all attributes are looked at, those for scripts (<c>data-*</c>) too.</returns>
    private static IEnumerable<string> Addresses(string file, byte[] bytes) => Path.GetExtension(file) switch
    {
        ".html" => OfPage(file, Encoding.UTF8.GetString(bytes)),
        ".css" => Url().Matches(Encoding.UTF8.GetString(bytes)).Select(match => match.Groups["url"].Value).Where(url => !url.StartsWith('#')).Select(url => Relative(file, url)),
        ".json" or ".jsonld" when !file.StartsWith("search/", StringComparison.Ordinal) => OfJson(JsonDocument.Parse(bytes).RootElement),
        ".xml" or ".ics" or ".txt" => Absolute().Matches(Encoding.UTF8.GetString(bytes).Replace("\r\n ", "", StringComparison.Ordinal)).Select(match => match.Value),
        "" when file == "_headers" => Encoding.UTF8.GetString(bytes).Split('\n').Where(line => line.StartsWith('/') && !line.Contains('*') && !line.Contains(':')),
        _ => [],
    };

    private static IEnumerable<string> OfPage(string file, string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var element in page.All)
        {
            foreach (var attribute in element.Attributes.Where(attribute => Attributes.Contains(attribute.Name) || attribute.Name.StartsWith("data-", StringComparison.Ordinal)))
            {
                foreach (var value in attribute.Name.EndsWith("srcset", StringComparison.Ordinal) ? attribute.Value.Split(", ").Select(part => part.Split(' ')[0]) : [attribute.Value])
                {
                    if ((value.StartsWith('/') && !value.Contains(' ')) || value.StartsWith("https://x.example.gov.cn", StringComparison.Ordinal))
                    {
                        yield return value;
                    }
                    else if (attribute.Name is "href" or "src" && !value.StartsWith('#') && !value.Contains(':') && value.Length > 0)
                    {
                        yield return Relative(file, value);
                    }
                }
            }
        }

        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json'], script[type='application/json']"))
        {
            foreach (var address in OfJson(JsonDocument.Parse(script.TextContent).RootElement))
            {
                yield return address;
            }
        }
    }

    private static IEnumerable<string> OfJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Where(property => property.Name is not ("path" or "sha256")).SelectMany(property => OfJson(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(OfJson),
        JsonValueKind.String => json.GetString() is { } text && (text.StartsWith("https://x.example.gov.cn", StringComparison.Ordinal) || text.StartsWith(Base, StringComparison.Ordinal)) && !text.Contains(' ')
            ? text.StartsWith("https://x.example.gov.cn", StringComparison.Ordinal) && !text.Contains('#', StringComparison.Ordinal) ? Absolute().Matches(text).Select(match => match.Value) : [text.Split('{')[0]]
            : [],
        _ => [],
    };

    private static string Relative(string file, string url) => new Uri(new Uri(Root + file), url).AbsolutePath;

    /// <returns>The file in the output folder, or null where the address leads out of the path.</returns>
    private static string? Target(string address)
    {
        var path = new Uri(new Uri(Root), address).AbsolutePath;
        return path.StartsWith(Base, StringComparison.Ordinal) ? Uri.UnescapeDataString(path[Base.Length..]) : null;
    }

    [GeneratedRegex("""url\(\s*["']?(?<url>[^"')]+)["']?\s*\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Url();

    [GeneratedRegex("""https://x\.example\.gov\.cn[^\s<>"'，。、；）\\{]*""", RegexOptions.ExplicitCapture)]
    private static partial Regex Absolute();
}
