using System.Buffers;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;

namespace Site.Rendering.Pages;

/// <summary>The files that pages offer to take away: those that a page links to, or that a work or a lecture names.</summary>
internal static class Downloads
{
    public static IEnumerable<OutputFile> Of(Website website)
    {
        if (website.Files.IsEmpty)
        {
            return [];
        }

        var wanted = website.Pages.SelectMany(page => Targets(page).Select(target => LinkTargets.Find(website, page.Path, target)))
            .OfType<LinkTarget.ToFile>().Select(target => target.File);
        return wanted.DistinctBy(file => file.Path).OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new OutputFile(LinkTargets.AddressOf(file)[1..], output => output.Write(file.Load())));
    }

    private static IEnumerable<string> Targets(Page page)
    {
        var linked = PageFragments.Of(page).SelectMany(fragment => fragment.Placeholders).OfType<Placeholder.Address>().Select(hole => hole.Link.Target);
        return page switch
        {
            WorkPage work => linked.Concat(work.Files.Select(file => file.Target)),
            LecturePage lecture => linked.Concat(new[] { lecture.Video, lecture.Audio, lecture.Captions, lecture.Transcript }.OfType<string>()),
            _ => linked,
        };
    }
}
