using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Site.Rendering.Pdf;
using Site.Rendering.Pictures.Sharing;

namespace Site.Rendering.Posters;

/// <summary>Sizes of paper that posters are made for.</summary>
public enum PaperSize
{
    /// <summary>210 × 297 mm.</summary>
    A4,

    /// <summary>297 × 420 mm.</summary>
    A3,
}

/// <summary>A poster as PDF: one page, its text real text, its parts named for who has them read aloud. Both sizes are the same file but for the size.</summary>
internal static class PosterPaper
{
    private const double Points = 72 / 25.4;

    /// <summary>Parts of a drawing that hold other parts and are not marked themselves.</summary>
    private const string Item = "LI";

    /// <param name="drawing">Of 210 × 297 units, as <see cref="PosterDrawing"/> makes it: what a part is says its attribute <c>data-tag</c>, a structure type of PDF.</param>
    /// <param name="language">Of its texts: BCP 47.</param>
    /// <returns>A file of A4; null where something of the drawing cannot be drawn in PDF.</returns>
    public static byte[]? Of(string drawing, string title, string language)
    {
        var (file, shown, bold) = (new PdfFile(), XElement.Parse(drawing), new PdfType(ShareType.Bold, "Poster-Bold"));

        // The bold typeface alone has rare and traditional characters; a poster of which half the lines were bold would look as if these said more.
        var light = new PdfType(ShareType.Regular, "Poster-Regular");
        var regular = light.Has(shown.Value) ? light : bold;
        var (root, pages, page, resources, tree) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var drawn = new PdfDrawing(file, resources, bold, regular);
        var parts = new PosterParts(file, page, tree, drawn.Append);
        drawn.Mark = parts.Mark;
        drawn.Draw(shown);
        if (drawn.Obstacle is not null)
        {
            return null;
        }

        var scale = file.AddStream("", Encoding.ASCII.GetBytes(ScaleOf(PaperSize.A4)), isPacked: false);
        var content = file.AddStream("", Encoding.ASCII.GetBytes(drawn.Operators));
        file.Set(root, $"<</Type/Catalog/Pages {pages} 0 R/Lang({language})/MarkInfo<</Marked true>>/StructTreeRoot {tree} 0 R/ViewerPreferences<</DisplayDocTitle true>>>>");
        file.Set(pages, $"<</Type/Pages/Kids[{page} 0 R]/Count 1>>");
        file.Set(page, $"<</Type/Page/Parent {pages} 0 R/MediaBox{BoxOf(PaperSize.A4)}/Resources {resources} 0 R/Contents[{scale} 0 R {content} 0 R]/StructParents 0/Tabs/S>>");
        var fonts = string.Concat(new[] { (Name: "B", Type: bold), (Name: "R", Type: light) }.Where(font => font.Type.IsUsed).Select(font => $"/{font.Name} {font.Type.AddTo(file)} 0 R"));
        file.Set(resources, $"<</Font<<{fonts}>>{drawn.Resources()}>>");
        parts.AddTree();
        return file.ToBytes(root, file.Add($"<</Title {PdfFile.Text(title)}>>"));
    }

    /// <returns>A file of <see cref="Of"/> on paper of this size.</returns>
    public static byte[] On(PaperSize paper, byte[] file)
    {
        if (paper == PaperSize.A4)
        {
            return file;
        }

        var sized = file.ToArray();
        foreach (var (old, own) in new[] { (BoxOf(PaperSize.A4), BoxOf(paper)), (ScaleOf(PaperSize.A4), ScaleOf(paper)) })
        {
            Encoding.ASCII.GetBytes(own).CopyTo(sized, sized.AsSpan().IndexOf(Encoding.ASCII.GetBytes(old)));
        }

        PdfFile.Identify(sized);
        return sized;
    }

    private static (double Width, double Height) SizeOf(PaperSize paper) => paper == PaperSize.A4 ? (210 * Points, 297 * Points) : (297 * Points, 420 * Points);

    // Both are as long for either paper.
    private static string BoxOf(PaperSize paper) => SizeOf(paper) is var (width, height) ? string.Create(CultureInfo.InvariantCulture, $"[0 0 {width:0000.000} {height:0000.000}]") : "";

    private static string ScaleOf(PaperSize paper) =>
        SizeOf(paper) is var (width, height) ? string.Create(CultureInfo.InvariantCulture, $"{width / 210:0.000000} 0 0 -{width / 210:0.000000} 0 {height:0000.000} cm\n") : "";

    /// <summary>The structure of the page (ISO 32000-1, 14.7): what of the drawing is a heading, a step, a picture. All else is ornament.</summary>
    private sealed class PosterParts(PdfFile file, int page, int tree, Action<string> write)
    {
        private readonly Part document = new("Document", null);
        private readonly List<Part> marked = [];
        private Part? list, item, open;

        public void Mark(XElement element, bool isBegin)
        {
            var tag = element.Attribute("data-tag")?.Value;
            if (tag == Item)
            {
                Begin(isBegin);
            }
            else if (tag is not null)
            {
                if (isBegin)
                {
                    open = Add(element, tag);
                    write($"/{tag} <</MCID {marked.Count}{ActualText(element)}>> BDC\n");
                    marked.Add(open);
                }
                else
                {
                    write("EMC\n");
                    open = null;
                }
            }
            else if (open is null && element.Name.LocalName is not ("svg" or "g"))
            {
                write(isBegin ? "/Artifact BMC\n" : "EMC\n");
            }
        }

        public void AddTree()
        {
            var whole = Add(document, tree);
            file.Set(tree, $"<</Type/StructTreeRoot/K {whole} 0 R/ParentTree<</Nums[0[{string.Join(' ', marked.Select(part => $"{part.Number} 0 R"))}]]>>/ParentTreeNextKey 1>>");
        }

        private void Begin(bool isBegin)
        {
            if (!isBegin)
            {
                item = null;
                return;
            }

            if (list is null)
            {
                document.Kids.Add(list = new("L", null));
            }

            list.Kids.Add(item = new(Item, null));
        }

        private Part Add(XElement element, string tag)
        {
            var part = new Part(tag, element.Attribute("aria-label")?.Value) { Mark = marked.Count };
            if (item is null)
            {
                list = null;
            }

            (item ?? document).Kids.Add(part);
            return part;
        }

        // A text of several lines is one text to whoever reads it aloud or copies it.
        private static string ActualText(XElement element) =>
            element.Elements().Where(child => child.Name.LocalName == "text").Select(child => child.Value).ToArray() is { Length: > 1 } lines ? $"/ActualText {PdfFile.Text(string.Concat(lines))}" : "";

        private int Add(Part part, int parent)
        {
            part.Number = file.Reserve();
            var kids = part.Mark is { } mark ? mark.ToString(CultureInfo.InvariantCulture) : $"[{string.Concat(part.Kids.Select(kid => $"{Add(kid, part.Number)} 0 R "))}]";
            file.Set(part.Number, $"<</Type/StructElem/S/{part.Tag}/P {parent} 0 R/Pg {page} 0 R/K {kids}{(part.Alt is { } alt ? $"/Alt {PdfFile.Text(alt)}" : "")}>>");
            return part.Number;
        }

        private sealed record Part(string Tag, string? Alt)
        {
            public List<Part> Kids { get; } = [];

            public int? Mark { get; init; }

            public int Number { get; set; }
        }
    }
}
