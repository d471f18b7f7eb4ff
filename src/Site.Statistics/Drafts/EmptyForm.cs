using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Core.Office;
using Site.Core.Text;
using Site.Statistics.Forms;
using Site.Statistics.Returns;

namespace Site.Statistics.Drafts;

/// <summary>An empty form as a Word document prints it.</summary>
/// <param name="Title">As printed; empty where nothing looks like a title.</param>
/// <param name="Annex">附件1 as printed before it; empty for none.</param>
/// <param name="Cells">Its part of the document.</param>
/// <param name="Header">What it asks for above its table, in the order printed: unit, person, day.</param>
/// <param name="Blanks">In the order printed.</param>
/// <param name="Choices">Texts with boxes before other words than 是 and 否, which no form of this program can hold.</param>
internal sealed partial record EmptyForm(
    string Title, string Annex, ImmutableArray<DocumentCell> Cells, ImmutableArray<FoundBlank> Header, ImmutableArray<FoundBlank> Blanks, ImmutableArray<string> Choices)
{
    /// <summary>A document with more is no form, and would take long to compare.</summary>
    private const int MostBlanks = 600;

    private const int MostCells = 20_000;
    private const int LongestCell = 20_000;
    private const int LongestTitle = 60;
    private const int LongestHeader = 200;
    private const int LongestHeading = 1000;

    /// <summary>In how many rows of a table its title may stand.</summary>
    private const int TitleRows = 4;

    private static readonly string[] Notes = ["备注", "说明", "填表说明"];

    /// <summary>Whether most of what it asks for is about a person.</summary>
    public bool IsPersonal => Blanks.Count(blank => blank.Kind == IndicatorKind.Contact) * 2 > Blanks.Length;

    /// <returns>The forms of a document in order: tables with blanks, each with the title and the header before it; without tables, each annex is a form.</returns>
    /// <exception cref="OfficeException">There are too many cells or blanks.</exception>
    public static ImmutableArray<EmptyForm> ReadAll(ImmutableArray<DocumentCell> cells)
    {
        if (cells.Length > MostCells)
        {
            throw TooLarge($"{MostCells} 个格子");
        }

        if (cells.Any(cell => cell.Text.Length > LongestCell))
        {
            throw TooLarge($"一个格子 {LongestCell} 个字");
        }

        ImmutableArray<EmptyForm> forms = [.. Parts(cells).Select(Read).Where(form => !form.Blanks.IsEmpty)];
        return forms.Sum(form => form.Blanks.Length) > MostBlanks ? throw TooLarge($"{MostBlanks} 个空格") : forms;
    }

    private static OfficeException TooLarge(string what) =>
        new(OfficeFault.UnpacksTooLarge, "document/too-large", $"文件里有 {what} 以上，没有读取。", "只留下要起草的那一张表，另存一份再试。");

    /// <summary>Cuts before the title of each table; a table without a title of its own goes on from the one before. Without tables, each annex by itself, or all of it.</summary>
    private static IEnumerable<ImmutableArray<DocumentCell>> Parts(ImmutableArray<DocumentCell> cells)
    {
        var starts = new List<int>();
        for (var at = 0; at < cells.Length; at++)
        {
            if (cells[at].Table == 0 || (at > 0 && cells[at - 1].Table == cells[at].Table) || (at > 0 && cells[at - 1].Table > cells[at].Table))
            {
                continue;
            }

            var from = starts.Count == 0 ? 0 : LastTable(cells, at) + 1;
            var title = Enumerable.Range(from, at - from).LastOrDefault(i => IsTitle(cells[i].Text), -1);
            if (title >= 0 || starts.Count == 0 || TitleRow(cells, at) is not null)
            {
                starts.Add(title >= 0 ? title : starts.Count == 0 ? 0 : at);
            }
        }

        if (starts.Count == 0)
        {
            starts.AddRange(Enumerable.Range(0, cells.Length).Where(at => AnnexMark().IsMatch(cells[at].Text)).DefaultIfEmpty(0));
        }

        return starts.Select((start, i) => cells[start..(i + 1 < starts.Count ? starts[i + 1] : cells.Length)]);
    }

    private static int LastTable(ImmutableArray<DocumentCell> cells, int before) => Enumerable.Range(0, before).LastOrDefault(i => cells[i].Table > 0, -1);

    private static bool IsTitle(string text) => text.Trim() is { Length: > 2 and <= LongestTitle } line && line.EndsWith('表') && !FoundBlank.Simplified(line).StartsWith("附件", StringComparison.Ordinal)
        && !Numbered().IsMatch(line);

    /// <returns>The cell with the title in the first rows of a table, or null.</returns>
    private static DocumentCell? TitleRow(ImmutableArray<DocumentCell> cells, int at) =>
        cells.Skip(at).TakeWhile(cell => cell.Table == cells[at].Table && cell.Row <= TitleRows).FirstOrDefault(cell => IsTitle(cell.Text)
            && cells.Count(other => other.Table == cell.Table && other.Row == cell.Row && other.Text.Trim().Length > 0) == 1);

    private static EmptyForm Read(ImmutableArray<DocumentCell> cells)
    {
        var first = cells.FirstOrDefault(cell => cell.Table > 0);
        var title = cells.FirstOrDefault(cell => cell.Table == 0 && IsTitle(cell.Text))
            ?? (first is null ? cells.FirstOrDefault(cell => cell.Text.Trim().Length > 0) : TitleRow(cells, cells.IndexOf(first)));
        var blanks = ImmutableArray.CreateBuilder<FoundBlank>();
        var header = ImmutableArray.CreateBuilder<FoundBlank>();
        var choices = ImmutableArray.CreateBuilder<string>();
        foreach (var row in Rows(cells))
        {
            var labels = row.Cells.SelectMany(at => cells[at].Text.Length <= LongestHeader ? HeaderFields.Printed(cells[at]).Select(label => (At: at, label.Sort, label.Printed)) : []).ToList();
            if (labels.Count > 0 && blanks.Count == 0)
            {
                header.AddRange(labels.Where(label => label.Sort is "unit" or "day" or "person").Select(label => HeaderBlank(label.At, label.Sort, label.Printed)));
                continue;
            }

            if (first is not null && row.Table == 0)
            {
                continue;
            }

            blanks.AddRange(row.Table == 0 ? OfParagraph(cells, row.Cells[0]) : OfRow(cells, row));
            choices.AddRange(row.Cells.Where(at => SentenceBlanks.Choices(cells[at].Text) > 0).Select(at => Quoted.Line(cells[at].Text)));
        }

        return new(
            title is null ? "" : OneLine(title.Text),
            cells.Select(cell => AnnexMark().Match(cell.Text)).FirstOrDefault(match => match.Success)?.Groups["mark"].Value ?? "",
            cells,
            [.. header.DistinctBy(blank => FormFolding.Key(blank.Label))],
            blanks.DrainToImmutable(),
            choices.DrainToImmutable());
    }

    private static IEnumerable<DraftRow> Rows(ImmutableArray<DocumentCell> cells)
    {
        for (var at = 0; at < cells.Length;)
        {
            var to = at + 1;
            while (to < cells.Length && cells[at].Table > 0 && cells[to].Table == cells[at].Table && cells[to].Row == cells[at].Row)
            {
                to++;
            }

            yield return new(cells[at].Table, cells[at].Row, [.. Enumerable.Range(at, to - at)]);
            at = to;
        }
    }

    private static FoundBlank HeaderBlank(int at, string sort, string printed) => new()
    {
        Heading = "",
        Requirement = "",
        Label = printed,
        Context = printed + "：",
        PrintedUnit = sort == "day" ? "日期" : "文本",
        Kind = IndicatorKind.Header,
        Cell = at,
        End = 0,
        Note = sort == "person" ? "个人信息，导入时丢弃" : null,
    };

    private static IEnumerable<FoundBlank> OfParagraph(ImmutableArray<DocumentCell> cells, int at)
    {
        var heading = Enumerable.Range(0, at).Reverse().Select(i => cells[i].Text.Trim()).FirstOrDefault(text => text.Length is > 1 and <= LongestTitle && Numbered().IsMatch(text)) ?? "";
        return SentenceBlanks.Find(at, cells[at].Text, OneLine(heading), "", heading);
    }

    private static IEnumerable<FoundBlank> OfRow(ImmutableArray<DocumentCell> cells, DraftRow row)
    {
        var texts = row.Cells.Select(at => Spanned(cells, at)).ToList();
        var found = row.Cells.SelectMany((at, i) => cells[at].IsContinued ? [] : SentenceBlanks.Find(at, cells[at].Text, Heading(cells, row, texts, i), Requirement(cells, row, texts, i), i > 0 ? texts[i - 1] : "")).ToList();
        return found.Count > 0 ? found : OfEmptyCells(cells, row, texts);
    }

    /// <summary>The upper part of a cell that spans several rows.</summary>
    private static string Spanned(ImmutableArray<DocumentCell> cells, int at) => cells[at] is { IsContinued: true } cell
        ? cells.LastOrDefault(other => other.Table == cell.Table && other.Column == cell.Column && other.Row < cell.Row && !other.IsContinued)?.Text ?? ""
        : cells[at].Text;

    /// <returns>The heading of a row: the cell before the column of what is asked for, else the first before the blank.</returns>
    private static string Heading(ImmutableArray<DocumentCell> cells, DraftRow row, List<string> texts, int column)
    {
        var asked = RequirementColumn(cells, row, texts, column);
        return OneLine(asked > 0 ? texts[asked - 1] : column > 0 ? texts[column - 1] : "");
    }

    private static string Requirement(ImmutableArray<DocumentCell> cells, DraftRow row, List<string> texts, int column) =>
        RequirementColumn(cells, row, texts, column) is > 0 and var asked ? OneLine(texts[asked]) : "";

    /// <returns>The column that says what is asked for: by the head of the table, counted from the right, where spanned cells do not shift it; else the longer of two; 0 for none.</returns>
    private static int RequirementColumn(ImmutableArray<DocumentCell> cells, DraftRow row, List<string> texts, int column)
    {
        if (column < 2)
        {
            return 0;
        }

        foreach (var head in cells.Where(cell => cell.Table == row.Table && cell.Row < row.Number).GroupBy(cell => cell.Row))
        {
            var names = head.Select(cell => FormFolding.Key(cell.Text)).ToList();
            var at = names.FindIndex(name => name is { Length: > 0 and <= 8 } && (name.Contains("要求", StringComparison.Ordinal) || name.Contains("标准", StringComparison.Ordinal) || name == "内容"));
            if (at >= 0)
            {
                return Math.Clamp(texts.Count - (names.Count - at), 0, column - 1);
            }
        }

        return texts[column - 1].Length > 2 * Math.Max(8, texts[column - 2].Length) ? column - 1 : 0;
    }

    /// <summary>Cells to write in: beside a label, or in a table with a head of its own, which names their unit.</summary>
    private static IEnumerable<FoundBlank> OfEmptyCells(ImmutableArray<DocumentCell> cells, DraftRow row, List<string> texts)
    {
        var head = Head(cells, row, texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            var at = row.Cells[i];
            if (cells[at].IsContinued || FormFolding.Key(texts[i]).Length > 0)
            {
                continue;
            }

            var left = Enumerable.Range(0, i).Reverse().FirstOrDefault(other => FormFolding.Key(texts[other]).Length > 0, -1);
            if (left < 0 || (head.IsEmpty && left != i - 1))
            {
                continue;
            }

            var (label, unit) = head.IsEmpty ? Beside(texts[left]) : Crossed(head, texts, i);
            if (label.Length == 0 || Notes.Contains(FormFolding.Key(label), StringComparer.Ordinal))
            {
                continue;
            }

            yield return OfCell(at, label, unit, head.IsEmpty ? "" : OneLine(texts.First(text => FormFolding.Key(text).Length > 0 && !IsNumber(text))));
        }
    }

    private static FoundBlank OfCell(int at, string label, string? unit, string heading)
    {
        var isPerson = HeaderFields.IsPerson(label);
        var words = label.TrimEnd('：', ':', ' ', '\u3000');
        return new()
        {
            Heading = heading,
            Requirement = "",
            Label = words,
            Context = isPerson ? words : unit is null ? $"{words}：（    ）" : $"{words}（  ）{unit}",
            Blank = isPerson ? null : unit is null ? "（    ）" : "（  ）",
            PrintedUnit = isPerson || unit is null ? "文本" : unit,
            Kind = isPerson ? IndicatorKind.Contact : unit is null ? IndicatorKind.Text : IndicatorKind.Count,
            Note = isPerson ? "个人信息，永不收" : "原表是单独的格子，程序的空表写成一句话",
            Cell = at,
            End = 0,
        };
    }

    private static (string Label, string? Unit) Beside(string text) => OneLine(text) is var label ? (FormUnits.WithoutUnit(label), FormUnits.InLabel(label)) : default;

    /// <summary>Row and column of a table together: 宣讲活动 and 场次.</summary>
    private static (string Label, string? Unit) Crossed(ImmutableArray<string> head, List<string> texts, int column)
    {
        var isUnit = head.Select(name => FormFolding.Key(name) is "单位" or "计量单位").ToList();
        var words = string.Join("，", Enumerable.Range(0, column).Where(i => !isUnit[i] && !IsNumber(texts[i]) && FormFolding.Key(texts[i]).Length > 0).Select(i => OneLine(texts[i])));
        var name = OneLine(head[column]);
        if (Notes.Contains(FormFolding.Key(name), StringComparer.Ordinal) || words.Length == 0)
        {
            return ("", null);
        }

        var own = isUnit.IndexOf(true) is >= 0 and var at && FormUnits.IsKnown(OneLine(texts[at])) ? OneLine(texts[at]) : FormUnits.IsKnown(name) ? name : FormUnits.InLabel(name);
        var isAmount = FormFolding.Key(name) is "数量" or "数" or "填报数" or "完成数" or "完成情况" or "进展情况";
        return (isAmount || FormUnits.IsKnown(name) ? FormUnits.WithoutUnit(words) : $"{words}：{FormUnits.WithoutUnit(name)}", own ?? FormUnits.InLabel(words));
    }

    /// <returns>The head of a table: its nearest row above in which every cell has words and none stands for a figure; empty where a label stands beside each blank.</returns>
    private static ImmutableArray<string> Head(ImmutableArray<DocumentCell> cells, DraftRow row, int columns)
    {
        if (columns < 2)
        {
            return [];
        }

        foreach (var above in cells.Where(cell => cell.Table == row.Table && cell.Row < row.Number).GroupBy(cell => cell.Row).Reverse())
        {
            ImmutableArray<string> names = [.. above.Select(cell => cell.Text)];
            if (names.Length == columns && names.All(name => FormFolding.Key(name) is { Length: > 0 and <= 20 }))
            {
                return names;
            }
        }

        return [];
    }

    private static bool IsNumber(string text) => FormFolding.Key(text) is var key && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <returns>The text without line ends, of at most <see cref="LongestHeading"/> characters.</returns>
    private static string OneLine(string text) => string.Concat(text.Split('\n').Select(line => line.Trim())) is var line && line.Length > LongestHeading
        ? line[..(char.IsHighSurrogate(line[LongestHeading - 1]) ? LongestHeading - 1 : LongestHeading)] : line;

    [GeneratedRegex(@"^\s*([一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[、.．])", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*(?<mark>附[件表]\s?[0-9一二三四五六七八九十]{0,2})\s*$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex AnnexMark();

    private sealed record DraftRow(int Table, int Number, ImmutableArray<int> Cells);
}
