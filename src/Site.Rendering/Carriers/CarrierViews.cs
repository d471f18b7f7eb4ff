using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Site.Content.Types;
using Site.Rendering.Posters;
using Site.Rendering.Views;

namespace Site.Rendering.Carriers;

/// <summary>Addresses of what is made from a guide to take along: from the site's root, decoded.</summary>
public static class CarrierAddresses
{
    /// <returns>Everything made from the guide: <c>/works/guides/gas-leak/</c>.</returns>
    public static string Of(GuidePage guide) => "/works" + guide.Address;

    public static string Poster(GuidePage guide) => Of(guide) + "poster/";

    /// <returns>For screens of lifts, 9 : 16.</returns>
    public static string Lift(GuidePage guide) => Of(guide) + "lift/";

    /// <returns>For public screens, 16 : 9.</returns>
    public static string Screen(GuidePage guide) => Of(guide) + "screen/";

    /// <returns>The text as HTML to paste into an account's article.</returns>
    public static string Article(GuidePage guide) => Of(guide) + "article/";

    /// <returns>The poster as a drawing.</returns>
    public static string PosterFile(GuidePage guide) => Of(guide) + "poster.svg";

    /// <returns>The picture of 9 : 16 as a drawing.</returns>
    public static string TallFile(GuidePage guide) => Of(guide) + "phone.svg";

    /// <returns>The poster as PDF.</returns>
    public static string PaperFile(GuidePage guide, PaperSize paper) => Of(guide) + PaperName(paper);

    /// <returns>What such a file is called: <c>poster-a4.pdf</c>.</returns>
    public static string PaperName(PaperSize paper) => $"poster-{(paper == PaperSize.A4 ? "a4" : "a3")}.pdf";

    /// <returns>Files with words that are there in traditional characters too, where the site is.</returns>
    public static IEnumerable<string> Worded(GuidePage guide) => [PosterFile(guide), TallFile(guide), .. Enum.GetValues<PaperSize>().Select(paper => PaperFile(guide, paper))];

    /// <returns>All of it with checksums and licence.</returns>
    public static string ZipFile(GuidePage guide) => Of(guide) + "all.zip";
}

/// <summary>A page of what is made from a guide.</summary>
public abstract record CarrierView : View
{
    /// <param name="address">Where it is published.</param>
    /// <param name="form">What it is, in a word or two; empty for the page of all of it.</param>
    [SetsRequiredMembers]
    protected CarrierView(GuidePage guide, string address, string form)
    {
        Guide = guide;
        Texts = CarrierTexts.Of(guide);
        Address = address;
        Title = form.Length == 0 ? $"{Texts.Title}：拿去用" : $"{Texts.Title}：{form}";
        Description = $"《{guide.Title}》做成的海报、横幅、屏幕文字、喇叭稿和文章。";
        IsSample = guide.IsSample;
        Section = WorkPage.Definition.ListAddress;
        Crumbs =
        [
            PageLink.Home, new(WorkPage.Definition.ListTitle, WorkPage.Definition.ListAddress),
            .. form.Length == 0 ? Array.Empty<PageLink>() : [new($"{Texts.Title}：拿去用", CarrierAddresses.Of(guide))],
        ];
    }

    public GuidePage Guide { get; }

    public CarrierTexts Texts { get; }

    public override bool IsIndexed => false;
}

/// <summary>Everything made from a guide: files, texts to copy, and the pages of the others.</summary>
public sealed record CarriersView : CarrierView
{
    [SetsRequiredMembers]
    public CarriersView(GuidePage guide)
        : base(guide, CarrierAddresses.Of(guide), "")
    {
    }
}

/// <summary>The poster, to print on A4 or A3, with the place's own telephones typed in.</summary>
public sealed record PosterView : CarrierView
{
    [SetsRequiredMembers]
    public PosterView(GuidePage guide)
        : base(guide, CarrierAddresses.Poster(guide), "海报")
    {
    }
}

/// <summary>A still picture of 9 : 16 for screens of lifts and for phones.</summary>
public sealed record LiftView : CarrierView
{
    [SetsRequiredMembers]
    public LiftView(GuidePage guide)
        : base(guide, CarrierAddresses.Lift(guide), "电梯屏")
    {
    }
}

/// <summary>Slides of 16 : 9 that follow each other by themselves.</summary>
public sealed record WideScreenView : CarrierView
{
    [SetsRequiredMembers]
    public WideScreenView(GuidePage guide)
        : base(guide, CarrierAddresses.Screen(guide), "大屏轮播")
    {
    }
}

/// <summary>HTML without classes, styles and scripts, to paste into an article elsewhere.</summary>
public sealed record ArticleView : CarrierView
{
    [SetsRequiredMembers]
    public ArticleView(GuidePage guide, string html)
        : base(guide, CarrierAddresses.Article(guide), "公众号文章") => Html = html;

    public string Html { get; }
}

/// <summary>Posters of all guides with a community's name and numbers, which are typed in and stay on the device.</summary>
public sealed record PackView : View
{
    /// <summary>In the order of their list.</summary>
    public required ImmutableArray<GuidePage> Guides { get; init; }
}

/// <summary>我家的一张纸: a sheet about a home, filled in on the device and kept there alone.</summary>
public sealed record HomeSheetView : View;
