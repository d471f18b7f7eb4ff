using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Privacy.Recognition;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>From a filled-in form to a return: reads unit, day and each figure.</summary>
internal static class FilledReturn
{
    private const int LongestWords = 200;

    /// <param name="path">Path of the file.</param>
    /// <param name="settings">Settings for all files of a run.</param>
    /// <param name="diagnostics">Takes diagnostics of subject <c>returns</c>, each with its place in words; none repeats what is written.</param>
    /// <returns>Whose it is, of which day, which blanks have to be mended, and the return, null where anything is wrong with it.</returns>
    public static ReceivedForm Read(string path, FilledForm filled, UnitNames units, ImportSettings settings, List<Diagnostic> diagnostics)
    {
        var own = new List<Diagnostic>();
        var marks = ImmutableArray.CreateBuilder<BlankMark>();
        var (unit, day) = (UnitOf(path, filled, units, settings, own), settings.AsOf ?? Day(path, filled, own));
        var read = Read(path, filled, (unit ?? "", day ?? default), settings, own, marks);
        diagnostics.AddRange(own);
        return new(path, filled, unit, day, read, marks.DrainToImmutable());
    }

    private static UnitReturn? Read(
        string path, FilledForm filled, (string Unit, DateOnly Day) of, ImportSettings settings, List<Diagnostic> diagnostics, ImmutableArray<BlankMark>.Builder marks)
    {
        var (unit, day) = of;
        var correction = FigureParser.ReadBoolean(filled.Correction);
        if (correction.Mistake is { } mistake)
        {
            diagnostics.Add(Diagnostic.Error("returns/wrong-correction", new(path), $"表头的“更正”：{mistake}", "第一次报送留空；更正写“是”。"));
        }

        var figures = ImmutableArray.CreateBuilder<ReturnFigure>(filled.Blanks.Length);
        foreach (var blank in filled.Blanks)
        {
            var before = diagnostics.Count;
            figures.Add(Figure(filled.Form, unit, day, blank, diagnostics));
            marks.AddRange(diagnostics.Skip(before).Select(found => new BlankMark(blank.Indicator.Id, found)));
        }

        if (!HasErrors() && figures.All(figure => figure.Value is null && figure.Words is null))
        {
            diagnostics.Add(Diagnostic.Error("returns/nothing-written", new(path), "这份表一个空格也没有填。", "确认发来的是填好的那一份；确实没有开展活动的，填 0。"));
        }

        return HasErrors() ? null : new(filled.Form.Id, unit, day, settings.IsCorrection || correction.Value == 1 ? 1 : 0, figures.MoveToImmutable(), new(path));

        bool HasErrors() => diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);
    }

    /// <summary>By the head of the form; where it names no unit, or several of one name, by the name of the file or a folder around it, which is told.</summary>
    private static string? UnitOf(string path, FilledForm filled, UnitNames units, ImportSettings settings, List<Diagnostic> diagnostics)
    {
        var written = settings.Unit ?? filled.Unit;
        if (units.Find(written) is { } unit)
        {
            return unit;
        }

        var several = units.SaySameName(written);
        var named = several is null ? units.FindInPath(path) : units.FindInPath(path, written);
        if (named is not null && (several is not null || string.IsNullOrWhiteSpace(written)))
        {
            diagnostics.Add(Diagnostic.Warning("returns/unit-from-name", new(path),
                $"{(several is null ? "表头没有写填报单位" : "表头的填报单位有几个单位同名")}，按文件或文件夹的名称算作“{units.NameOf(named)}”。", "不是它的，加上 --unit 指明单位的 id，重新导入。") with
            {
                Outside = "有的表头没有写填报单位，或者有几个单位同名，按文件或文件夹的名称来认。在本机用 site stats import --preview 查看是哪个单位。",
            });
            return named;
        }

        diagnostics.Add(Diagnostic.Error("returns/unknown-unit", new(path),
            string.IsNullOrWhiteSpace(written) ? "表头没有填报单位。" : several ?? $"单位名单里没有这个填报单位：{Quoted.Id(written)}。",
            $"{(several is null && units.NearestTo(written) is { } near ? $"是不是“{near}”？" : "")}填报单位写 input/units.csv 里的名称或 id，同名的在前面写上区县；也可以用 --unit 指明 id{(named is null ? "，或者把单位的全称写进文件名" : $"：从文件名看，可能是 --unit {named}")}。"));
        return null;
    }

    private static DateOnly? Day(string path, FilledForm filled, List<Diagnostic> diagnostics)
    {
        if ((DateParser.Read(filled.Day) ?? WorkbookDay(filled.Day)) is { } day)
        {
            return day;
        }

        diagnostics.Add(Diagnostic.Error("returns/wrong-day", new(path),
            string.IsNullOrWhiteSpace(filled.Day) ? "表头没有填报日期。" : "表头的填报日期看不出是哪一天。",
            "写成 2026-06-20 或 2026年6月20日；也可以用 --as-of 指明。"));
        return null;
    }

    /// <summary>A day as workbooks keep it: days since the end of 1899.</summary>
    private static DateOnly? WorkbookDay(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 36526 and < 73051
            ? new DateOnly(1899, 12, 30).AddDays(days)
            : null;

    private static ReturnFigure Figure(Form form, string unit, DateOnly day, WrittenBlank blank, List<Diagnostic> diagnostics)
    {
        var figure = new ReturnFigure(form.Id, unit, day, blank.Indicator.Id, null, blank.Location);
        if (blank.Indicator.Kind == IndicatorKind.Text)
        {
            return figure with { Words = Words(blank, form, diagnostics) };
        }

        var read = blank.IsFormula ? new(null, "这里是公式，不是数字。")
            : blank.Indicator.Kind == IndicatorKind.Boolean ? FigureParser.ReadBoolean(blank.Text)
            : FigureParser.ReadCount(InBrackets(blank.Text), blank.Indicator.Unit);
        if (read.Mistake is { } mistake)
        {
            diagnostics.Add(Diagnostic.Error("returns/not-a-figure", blank.Location, $"{blank.Description}，栏目 {Quoted.InMarks(form.SectionOf(blank.Indicator).Title)} 的 {Quoted.InMarks(blank.Indicator.Label)}：{mistake}",
                blank.Indicator.Kind == IndicatorKind.Boolean ? "勾“是”或“否”中的一个；没有统计的都不勾。" : $"只写以“{blank.Indicator.Unit}”计的整数；没有统计的留空，没有开展的写 0。"));
        }

        return figure with { Value = read.Value };
    }

    /// <summary>What stands in the brackets or, where they are empty, behind them; both together where both are filled, which is no number.</summary>
    private static string InBrackets(string written)
    {
        var (open, close) = (written.IndexOfAny(['（', '(', '〔', '[', '【']), written.LastIndexOfAny(['）', ')', '〕', ']', '】']));
        return open >= 0 && close > open && FigureParser.Plain(written.AsSpan(open, close - open)).Length > 0 && FigureParser.Plain(written.AsSpan(close)).Length > 0
            ? written[..open] + "？" + written[(open + 1)..]
            : written;
    }

    private static string? Words(WrittenBlank blank, Form form, List<Diagnostic> diagnostics)
    {
        var text = string.Join(' ', blank.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('（', '）', '(', ')', '〔', '〕', '[', ']', '_', ' ');
        if (text.Length > LongestWords)
        {
            diagnostics.Add(Diagnostic.Error("returns/too-long", blank.Location, $"{blank.Description}，栏目 {Quoted.InMarks(form.SectionOf(blank.Indicator).Title)} 的 {Quoted.InMarks(blank.Indicator.Label)} 超过了 {LongestWords} 个字。", "只写要点。"));
        }

        return text.Length == 0 ? null : Redactor.Redact(text).Text;
    }
}

/// <summary>A form that came in, with what is known of it. Raw, so it never leaves this project and that of the office.</summary>
/// <param name="Path">The file it stands in.</param>
/// <param name="Filled">What is written in it.</param>
/// <param name="Unit">Id of the unit; null where it is not known.</param>
/// <param name="Day">The day up to which it counts; null where it is not known.</param>
/// <param name="Return">The return; null where anything is wrong with it.</param>
/// <param name="Marks">The blanks that have to be mended.</param>
internal sealed record ReceivedForm(string Path, FilledForm Filled, string? Unit, DateOnly? Day, UnitReturn? Return, ImmutableArray<BlankMark> Marks);

/// <summary>A blank that has to be mended.</summary>
/// <param name="Indicator">Id of the blank.</param>
internal sealed record BlankMark(string Indicator, Diagnostic Problem);
