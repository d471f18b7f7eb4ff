using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Site.Core.Office;
using Site.Core.Text;

namespace Site.Statistics.Returns;

/// <summary>Reads what stands above the table of a document: unit, day, correction, form and version. Persons are counted, not read.</summary>
/// <param name="Unit">Who filled it in, as written; empty where it does not say. Likewise the other texts.</param>
/// <param name="Dropped">How many particulars of persons are written there.</param>
internal sealed record HeaderFields(string Unit, string Day, string Correction, string Form, string Version, int Dropped)
{
    private static readonly ImmutableArray<string> UnitWords = ["填报单位盖章", "填报单位", "报送单位", "单位名称", "单位盖章", "单位"];
    private static readonly ImmutableArray<string> DayWords = ["填报日期", "填报时间", "报送日期", "统计截止日期", "截止日期", "日期"];
    private static readonly ImmutableArray<string> CorrectionWords = ["是否更正", "更正"];
    private static readonly ImmutableArray<string> FormWords = ["表号"];
    private static readonly ImmutableArray<string> VersionWords = ["表格版本", "版本"];

    /// <summary>Labels of what names a person or leads to one, whatever the form.</summary>
    private static readonly ImmutableArray<string> PersonWords =
    [
        "联系人", "联络人", "联络员", "经办人", "填报人", "填表人", "制表人", "负责人", "审核人", "签发人", "单位负责人", "统计负责人", "分管领导", "姓名",
        "联系电话", "办公电话", "联系方式", "电话", "手机号码", "手机号", "手机", "传真", "微信号", "微信", "QQ号", "QQ", "电子邮箱", "邮箱", "身份证号码", "身份证号", "身份证",
        "签名", "签字", "通信地址", "通讯地址", "地址", "职务", "性别",
    ];

    /// <summary>Longer words first, so that 填报单位 is not read as 单位.</summary>
    private static readonly ImmutableArray<HeaderWord> Words =
    [
        .. new[] { (UnitWords, "unit"), (DayWords, "day"), (CorrectionWords, "correction"), (FormWords, "form"), (VersionWords, "version"), (PersonWords, "person") }
            .SelectMany(group => group.Item1.Select(word => new HeaderWord(word, group.Item2)))
            .OrderByDescending(word => word.Text.Length),
    ];

    private static readonly FrozenSet<string> Persons = PersonWords.ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Whether a label names a person or leads to one.</returns>
    public static bool IsPerson(string label) => Persons.Contains(FormFolding.Key(label));

    /// <param name="cells">All cells of a document. A label counts where a colon follows it, or where it fills a cell; then the next one is its value.</param>
    public static HeaderFields Read(ImmutableArray<DocumentCell> cells)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var dropped = 0;
        foreach (var (label, value) in cells.SelectMany((cell, at) => Labels(cell, at + 1 < cells.Length ? cells[at + 1] : null)))
        {
            if (label == "person")
            {
                dropped += FigureParser.Plain(value).Length > 0 ? 1 : 0;
            }
            else if (values.GetValueOrDefault(label, "").Length == 0)
            {
                values[label] = value;
            }
        }

        return new(Of("unit"), Of("day"), Of("correction"), Of("form"), Of("version"), dropped);

        string Of(string label) => values.GetValueOrDefault(label, "");
    }

    /// <returns>The labels of a cell with a colon behind them, as printed, in order: what they ask for (<c>unit</c>, <c>day</c>, <c>person</c>, …) and the words up to the colon.</returns>
    public static IEnumerable<(string Sort, string Printed)> Printed(DocumentCell cell) =>
        Found(cell.Folded).Select(word => (word.Label, cell.Text[word.Start..(word.End - 1)].Trim()));

    private static IEnumerable<(string Label, string Value)> Labels(DocumentCell cell, DocumentCell? following)
    {
        var next = following is not null && cell.Table > 0 && following.Table == cell.Table && following.Row == cell.Row && !Found(following.Folded).Any()
            ? following.Text
            : "";
        var key = FormFolding.Key(cell.Text);
        var found = Found(cell.Folded).ToList();
        if (found.Count == 0)
        {
            return Words.FirstOrDefault(word => word.Text == key) is { } only ? [(only.Label, Value(next))] : [];
        }

        return found.Select((word, i) =>
        {
            var value = Value(cell.Text[word.End..(i + 1 < found.Count ? found[i + 1].Start : cell.Text.Length)].Split('\n')[0]);
            return (word.Label, value.Length == 0 && i + 1 == found.Count ? Value(next) : value);
        });
    }

    /// <summary>Labels with a colon behind them, in order; what stands in brackets between both (盖章) is passed over.</summary>
    private static IEnumerable<FoundWord> Found(string folded)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            foreach (var word in Words)
            {
                if (folded[at] == word.Text[0] && FoldedSearch.EndAt(folded, at, word.Text) is var end and >= 0 && Colon(folded, end) is var colon and >= 0)
                {
                    yield return new(word.Label, at, colon + 1);
                    at = colon;
                    break;
                }
            }
        }
    }

    private static int Colon(string folded, int from)
    {
        var at = from;
        while (at < folded.Length && folded[at] is ' ' or ')')
        {
            at++;
        }

        if (at < folded.Length && folded[at] == '(' && FoldedSearch.Closing(folded, at, 10) is var close and >= 0)
        {
            at = FoldedSearch.SkipSpace(folded, close + 1) is var past && past > close + 1 && folded.AsSpan(close + 1, past - close - 1).Contains(':')
                ? close + 1 + folded.AsSpan(close + 1).IndexOf(':')
                : -1;
        }

        return at >= 0 && at < folded.Length && folded[at] == ':' ? at : -1;
    }

    /// <summary>Without lines to write on, brackets around all of it, and the note that a stamp belongs there.</summary>
    private static string Value(string written)
    {
        var text = new StringBuilder(written.Trim()).Replace("_", "").ToString().Trim('〔', '〕', '[', ']', '【', '】', ' ', '\u3000', '\u00A0', '；', ';', '。');
        foreach (var stamp in new[] { "（盖章）", "(盖章)", "（公章）", "(公章)", "（蓋章）", "(蓋章)" })
        {
            text = text.Replace(stamp, "", StringComparison.Ordinal);
        }

        return text.Trim();
    }

    private sealed record HeaderWord(string Text, string Label);

    private sealed record FoundWord(string Label, int Start, int End);
}
