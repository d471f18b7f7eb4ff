using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Site.Content.Settings;
using Site.Core.Sources;
using Site.Rendering.Html;
using Site.Rendering.Pictures;
using Site.Rendering.Views;

namespace Site.Rendering.Traditional;

/// <summary>The same pages in traditional characters, at the same addresses below <see cref="Home"/>.</summary>
/// <remarks>A page is drawn as any other, for its head and its switch differ, and then its texts are put into traditional characters. What it leads to follows: pages below <see cref="Home"/>, files where they lie.</remarks>
internal static class TraditionalPages
{
    /// <summary>Where they lie, from the site's root.</summary>
    public const string Home = "/zh-hant/";

    /// <summary>What HTML says of their language.</summary>
    public const string Language = "zh-Hant";

    /// <param name="routes">All pages of the site.</param>
    /// <param name="drawings">Addresses of drawings and posters that are there in traditional characters, too.</param>
    /// <param name="write">Draws the page for a reader of traditional characters, texts as they were written.</param>
    public static IEnumerable<OutputFile> Of(SiteSettings settings, IReadOnlyCollection<Route> routes, IEnumerable<string> drawings, Action<IBufferWriter<byte>, View> write)
    {
        ImmutableArray<Route> own = [.. routes.Where(route => route.Address.EndsWith('/'))];
        var pages = new TraditionalMarkup(settings.BasePath, own.Select(route => route.Address).Concat(drawings).Select(address => SiteAddress.Href(settings, address)).ToFrozenSet(StringComparer.Ordinal));
        return own.Select(route => new OutputFile(Home[1..] + route.FilePath, output =>
        {
            var page = new ArrayBufferWriter<byte>(64 * 1024);
            write(page, route.View());
            output.WriteMarkup(pages.Convert(Encoding.UTF8.GetString(page.WrittenSpan)));
        })
        {
            Key = route.Key,
        });
    }

    /// <returns>The drawings among the site's pictures that show words which are others in traditional characters, with these.</returns>
    /// <remarks>What else a drawing says, its title, nobody reads where a page shows it: the words of the page stand for it.</remarks>
    public static ImmutableArray<OutputFile> Drawings(SiteSettings settings, IEnumerable<ResponsivePicture> pictures) =>
    [
        .. PublishedPictures.Files(pictures.Where(picture => picture.Fallback.Name.EndsWith(".svg", StringComparison.Ordinal) && HasOtherWords(settings, picture.Fallback.Load())))
            .Select(drawing => Drawing(settings, drawing)),
    ];

    /// <param name="drawing">A drawing in SVG.</param>
    /// <returns>The same drawing, its words in traditional characters.</returns>
    public static OutputFile Drawing(SiteSettings settings, OutputFile drawing) => Placed(drawing) with
    {
        Write = output =>
        {
            var svg = new ArrayBufferWriter<byte>(64 * 1024);
            drawing.Write(svg);
            output.WriteMarkup(Convert(settings, Encoding.UTF8.GetString(svg.WrittenSpan)));
        },
    };

    private static bool HasOtherWords(SiteSettings settings, byte[] drawing) =>
        drawing.AsSpan().IndexOf("<text"u8) >= 0 && Encoding.UTF8.GetString(drawing) is var svg && Convert(settings, svg) != svg;

    /// <returns>The drawing with its words in traditional characters.</returns>
    public static string Convert(SiteSettings settings, string svg) => new TraditionalMarkup(settings.BasePath, FrozenSet<string>.Empty).Convert(svg);

    /// <returns>The same file, where the pages in traditional characters look for it.</returns>
    public static OutputFile Placed(OutputFile file) => file with { Path = Home[1..] + file.Path };

    /// <returns>Where the same page lies in traditional characters.</returns>
    /// <param name="address">Of a page, from the site's root: <c>/guides/</c>. What is no page of its own, such as 404.html, has the home page.</param>
    public static string AddressOf(string address) => address.EndsWith('/') ? Home + address[1..] : Home;
}

