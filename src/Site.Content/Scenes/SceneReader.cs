using System.Collections.Immutable;
using System.Globalization;
using Markdig.Extensions.Alerts;
using Markdig.Renderers.Html;
using Site.Content.Markdown;
using Site.Content.Markdown.Renderers;
using Site.Content.Quizzes;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Scenes;

/// <summary>
/// Reads a scene: each heading of level 2 is a thing in the picture, a hazard with <c>{#oil area="12 30 25 20" points=2 law="消防法(2021)#28"}</c> or, with the class
/// <c>.safe</c>, one that is as it should be. Below it stands why, and of a hazard, as <c>> [!TIP]</c>, the cure.
/// </summary>
internal static class SceneReader
{
    /// <summary>More than anyone finds in a picture.</summary>
    private const int MostSpots = 40;

    /// <summary>The least width and height of an area, in hundredths: 24 pixels on a phone of 360 for a picture of 4 : 3 (WCAG 2.2, success criterion 2.5.8).</summary>
    private const int LeastWidth = 8;
    private const int LeastHeight = 10;

    private static readonly string[] Names = ["area", "points", "law", "basis"];

    /// <summary>Reads the body of a scene; what is wrong is reported at its place.</summary>
    /// <param name="path">The source file.</param>
    /// <param name="text">Markdown, without front matter.</param>
    /// <param name="startLine">Line of the file, from 1, on which the text starts.</param>
    public static SceneBody Read(string path, string text, int startLine)
    {
        var (document, page) = MarkdownSyntax.Parse(path, text, startLine);
        if (document is null)
        {
            return new(new(HtmlFragment.Empty, [], "", 0, [], [], page.Diagnostics.ToImmutable()), []);
        }

        using var writer = new BodyWriter(page) { LinksCalls = true };
        LeftoverMarks.Find(document, text, page, isQuiz: false);
        var (introduction, sections) = CardSections.Split(document, page, "scene", "地方", MostSpots);
        ExplicitIds.Register(document, page);
        foreach (var block in introduction)
        {
            writer.WriteBlock(block);
        }

        var opening = writer.Take();
        var headings = page.Headings.ToImmutable();
        var spots = sections.Select(section => new SpotReader(page, writer, text, section).Read()).ToImmutableArray();
        if (!spots.Any(spot => spot.Hazard is not null))
        {
            page.Report(Diagnostic.Error("scene/no-hazard", new(path, startLine), "这幅图里一处隐患也没有写。", "请用“## 隐患 {#编号 area=\"左 上 宽 高\" law=\"消防法(2021)#28\"}”写一处。"));
        }

        writer.ReportUnwrittenAttributes(document);
        return new(
            new(opening, headings, MarkdownReader.FirstParagraph(introduction), writer.Characters,
                page.Links.ToImmutable(), page.Pictures.ToImmutable(), page.Diagnostics.ToImmutable()),
            spots);
    }

    /// <summary>Reads one thing.</summary>
    private sealed class SpotReader(MarkdownContext page, BodyWriter writer, string source, CardSection section)
    {
        private readonly HtmlAttributes attributes = section.Heading.TryGetAttributes() ?? new();
        private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

        public Spot Read()
        {
            ReadValues();
            var isSafe = IsSafe();
            var cure = section.Blocks.OfType<AlertBlock>().FirstOrDefault(alert => alert.Kind.AsSpan().Equals("TIP", StringComparison.OrdinalIgnoreCase));
            CardSections.Start(page);
            foreach (var block in section.Blocks.Where(block => block != cure))
            {
                writer.WriteBlock(block);
            }

            var text = writer.Take();
            if (text.IsEmpty)
            {
                Error("no-reason", section.Heading.Span.Start, $"“{Quoted.Line(section.Title)}”没有写为什么。", isSafe ? "请在它下面写一句为什么没有问题。" : "请在它下面写一句为什么危险。");
            }

            return new(page.At(section.Heading.Span.Start), section.Id, section.Title, text, ReadArea(isSafe), isSafe ? Safe(cure) : ReadHazard(cure));
        }

        private void ReadValues()
        {
            foreach (var (name, value) in attributes.Properties ?? [])
            {
                if (!Names.Contains(name) || !values.TryAdd(name, SafeText.Clean(value ?? "").Trim()))
                {
                    Error("unknown-attribute", At(name), $"花括号里不能写“{Quoted.Line(name)}”，或者写了两次。", $"可用的项：{string.Join('、', Names)}；没有问题的地方写 .safe。");
                }
            }
        }

