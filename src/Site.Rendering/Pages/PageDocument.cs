using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Components;
using Site.Content.Types;
using Site.Exposures.Entries;
using Site.Rendering.Components;
using Site.Rendering.Themes;
using Site.Rendering.Traditional;
using Site.Rendering.Views;
using Site.Statistics.Published;

namespace Site.Rendering.Pages;

/// <summary>
/// Puts pages together. What surrounds the main part is the same on all pages of a section: it is drawn once and cut where the head
/// and the main part go, so that a page costs only what is its own.
/// </summary>
#pragma warning disable CA1001 // Its renderers live as long as the build: the files that it lists are made later, from any thread.
internal sealed class PageDocument
{
    // U+FDD0 to U+FDD2 are noncharacters: the reader refuses them in content, so they cannot stand anywhere else.
    private const string HeadMark = "\uFDD0";
    private const string MainMark = "\uFDD1";
    private const string OtherMark = "\uFDD2";
    private readonly RenderContext context;
    private readonly Action<IBufferWriter<byte>, View> writeHead;
    private readonly ThreadLocal<ComponentRenderer> renderers;
    private readonly Dictionary<string, Lazy<Frame>> frames;

    /// <param name="context">What surrounds every page.</param>
    /// <param name="writeHead">Writes the head's own part of a page.</param>
    public PageDocument(RenderContext context, Action<IBufferWriter<byte>, View> writeHead)
    {
        this.context = context;
        this.writeHead = writeHead;
        renderers = new(() => new(context));
        frames = ContentTypes.Sections.Select(section => section.ListAddress).Concat(["", "/", StatisticsUrls.Home, ExposureAddresses.Home])
            .ToDictionary(section => section, section => new Lazy<Frame>(() => Draw(section)), StringComparer.Ordinal);
    }

    /// <summary>Writes a whole page; from any thread.</summary>
    /// <exception cref="InvalidOperationException">The theme has no template for this view or page.</exception>
    public void Write(IBufferWriter<byte> output, View view)
    {
        var frame = frames[view.Section ?? ""].Value;
        var other = context.Website.Settings.HasTraditional ? Encoding.UTF8.GetBytes(context.Urls.Href(context.IsTraditional ? view.Address : TraditionalPages.AddressOf(view.Address))) : null;
        Write(output, frame.Start, other);
        writeHead(output, view);
        Write(output, frame.Middle, other);
        renderers.Value!.Render(output, TemplateOf(view is PageView page ? page.Page.GetType() : view.GetType()), ("View", view));
        Write(output, frame.End, other);
    }

    /// <param name="other">What stands in place of each <see cref="OtherMark"/>; null where there is none.</param>
    private static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> part, byte[]? other)
    {
        while (other is not null && part.IndexOf("\uFDD2"u8) is >= 0 and var mark)
        {
            output.Write(part[..mark]);
            output.Write(other);
            part = part[(mark + 3)..];
        }

        output.Write(part);
    }

    private Type TemplateOf(Type pageOrView) => context.Theme.TemplateOf(pageOrView)
        ?? throw new InvalidOperationException($"The theme {context.Theme.Name} has no template for {pageOrView.Name}.");

    private Frame Draw(string section)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using var renderer = new ComponentRenderer(context);
        renderer.Render(
            buffer, context.Theme.Layout,
            ("Section", section.Length == 0 ? null : section), ("Other", context.Website.Settings.HasTraditional ? OtherMark : null), ("Head", (MarkupString)HeadMark), ("Main", (MarkupString)MainMark));
        var html = buffer.WrittenSpan;
        var head = html.IndexOf(Encoding.UTF8.GetBytes(HeadMark));
        var main = html.IndexOf(Encoding.UTF8.GetBytes(MainMark));
        return head >= 0 && main > head
            ? new(html[..head].ToArray(), html[(head + 3)..main].ToArray(), html[(main + 3)..].ToArray())
            : throw new InvalidOperationException($"The layout of the theme {context.Theme.Name} must print Head, then Main, once each.");
    }

    private sealed record Frame(byte[] Start, byte[] Middle, byte[] End);
}
