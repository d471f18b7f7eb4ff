using Markdig.Syntax.Inlines;
using Site.Core.Diagnostics;

namespace Site.Content.Markdown.Renderers;

internal sealed partial class BodyWriter
{
    private void WriteLink(LinkInline link)
    {
        var isOpen = OpenLink(link, link.Url ?? "");
        WriteInlines(link);
        CloseLink(isOpen);
    }

    private void WriteAddress(AutolinkInline address)
    {
        var isOpen = OpenLink(address, address.IsEmail ? "mailto:" + address.Url : address.Url);
        Text(address.Url);
        CloseLink(isOpen);
    }

    // A link within a link is its text alone: HTML allows no other.
    private bool OpenLink(Inline link, string address)
    {
        var where = page.At(link.Span.Start);
        var destination = LinkDestinationReader.Read(address);
        if (destination is LinkDestination.Refused refused)
        {
            page.Report(Diagnostic.Error(refused.Code, where, $"链接“{SafeText.Quote(address)}”{refused.What}", refused.Cure));
        }

        if (isInLink || destination is LinkDestination.Refused)
        {
            return false;
        }

        html.Raw("<a href=\""u8);
        if (destination is LinkDestination.Outside outside)
        {
            html.Text(outside.Address).Raw(outside.IsWeb ? "\" rel=\"external noopener\""u8 : "\""u8);
        }
        else if (destination is LinkDestination.Inside inside)
        {
            var target = new Link(where, inside.Target);
            page.Links.Add(target);
            html.Hole(new Placeholder.Address(html.Length, target)).Raw("\""u8);
        }

        Attributes(link);
        html.Raw(">"u8);
        return isInLink = true;
    }

    private void CloseLink(bool isOpen)
    {
        if (isOpen)
        {
            isInLink = false;
            html.Raw("</a>"u8);
        }
    }

    private void WritePicture(LinkInline picture, bool isAlone)
    {
        var where = page.At(picture.Span.Start);
        var alt = PlainText.Of(picture);
        var title = string.IsNullOrWhiteSpace(picture.Title) ? null : SafeText.Clean(picture.Title).Trim();
        if (alt.Length == 0)
        {
            page.Report(Diagnostic.Error(
                "picture/no-alt", where,
                $"图片“{SafeText.Quote(picture.Url ?? "")}”没有文字说明，看不见图的人不知道画的是什么。",
                "请在方括号里写出图上有什么。"));
        }

        if (title is not null && !isAlone)
        {
            page.Report(Diagnostic.Warning(
                "picture/caption-not-shown", where,
                $"图注“{SafeText.Quote(title)}”不会显示：图片和别的文字在同一段里。",
                "请让图片单独占一段。"));
        }

        if (PictureTarget(picture, where) is { } target)
        {
            var shown = new Picture(where, target, alt, isAlone ? title : null);
            page.Pictures.Add(shown);
            html.Hole(new Placeholder.Image(html.Length, shown));
        }
        else
        {
            Text(alt);
        }
    }

    private string? PictureTarget(LinkInline picture, Location where)
    {
        var address = picture.Url ?? "";
        switch (LinkDestinationReader.Read(address))
        {
            case LinkDestination.Refused refused:
                page.Report(Diagnostic.Error(refused.Code, where, $"图片地址“{SafeText.Quote(address)}”{refused.What}", refused.Cure));
                return null;
            case LinkDestination.Inside { Target: [not '#', ..] target } when !LinkDestinationReader.LeavesSite(target):
                return target;
            default:
                page.Report(Diagnostic.Error(
                    "picture/other-origin", where,
                    $"图片“{SafeText.Quote(address)}”不是本站的文件；页面不从别的网站取任何东西。",
                    "请把图片存到 content/ 里，用相对路径引用。"));
                return null;
        }
    }
}
