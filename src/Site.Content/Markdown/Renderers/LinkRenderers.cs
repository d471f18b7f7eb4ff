using Markdig.Syntax.Inlines;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes links, and notes those within the site. A link within a link is its text alone: HTML allows no other.</summary>
internal sealed class LinkRenderer : MarkdownRenderer<LinkInline>
{
    /// <returns>Whether a link was opened, which <see cref="Close"/> closes; one that must not or cannot be followed is reported.</returns>
    public static bool Open(BodyWriter writer, Inline link, string address)
    {
        var (html, page) = (writer.Html, writer.Context);
        var location = page.At(link.Span.Start);
        var destination = LinkDestinationReader.Read(address);
        if (destination is LinkDestination.Refused refused)
        {
            page.Report(Diagnostic.Error(refused.Code, location, $"链接“{Quoted.Line(address)}”{refused.Message}", refused.Help));
        }

        if (destination is LinkDestination.Outside { IsWeb: true, Address: var web } && LocalAddress.Is(web))
        {
            page.Report(LocalAddress.Warning(location, address));
        }

        if (destination is LinkDestination.Outside { Address: var leads } && link is LinkInline { IsAutoLink: false } words && DeceivingAddress.Compare(PlainText.Of(words), leads, location) is { } other)
        {
            page.Report(other);
        }

        if (writer.IsInLink || destination is LinkDestination.Refused)
        {
            return false;
        }

        html.Raw("<a"u8);
        var start = html.Length;
        html.Raw(" href=\""u8);
        if (destination is LinkDestination.Outside outside)
        {
            html.Text(outside.Address).Raw(outside.IsWeb ? "\" rel=\"external noopener\""u8 : "\""u8);
            if (outside.IsWeb)
            {
                html.Placeholder(new Placeholder.Web(start, html.Length - start, new(location, outside.Address)));
            }
        }
        else if (destination is LinkDestination.Inside inside)
        {
            var target = new Link(location, inside.Target);
            page.Links.Add(target);
            html.Placeholder(new Placeholder.Address(html.Length, target)).Raw("\""u8);
        }

        writer.Attributes(link);
        html.Raw(">"u8);
        return writer.IsInLink = true;
    }

    public static void Close(BodyWriter writer, bool isOpen)
    {
        if (isOpen)
        {
            writer.IsInLink = false;
            writer.Html.Raw("</a>"u8);
        }
    }

    protected override void Write(BodyWriter writer, LinkInline link)
    {
        if (link.IsImage)
        {
            PictureRenderer.Write(writer, link, isAlone: false);
        }
        else if (writer.Enter(link))
        {
            var isOpen = Open(writer, link, link.Url ?? "");
            writer.WriteInlines(link);
            Close(writer, isOpen);
            writer.Leave();
        }
    }
}

/// <summary>Writes addresses in angle brackets as links.</summary>
internal sealed class AutolinkRenderer : MarkdownRenderer<AutolinkInline>
{
    protected override void Write(BodyWriter writer, AutolinkInline address)
    {
        var isOpen = LinkRenderer.Open(writer, address, address.IsEmail ? "mailto:" + address.Url : address.Url);
        writer.Text(address.Url);
        LinkRenderer.Close(writer, isOpen);
    }
}

/// <summary>Leaves a place for each picture, and notes it; one that cannot be shown gives its words.</summary>
internal static class PictureRenderer
{
    /// <param name="isAlone">Whether it is all that its paragraph holds, so that its title is shown below it.</param>
    public static void Write(BodyWriter writer, LinkInline picture, bool isAlone)
    {
        var page = writer.Context;
        var location = page.At(picture.Span.Start);
        var alt = PlainText.Of(picture);
        var title = string.IsNullOrWhiteSpace(picture.Title) ? null : SafeText.Clean(picture.Title).Trim();
        if (alt.Length == 0)
        {
            page.Report(Diagnostic.Error(
                "picture/no-alt", location,
                $"图片“{Quoted.Line(picture.Url ?? "")}”没有文字说明，看不见图的人不知道画的是什么。",
                "请在方括号里写出图上有什么。"));
        }

        if (title is not null && !isAlone)
        {
            page.Report(Diagnostic.Warning(
                "picture/caption-not-shown", location,
                $"图注“{Quoted.Line(title)}”不会显示：图片和别的文字在同一段里。",
                "请让图片单独占一段。"));
        }

        if (Target(page, picture, location) is { } target)
        {
            var shown = new Picture(location, target, alt, isAlone ? title : null);
            page.Pictures.Add(shown);
            writer.Html.Placeholder(new Placeholder.Image(writer.Html.Length, shown));
        }
        else
        {
            writer.Text(alt);
        }
    }

    private static string? Target(MarkdownContext page, LinkInline picture, Location location)
    {
        var address = picture.Url ?? "";
        switch (LinkDestinationReader.Read(address))
        {
            case LinkDestination.Refused refused:
                page.Report(Diagnostic.Error(refused.Code, location, $"图片地址“{Quoted.Line(address)}”{refused.Message}", refused.Help));
                return null;
            case LinkDestination.Inside { Target: [not '#', ..] target } when !LinkDestinationReader.LeavesSite(target):
                return target;
            default:
                page.Report(Diagnostic.Error(
                    "picture/other-origin", location,
                    $"图片“{Quoted.Line(address)}”不是本站的文件；页面不从别的网站取任何东西。",
                    "请把图片存到 content/ 里，用相对路径引用。"));
                return null;
        }
    }
}