        private bool IsSafe()
        {
            foreach (var name in attributes.Classes?.Where(name => name != "safe") ?? [])
            {
                Error("unknown-attribute", At("." + name), $"花括号里不能写“.{Quoted.Line(name)}”。", "隐患什么都不写；没有问题的地方写 .safe。");
            }

            return attributes.Classes?.Contains("safe") is true;
        }

        private Area? ReadArea(bool isSafe)
        {
            if (!values.TryGetValue("area", out var written))
            {
                if (!isSafe)
                {
                    Error("no-area", section.Heading.Span.Start, $"隐患“{Quoted.Line(section.Title)}”没有写在图上的哪里。", "请写 area=\"左 上 宽 高\"，都是占图的百分之几，例如 area=\"12 30 25 20\"。");
                }

                return null;
            }

            var numbers = written.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(number => number.Length <= 6 && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) ? read : (decimal?)null).ToArray();
            if (numbers is not [{ } x, { } y, { } width, { } height] || x + width > 100 || y + height > 100)
            {
                Error("unreadable-area", At("area="), $"area “{Quoted.Line(written)}”不是图里的一块地方。", "请写四个数：左、上、宽、高，都是占图的百分之几，左加宽、上加高都不超过100，例如 area=\"12 30 25 20\"。");
                return null;
            }

            if (width < LeastWidth || height < LeastHeight)
            {
                Error("small-area", At("area="), $"“{Quoted.Line(section.Title)}”在图上太小，手指点不准。", $"宽至少{LeastWidth}，高至少{LeastHeight}（占图的百分之几）。");
            }

            return new(x, y, width, height);
        }

        private Hazard? Safe(AlertBlock? cure)
        {
            foreach (var name in values.Keys.Where(name => name != "area"))
            {
                Error("unknown-attribute", At(name + "="), $"没有问题的地方不写“{name}”。", "请删去它，或者删去 .safe。");
            }

            if (cure is not null)
            {
                Error("cure-of-safe", cure.Span.Start, "没有问题的地方不用写怎么改。", "请删去 > [!TIP]，或者删去 .safe。");
            }

            return null;
        }

        private Hazard ReadHazard(AlertBlock? cure)
        {
            if (cure is not null)
            {
                writer.WriteBlocks(cure);
            }

            var text = writer.Take();
            if (text.IsEmpty)
            {
                Error("no-cure", section.Heading.Span.Start, $"隐患“{Quoted.Line(section.Title)}”没有写怎么改。", "请在它下面写 > [!TIP]，下一行写 > 怎么改。");
            }

            var law = values.TryGetValue("law", out var written) ? LawReference.Parse(written) : null;
            if (written is not null && law is null)
            {
                Error("unreadable-law", At("law="), $"法条“{Quoted.Line(written)}”看不懂。", "请照“消防法(2021)#28”写：法名、版本年份、第几条。");
            }

            var basis = values.GetValueOrDefault("basis");
            if (written is null && string.IsNullOrEmpty(basis))
            {
                Error("no-law", section.Heading.Span.Start, $"隐患“{Quoted.Line(section.Title)}”没有写依据。", "请写 law=\"消防法(2021)#28\"；依据是标准、规定的，写 basis=\"GB 55037—2022 第几条\"。");
            }

            return new(Points(), text, law, string.IsNullOrEmpty(basis) ? null : basis);
        }

        private int Points()
        {
            if (!values.TryGetValue("points", out var written))
            {
                return 1;
            }

            if (written is [>= '1' and <= '5'])
            {
                return written[0] - '0';
            }

            Error("points-out-of-range", At("points="), $"points “{Quoted.Line(written)}”不在1到5之间。", "请写1到5：越要命的分越高。");
            return 1;
        }

        // Where a word of the attributes stands.
        private int At(string word)
        {
            var (start, length) = (attributes.Span.Start, attributes.Span.Length);
            var at = start >= 0 && start + length <= source.Length ? source.IndexOf(word, start, length, StringComparison.Ordinal) : -1;
            return Math.Max(at, start);
        }

        private void Error(string what, int at, string message, string help) => page.Report(Diagnostic.Error($"scene/{what}", page.At(at), message, help));
    }
}
