using System.Buffers;
using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Exposures.Ledgers;

/// <summary>Reads one ledger: decodes it, matches its header, and checks each cell for characters that no cell may hold.</summary>
internal static class ExposureLedger
{
    private const long LargestInBytes = 16 * 1024 * 1024;
    private const string Formulas = "=+-@\t＝＋－＠";

    /// <param name="diagnostics">Receives diagnostics of subject <c>input</c>, <c>csv</c> or <c>exposure</c>; no cell is repeated.</param>
    /// <returns>Rows with as many cells as the header; none where the header lacks a column.</returns>
    public static ImmutableArray<ExposureRow> Read(SourceFile file, List<Diagnostic> diagnostics)
    {
        if (InputText.Read(file, LargestInBytes, diagnostics) is not { } text)
        {
            return [];
        }

        var rows = LedgerRows.Read(file.Path, text, diagnostics);
        if (rows.IsEmpty)
        {
            diagnostics.Add(Diagnostic.Error("exposure/empty", new(file.Path), "这个台账没有表头。", $"第一行写列名：{string.Join(',', ExposureColumns.Required)}"));
            return [];
        }

        return Head(file.Path, rows[0], diagnostics) is { } columns
            ? [.. rows.Skip(1).Where(cells => cells.Any(cell => cell.Text.Length > 0)).Select(cells => Row(file.Path, columns, cells, diagnostics)).OfType<ExposureRow>()]
            : [];
    }

    private static ImmutableArray<string>? Head(string path, ImmutableArray<LedgerCell> cells, List<Diagnostic> diagnostics)
    {
        var names = cells.Select(cell => cell.Text == "reason" ? ExposureColumns.Reasons : cell.Text).ToImmutableArray();
        var missing = ExposureColumns.Required.Where(name => !names.Contains(name)).ToList();
        for (var at = 0; at < names.Length; at++)
        {
            var location = new Location(path, cells[at].Line, cells[at].Column);
            if (!ExposureColumns.IsKnown(names[at]))
            {
                diagnostics.Add(Diagnostic.Error("exposure/unknown-column", location, $"第 {at + 1} 列的列名不认识。",
                    (missing.Count > 0 ? $"还缺 {string.Join('、', missing)}，是不是写成了它？" : "") + $"各列之间用半角逗号隔开。删掉这一列，或者改成这些名字之一：{string.Join('、', ExposureColumns.Required.Concat(ExposureColumns.Optional))}。"));
            }
            else if (names.IndexOf(names[at]) < at)
            {
                diagnostics.Add(Diagnostic.Error("exposure/duplicate-column", location, $"“{names[at]}” 这一列出现了两次。", "只留一列。"));
            }
        }

        // A column under another name is one mistake, not one that is there and one that is not.
        if (missing.Count > 0 && names.All(ExposureColumns.IsKnown))
        {
            diagnostics.Add(Diagnostic.Error("exposure/missing-column", new(path), $"缺少 {missing.Count} 列：{string.Join('、', missing)}。", "补上这些列；没有内容的格子可以空着。"));
        }

        return missing.Count > 0 ? null : names;
    }

    private static ExposureRow? Row(string path, ImmutableArray<string> columns, ImmutableArray<LedgerCell> cells, List<Diagnostic> diagnostics)
    {
        if (cells.Length != columns.Length)
        {
            diagnostics.Add(Diagnostic.Error("exposure/cell-count", new(path, cells[0].Line, cells[0].Column),
                $"这一行有 {cells.Length} 格，表头有 {columns.Length} 列。", "内容里有逗号的，整格加半角双引号；空格子也要留着逗号。"));
            return null;
        }

        var row = new ExposureRow(path, columns, cells);
        var before = diagnostics.Count;
        for (var at = 0; at < cells.Length; at++)
        {
            CheckCell(row, columns[at], cells[at].Text, diagnostics);
        }

        return diagnostics.Count == before ? row : null;
    }

    private static void CheckCell(ExposureRow row, string column, string text, List<Diagnostic> diagnostics)
    {
        if (HiddenCharacters.First(text) is { } hidden)
        {
            diagnostics.Add(Diagnostic.Error("exposure/hidden-character", row.LocationOf(column),
                $"“{column}” 这一格的第 {hidden.At + 1} 个字符 {hidden.Name} 看不见，或者会改变文字的显示顺序。", "把这一格的内容重新打一遍。"));
        }

        if (text.Length > 0 && Formulas.Contains(text[0]) && IsFormula(column, text))
        {
            diagnostics.Add(Diagnostic.Error("exposure/formula", row.LocationOf(column),
                $"“{column}” 这一格以 “{text[0]}” 开头，表格软件会把它当成公式来执行。", "去掉开头的符号，写成普通文字；没有内容的格子请空着。"));
        }
    }