/// <summary>Puts the texts of finished pages into traditional characters: text, and attributes that are read or shown. Addresses, ids, scripts and data stay as they are.</summary>
/// <param name="basePath">Where the site lies on its host: <c>/</c> or <c>/aqyj/</c>.</param>
/// <param name="pages">What stands in an <c>href</c>, without fragment, for each page and drawing that is there in traditional characters.</param>
internal sealed class TraditionalMarkup(string basePath, FrozenSet<string> pages)
{
    /// <summary>Of meta elements <c>content</c> is text where it describes the page.</summary>
    private static readonly FrozenSet<string> Texts = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "alt", "title", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "placeholder", "label", "summary", "data-compare", "data-pledge", "data-organiser");

    private static readonly FrozenSet<string> MetaTexts = FrozenSet.Create(StringComparer.Ordinal, "description", "og:title", "og:description", "og:site_name", "og:image:alt");

    /// <summary>What stands in them is no sentence: program text, and what is typed as it stands.</summary>
    private static readonly FrozenSet<string> Verbatim = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "code", "kbd", "samp");

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/>=");

    private static readonly SearchValues<char> UrlEnds = SearchValues.Create(" \t\n\r\f，。；、）》”");

    /// <param name="html">A page as the renderer makes it: attributes in quotes or without value, no <c>&lt;</c> but of tags.</param>
    public string Convert(string html)
    {
        var made = new StringBuilder(html.Length + 1024);
        // The element that is kept as it is, and how many of its name are open within it.
        var (kept, depth) = ("", 0);
        for (var at = 0; at < html.Length;)
        {
            var next = html.IndexOf('<', at);
            var text = html.AsSpan(at, (next < 0 ? html.Length : next) - at);
            if (depth > 0)
            {
                made.Append(text);
            }
            else
            {
                Text(text, made);
            }

            if (next < 0)
            {
                break;
            }

            var isEnd = html.AsSpan(next + 1).StartsWith("/");
            var name = Name(html, next + (isEnd ? 2 : 1));
            if (name.Length == 0)
            {
                at = After(html, next, html.AsSpan(next).StartsWith("<!--") ? "-->" : ">");
                made.Append(html, next, at - next);
            }
            else if (isEnd)
            {
                at = After(html, next, ">");
                made.Append(html, next, at - next);
                depth -= depth > 0 && Is(name, kept) ? 1 : 0;
            }
            else if (Is(name, "script") || Is(name, "style"))
            {
                at = After(html, next, $"</{name}>");
                made.Append(html, next, at - next);
            }
            else
            {
                (at, var isKept) = Tag(html, next, name, depth > 0, made);
                if (depth > 0 ? Is(name, kept) : isKept)
                {
                    (kept, depth) = (name.ToString(), depth + 1);
                }
            }
        }

        return made.ToString();
    }

    private static ReadOnlySpan<char> Name(string html, int from)
    {
        if (from >= html.Length || !char.IsAsciiLetter(html[from]))
        {
            return default;
        }

        var rest = html.AsSpan(from);
        return rest[..(rest.IndexOfAny(NameEnds) is >= 0 and var end ? end : rest.Length)];
    }

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static int After(string html, int from, string end) => html.IndexOf(end, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at + end.Length : html.Length;

    /// <summary>Appends a start tag with its attributes.</summary>
    /// <returns>Where it ends; whether what stands in the element is kept as it is: verbatim text, or another language than the page's.</returns>
    private (int End, bool IsKept) Tag(string html, int start, ReadOnlySpan<char> element, bool isInKept, StringBuilder made)
    {
        var attributes = new List<(string Name, int Start, int End)>();
        var at = start + 1 + element.Length;
        while (at < html.Length && html[at] != '>')
        {
            if (html[at] is ' ' or '\t' or '\n' or '\r' or '\f' or '/' or '=')
            {
                at++;
                continue;
            }

            var length = html.AsSpan(at).IndexOfAny(NameEnds) is >= 0 and var end ? end : html.Length - at;
            var name = html.Substring(at, length);
            at += length;
            if (at + 1 >= html.Length || html[at] != '=')
            {
                attributes.Add((name, at, at));
                continue;
            }

            var quote = html[at + 1] is '"' or '\'' ? html[at + 1] : '\0';
            var from = at + (quote == '\0' ? 1 : 2);
            var to = quote == '\0' ? from + html.AsSpan(from).IndexOfAny(' ', '>') : html.IndexOf(quote, from);
            to = to < from ? html.Length : to;
            attributes.Add((name, from, to));
            at = to + (quote == '\0' ? 0 : 1);
        }

        at = Math.Min(html.Length, at + 1);
        var isKeptItself = Verbatim.Contains(element.ToString()) || attributes.Any(attribute =>
            (attribute.Name == "lang" && !Is(html.AsSpan(attribute.Start, attribute.End - attribute.Start), TraditionalPages.Language))
            || (attribute.Name == "translate" && html.AsSpan(attribute.Start, attribute.End - attribute.Start) is "no"));
        var isKept = isInKept || isKeptItself;
        var copied = start;
        foreach (var (name, from, to) in attributes.Where(_ => !isKept))
        {
            var value = html.AsSpan(from, to - from);
            if (value.IsEmpty || !IsChanged(element, name, html, attributes))
            {
                continue;
            }

            made.Append(html, copied, from - copied);
            if (IsAddress(name))
            {
                made.Append(Within(value.ToString()));
            }
            else
            {
                Text(value, made);
            }

            copied = to;
        }

        made.Append(html, copied, at - copied);
        return (at, isKeptItself);
    }

    private static bool IsAddress(string name) => name is "href" or "action" or "src";

    private static bool IsChanged(ReadOnlySpan<char> element, string name, string html, List<(string Name, int Start, int End)> attributes) =>
        IsAddress(name) ? Is(element, "a") || Is(element, "area") || Is(element, "form") || Is(element, "img")
        : name == "content" ? Is(element, "meta") && attributes.Any(attribute => attribute.Name is "name" or "property" && MetaTexts.Contains(html[attribute.Start..attribute.End]))
        : Texts.Contains(name);

    /// <returns>The address of the same page or drawing in traditional characters, its query and fragment kept; anything else stays.</returns>
    private string Within(string address)
    {
        var end = address.AsSpan().IndexOfAny('#', '?') is >= 0 and var found ? found : address.Length;
        return pages.Contains(address[..end]) ? string.Concat(basePath, TraditionalPages.Home.AsSpan(1), address.AsSpan(basePath.Length)) : address;
    }

    /// <summary>Appends text, in which whole addresses stay as they are.</summary>
    private static void Text(ReadOnlySpan<char> text, StringBuilder made)
    {
        for (var at = 0; at < text.Length;)
        {
            var rest = text[at..];
            var url = rest.IndexOf("://", StringComparison.Ordinal);
            if (url < 0)
            {
                TraditionalText.Write(rest, made);
                return;
            }

            var end = rest[url..].IndexOfAny(UrlEnds) is >= 0 and var found ? url + found : rest.Length;
            TraditionalText.Write(rest[..url], made);
            made.Append(rest[url..end]);
            at += end;
        }
    }
}
