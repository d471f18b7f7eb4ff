using System.Collections.Immutable;
using CsvHelper;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Statistics.Forms;
using Site.Statistics.Returns;

namespace Site.Statistics.Templates;

/// <summary><c>site stats template</c>: an empty form for a unit to fill in; the same bytes each time.</summary>
public static class FormTemplate
{
    /// <summary>The formats there are, by the ending of their files.</summary>
    public static ImmutableArray<string> Formats { get; } = ["xlsx", "docx", "csv"];

    /// <param name="input">All files of <c>input/</c>.</param>
    /// <param name="id">Id of the form.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <returns>The bytes of the file, or null and what is wrong: with the forms, or <c>form/unknown</c> or <c>form/personal</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The format is none of these.</exception>
    public static Result<byte[]?> Make(ImmutableArray<SourceFile> input, string id, string format)
    {
        var (forms, diagnostics) = FormReader.Read(input);
        if (!diagnostics.IsEmpty)
        {
            return new(null, diagnostics);
        }

        var known = string.Join("、", forms.Collected.Select(form => $"{form.Id}（{form.Title}）"));
        return forms.FindForm(id) switch
        {
            null => new(null, [Diagnostic.Error("form/unknown", new("input/forms"), $"没有表格 {Quoted.Id(id)}。", known.Length > 0 ? $"已有的表格：{known}。" : "先在 input/forms/ 里写好表格。")]),
            { IsNeverPublished: true } form => new(null, [Diagnostic.Error("form/personal", form.Location, $"{Quoted.InMarks(form.Title)} 填的是个人信息，本站不生成、也不接收它。", $"在线下使用原表。可以生成的表格：{known}。")]),
            var form => new(Write(form, format), []),
        };
    }

    private static byte[] Write(Form form, string format) => format switch
    {
        "xlsx" => WorkbookTemplate.Write(form),
        "docx" => WordTemplate.Write(form),
        "csv" => TableTemplate.Write(form),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };
}

/// <summary>An empty form as CSV: <c>id,section,label,unit,value</c>, with the byte order mark that Excel asks for.</summary>
internal static class TableTemplate
{
    public static byte[] Write(Form form)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new() { WriteByteOrderMark = true }, leaveOpen: true))
        {
            writer.WriteRecord(["id", "section", "label", "unit", "value"]);
            foreach (var row in TemplateRow.Of(form))
            {
                writer.WriteRecord([row.Id, row.Section, row.Label, row.Unit, row.Value]);
            }
        }

        return stream.ToArray();
    }
}

/// <summary>A row of an empty form as a workbook or as CSV.</summary>
/// <param name="Value">What is filled in already: the version.</param>
/// <param name="Kind">What belongs in it.</param>
internal sealed record TemplateRow(string Id, string Section, string Label, string Unit, string Value, IndicatorKind Kind)
{
    private const string Header = "表头";

    /// <returns>The version, whether it is a correction, and a row for each blank in the order printed.</returns>
    public static ImmutableArray<TemplateRow> Of(Form form) =>
    [
        new(FormMarks.Version(form), Header, FormMarks.VersionLabel + "（不要改动）", "文本", form.Version, IndicatorKind.Header),
        new(FormMarks.Correction(form), Header, FormMarks.CorrectionLabel + "（更正以前报的数才填“是”）", "是否", "", IndicatorKind.Boolean),
        .. form.Indicators.Select(indicator => new TemplateRow(
            indicator.Id,
            indicator.IsPersonal ? form.SectionOf(indicator).Title + "（个人信息，导入时丢弃）" : form.SectionOf(indicator).Title,
            indicator.Label,
            indicator.Unit,
            "",
            indicator.Kind)),
    ];
}
