using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Csv;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Statistics.Units;

namespace Site.Office.Duties;

/// <summary>What the office noted as handed in that is no form: a line of <c>input/received.csv</c>.</summary>
/// <param name="Duty">Id of the duty.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Due">The day by which it was due.</param>
/// <param name="On">The day on which it came in.</param>
internal sealed record Received(string Duty, string Unit, DateOnly Due, DateOnly On);

/// <summary>Reads and writes <c>input/received.csv</c>: <c>duty,unit,due,on</c>.</summary>
internal static class ReceivedList
{
    public const string Path = "input/received.csv";
    private const string Head = "duty,unit,due,on";
    private const long LargestFile = 8 * 1024 * 1024;

    /// <param name="files">Files of <c>input/</c>.</param>
    /// <returns>The lines that can be read; codes of subject <c>received</c> say at its place what is wrong with the others.</returns>
    public static Result<ImmutableArray<Received>> Read(ImmutableArray<SourceFile> files, DutyList duties, UnitRegistry units)
    {
        var diagnostics = new List<Diagnostic>();
        if (files.FirstOrDefault(file => file.Path == Path) is not { } file || InputText.Read(file, LargestFile, diagnostics) is not { } text)
        {
            return new([], [.. diagnostics]);
        }

        var rows = InputCsv.ReadAll(Path, text, diagnostics);
        if (rows.IsEmpty || string.Join(',', rows[0].Fields.Select(name => name.Trim())) != Head)
        {
            return new([], [.. diagnostics.DefaultIfEmpty(Diagnostic.Error("received/wrong-head", new(Path), "第一行的列名不对。", $"第一行写 {Head}；也可以不写这个文件，用 site office received 来记。"))]);
        }

        var lines = ImmutableArray.CreateBuilder<Received>();
        foreach (var row in rows.Skip(1).Where(row => row.Fields.Any(field => !string.IsNullOrWhiteSpace(field))))
        {
            if (Read(row, duties, units, diagnostics) is { } line)
            {
                lines.Add(line);
            }
        }

        return new(lines.DrainToImmutable(), [.. diagnostics]);
    }

    /// <returns>The whole file with further lines at its end.</returns>
    public static byte[] Append(byte[]? before, IEnumerable<Received> lines)
    {
        var text = new StringBuilder(before is { Length: > 0 } ? Encoding.UTF8.GetString(before).TrimEnd() : Head).Append('\n');
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Duty},{line.Unit},{line.Due:yyyy-MM-dd},{line.On:yyyy-MM-dd}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static Received? Read(CsvRow row, DutyList duties, UnitRegistry units, List<Diagnostic> diagnostics)
    {
        if (row.Fields.Length != 4)
        {
            return Report("wrong-row", 0, $"这一行有 {row.Fields.Length} 列，应当有 4 列。", $"写成 {Head} 四列。");
        }

        var fields = row.Fields.Select(field => field.Trim()).ToArray();
        if (duties.All.FirstOrDefault(duty => duty.Id == fields[0]) is not { } owed)
        {
            return Report("unknown-duty", 0, $"没有事项 {Quoted.Id(fields[0])}。", $"照抄 {DutyList.Path} 里的 id。");
        }

        if ((units.Find(fields[1]) ?? units.FindByName(fields[1])) is not { } unit || !owed.Units.Contains(unit))
        {
            return Report("unknown-unit", 1, (units.Find(fields[1]) is null ? units.SaySameName(fields[1]) : null) ?? $"{Quoted.Id(fields[1])} 不用报“{owed.Title}”，或者单位名单里没有它。", "写 input/units.csv 里的 id 或名称，同名的写 id。");
        }

        if (Day(fields[2]) is not { } due || !owed.Days.Contains(due))
        {
            return Report("wrong-due", 2, $"这一天不是“{owed.Title}”的期限。", $"期限有：{string.Join("、", owed.Days.Select(day => $"{day:yyyy-MM-dd}"))}。");
        }

        return Day(fields[3]) is { } on ? new(owed.Id, unit.Id, due, on) : Report("wrong-day", 3, "收到的日期看不出是哪一天。", "写成 2026-06-25 这样。");

        Received? Report(string fault, int column, string message, string help)
        {
            diagnostics.Add(Diagnostic.Error($"received/{fault}", row.At(column), message, help));
            return null;
        }
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
