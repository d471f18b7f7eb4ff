using System.Buffers;
using System.Text;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Exposures.Entries;
using Site.Rendering.Components;
using Site.Rendering.Themes;
using Site.Rendering.Views;
using Site.Statistics.Published;

namespace Site.Rendering.Pages;

/// <summary>
/// Puts pages together. What surrounds the main part is the same on all pages of a section: it is drawn once and cut where the head
/// and the main part go, so that a page costs only what is its own.
/// </summary>
internal sealed class PageDocument
{
    // U+FDD0 and U+FDD1 are noncharacters: the reader refuses them in content, so they cannot stand anywhere else.
    private const string HeadMark = "\uFDD0";
    private const string MainMark = "\uFDD1";
    private readonly Theme theme;
    private readonly Dictionary<Type, Type> layouts;
    private readonly Dictionary<string, Lazy<Frame>> frames;

    public PageDocument(RenderContext stage, Theme theme)
    {
        this.theme = theme;
        layouts = theme.Templates.ToDictionary(layout => layout.Of, layout => layout.Component);
        var menu = Menu.Of(stage.Website);
        frames = SiteUrls.Sections.Select(section => section.Address).Concat(["", "/", StatisticsUrls.Home, ExposureAddresses.Home])
            .ToDictionary(section => section, section => new Lazy<Frame>(() => Draw(stage, menu, section)), StringComparer.Ordinal);
    }

    /// <summary>Writes a whole page.</summary>
    /// <exception cref="InvalidOperationException">The theme has no layout for this view or page.</exception>
    public void Write(IBufferWriter<byte> output, ComponentRenderer drawing, View view, Action<IBufferWriter<byte>, View> writeHead)
    {
        var frame = frames[view.Section ?? ""].Value;
        output.Write(frame.Start);
        writeHead(output, view);
        output.Write(frame.Middle);
        if (view is PageView page)
        {
            drawing.Render(output, LayoutOf(page.Page.GetType()), ("View", page), ("Page", page.Page));
        }
        else
        {
            drawing.Render(output, LayoutOf(view.GetType()), ("View", view));
        }

        output.Write(frame.End);
    }

    private Type LayoutOf(Type kind) => layouts.TryGetValue(kind, out var component)
        ? component
        : throw new InvalidOperationException($"The theme {theme.Name} has no layout for {kind.Name}.");

    private Frame Draw(RenderContext stage, System.Collections.Immutable.ImmutableArray<MenuEntry> menu, string section)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        var frame = new LayoutModel
        {
            Website = stage.Website,
            Menu = menu,
            Section = section.Length == 0 ? null : section,
            Head = HeadMark,
            Main = MainMark,
            Resolve = stage.Resolve,
            Assets = stage.Assets,
            HasSearch = stage.HasSearch,
        };
        using var drawing = new ComponentRenderer();
        drawing.Render(buffer, theme.Layout, ("Frame", frame));
        var html = buffer.WrittenSpan;
        var head = html.IndexOf(Encoding.UTF8.GetBytes(HeadMark));
        var main = html.IndexOf(Encoding.UTF8.GetBytes(MainMark));
        return head >= 0 && main > head
            ? new(html[..head].ToArray(), html[(head + 3)..main].ToArray(), html[(main + 3)..].ToArray())
            : throw new InvalidOperationException($"The shell of the theme {theme.Name} must print Head, then Main, once each.");
    }

    private sealed record Frame(byte[] Start, byte[] Middle, byte[] End);
}