    /// <summary>In private columns a telephone number may begin with a plus sign, and an account with @.</summary>
    private static bool IsFormula(string column, string text) =>
        !ExposureColumns.Private.Contains(column) || text[0] is '=' or '＝' or '\t' || text.AsSpan(1).IndexOfAny("(|!（") >= 0;
}

/// <summary>The columns of an exposure ledger, by their names in the header.</summary>
internal static class ExposureColumns
{
    public const string Id = "id";
    public const string Published = "published";
    public const string Kind = "kind";
    public const string Enterprise = "enterprise";
    public const string CreditCode = "credit_code";
    public const string Area = "area";
    public const string Sector = "sector";
    public const string Place = "place";
    public const string Hazard = "hazard";
    public const string LegalBasis = "legal_basis";
    public const string Decision = "decision";
    public const string Deadline = "deadline";
    public const string Status = "status";
    public const string StatusOn = "status_on";
    public const string Source = "source";
    public const string Reporter = "reporter";
    public const string Contact = "contact";
    public const string Note = "note";
    public const string Reasons = "reasons";
    public const string Picture = "picture";
    public const string PictureAlt = "picture_alt";
    public const string PictureAfter = "picture_after";
    public const string PictureAfterAlt = "picture_after_alt";

    /// <summary>Columns that every ledger must have, in any order.</summary>
    public static ImmutableArray<string> Required { get; } =
    [
        Id, Published, Kind, Enterprise, CreditCode, Area, Sector, Place, Hazard, LegalBasis, Decision, Deadline, Status, StatusOn,
        Source, Reporter, Contact, Note,
    ];

    /// <summary>Columns that a ledger may also have.</summary>
    public static ImmutableArray<string> Optional { get; } = [Reasons, Picture, PictureAlt, PictureAfter, PictureAfterAlt];

    /// <summary>Columns whose cells are never published.</summary>
    public static ImmutableArray<string> Private { get; } = [Source, Reporter, Contact, Note];

    public static bool IsKnown(string name) => Required.Contains(name) || Optional.Contains(name);
}

/// <summary>A row of a ledger as written, private columns included. It never leaves this project.</summary>
/// <param name="Path">The ledger, relative to the site folder.</param>
/// <param name="Columns">Names of columns, each once, as many as cells.</param>
/// <param name="Cells">In the same order.</param>
internal sealed record ExposureRow(string Path, ImmutableArray<string> Columns, ImmutableArray<LedgerCell> Cells)
{
    /// <summary>The text in a column; empty where the ledger lacks it.</summary>
    public string this[string column] => Columns.IndexOf(column) is var at and >= 0 ? Cells[at].Text : "";

    /// <summary>The first cell.</summary>
    public Location Location => new(Path, Cells[0].Line, Cells[0].Column);

    /// <returns>Where a column's cell begins.</returns>
    public Location LocationOf(string column) =>
        Columns.IndexOf(column) is var at and >= 0 ? new(Path, Cells[at].Line, Cells[at].Column) : Location;
}

/// <summary>Finds characters that are invisible or that change the order in which others are displayed.</summary>
/// <remarks>Unicode Standard Annex 9 (bidirectional controls) and Technical Standard 39, "Zero-width characters"; controls but for the tab and line ends.</remarks>
internal static class HiddenCharacters
{
    private static readonly SearchValues<char> All = SearchValues.Create(
    [
        .. Range('\u0000', '\u0008'), '\u000B', '\u000C', .. Range('\u000E', '\u001F'), .. Range('\u007F', '\u009F'),
        '\u00AD', '\u034F', '\u061C', '\u115F', '\u1160', '\u17B4', '\u17B5', .. Range('\u180B', '\u180F'),
        .. Range('\u200B', '\u200F'), .. Range('\u2028', '\u202E'), .. Range('\u2060', '\u206F'), '\u3164', '\uFFA0', '\uFEFF',
        .. Range('\uFFF0', '\uFFFB'), '\uFFFE', '\uFFFF', .. Range('\uFDD0', '\uFDEF'), '\uDB40', '\uDB41',
    ]);

    /// <returns>The first such character by its name (<c>U+202E</c>) and its index in the text from 0, or null.</returns>
    public static (string Name, int At)? First(string text)
    {
        var at = text.AsSpan().IndexOfAny(All);
        return at < 0 ? null : ($"U+{(int)text[at]:X4}", at);
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
