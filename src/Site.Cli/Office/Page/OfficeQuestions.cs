using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Site.Cli.Local;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Office.Imports;
using Site.Office.Reminders;

namespace Site.Cli.Office.Page;

/// <summary>All that the office's page asks.</summary>
internal static partial class OfficeQuestions
{
    private const int LargestText = 256 * 1024;
    private const string Stale = "另一个窗口刚刚动过这些文件。这里已经换成现在的样子，请看过再按一次。";

    public static ImmutableArray<Question> All(OfficeDesk desk) =>
    [
        new("desk", LargestText, _ => desk.InTurnAsync(() => Task.FromResult(Desk(desk)))),
        new("drop", OfficeDesk.LargestFile, asked => desk.InTurnAsync(() => Task.FromResult(Answer(desk, desk.Drop(asked.Named("name"), asked.Body))))),
        new("look", LargestText, _ => desk.InTurnAsync(() => Task.FromResult(Look(desk)))),
        new("aside", LargestText, asked => desk.InTurnAsync(() => Task.FromResult(Answer(desk, desk.Change(Number(asked), file => file with { IsAside = !file.IsAside }) ? null : Stale)))),
        new("remove", LargestText, asked => desk.InTurnAsync(() => Task.FromResult(Answer(desk, desk.Change(Number(asked), _ => null) ? null : Stale)))),
        new("mend", LargestText, asked => desk.InTurnAsync(() => Task.FromResult(Answer(desk, desk.Mend(Number(asked), Values(asked)) ? null : Stale)))),
        new("import", LargestText, asked => desk.InTurnAsync(() => Task.FromResult(Import(desk, asked)))),
        new("late", LargestText, asked => desk.InTurnAsync(() => Task.FromResult(Late(desk, Day(asked))))),
        new("run", LargestText, asked => desk.InTurnAsync(() => RunAsync(desk, asked))),
        new("signing", LargestText, _ => desk.InTurnAsync(() => Task.FromResult(Signing(desk)))),
        new("files", LargestText, _ => Task.FromResult(new JsonObject { ["files"] = List(OfficePapers.List(desk.Site), path => path) })),
    ];

    private static JsonObject Answer(OfficeDesk desk, string? failure) => failure is null ? new() { ["version"] = desk.Version } : new() { ["failure"] = failure };

    private static int Number(Asked asked) => asked.Json["number"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw new NotAQuestionException();

    private static Dictionary<string, string> Values(Asked asked) => (asked.Json["values"] as JsonObject ?? throw new NotAQuestionException())
        .ToDictionary(entry => entry.Key, entry => entry.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new NotAQuestionException(), StringComparer.Ordinal);

    /// <exception cref="NotAQuestionException">It is no day.</exception>
    private static DateOnly Day(Asked asked) =>
        DateOnly.TryParseExact(asked.Text("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new NotAQuestionException();

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> each) => new([.. items.Select(each)]);

    private static JsonObject Desk(OfficeDesk desk)
    {
        using var said = new MemoryStream();
        if (OfficeFolder.Read(desk.Site, desk.Environment with { Terminal = new(said, said, false) }, needsDuties: false) is not { } input)
        {
            return new() { ["failure"] = Said(said) };
        }

        return new()
        {
            ["today"] = desk.Environment.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["site"] = Path.GetFileName(desk.Site),
            ["version"] = desk.Version,
            ["forms"] = List(input.FormTitles, form => new JsonObject { ["id"] = form.Id, ["title"] = form.Title }),
            ["units"] = List(input.UnitNames, unit => unit),
            ["hasDuties"] = input.HasDuties,
        };
    }

    private static string Said(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray()).Trim();

    private static JsonObject Look(OfficeDesk desk)
    {
        var (files, taken, aside) = desk.Look();
        var shown = ImportPreview.Files(taken.Received, withFigures: true).Concat(ImportPreview.Files(aside.Received, withFigures: true)).ToDictionary(file => file.Path, StringComparer.Ordinal);

        // What is wrong beyond one file, with the lists or between two files, stands above all of them.
        var ofFiles = shown.Values.SelectMany(file => file.Diagnostics).ToHashSet();
        return new()
        {
            ["version"] = desk.Version,
            ["canImport"] = !taken.Diagnostics.HasErrors() && taken.Received.File is not null,
            ["returns"] = taken.Received.Returns,
            ["problems"] = List(taken.Diagnostics.Where(found => !ofFiles.Contains(found)), Of),
            ["files"] = List(files, file => new JsonObject
            {
                ["number"] = file.Number,
                ["name"] = file.Path,
                ["aside"] = file.IsAside,
                ["mended"] = file.IsMended,
                ["state"] = shown.TryGetValue(file.Path, out var one) ? one.State : "没有读",
                ["good"] = one?.CanBeImported ?? false,
                ["lines"] = List(one?.Lines ?? [], line => line),
                ["problems"] = List(one?.Diagnostics ?? [], Of),
                ["cells"] = List(ProblemWorkbook.Cells((file.IsAside ? aside : taken).Received, file.Path), cell => new JsonObject
                {
                    ["key"] = cell.Key,
                    ["section"] = cell.Section,
                    ["label"] = cell.Label,
                    ["unit"] = cell.Unit,
                    ["value"] = cell.Value,
                    ["remark"] = cell.Remark,
                }),
            }),
        };
    }

    private static JsonObject Of(Diagnostic diagnostic) => new() { ["error"] = diagnostic.Severity == Severity.Error, ["what"] = diagnostic.Message, ["cure"] = diagnostic.Help };

    private static JsonObject Import(OfficeDesk desk, Asked asked)
    {
        if (asked.Json["version"] is not JsonValue value || !value.TryGetValue<int>(out var seen))
        {
            throw new NotAQuestionException();
        }

        return seen != desk.Version ? new() { ["failure"] = Stale }
            : desk.Import() is { } done ? new() { ["said"] = done, ["version"] = desk.Version }
            : new() { ["failure"] = "还有要改的地方，什么也没有写。" };
    }

    private static JsonObject Late(OfficeDesk desk, DateOnly day)
    {
        using var said = new MemoryStream();
        if (OfficeFolder.Read(desk.Site, desk.Environment with { Terminal = new(said, said, false) }) is not { } input)
        {
            return new() { ["failure"] = Said(said) };
        }

        var board = Reminder.Make(input, day).Board();
        return new()
        {
            ["heading"] = board.Heading,
            ["columns"] = List(board.Columns, column => column),
            ["rows"] = List(board.Rows, row => new JsonObject { ["unit"] = row.Unit, ["cells"] = List(row.Cells, cell => new JsonObject { ["text"] = cell.Text, ["late"] = cell.IsLate }) }),
            ["changes"] = List(board.Changes, line => line),
        };
    }

    /// <summary>The commands behind the buttons: what is typed into them is a day, an id, or the name of an office.</summary>
    private static async Task<JsonObject> RunAsync(OfficeDesk desk, Asked asked)
    {
        var day = Day(asked).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var before = OfficePapers.List(desk.Site);
        string[] typed = asked.Text("what") switch
        {
            "remind" => ["office", "remind", "--as-of", day],
            "calendar" => ["office", "calendar"],
            "summary" => ["office", "summary", Id(asked.Text("form")), "--as-of", day],
            "report" => ["office", "report", "--as-of", day],
            "bulletin" => ["office", "bulletin", "--week", day],
            "plan" => ["office", "plan", "--as-of", day],
            "release" => ["stats", "release", Id(asked.Text("name")), "--as-of", day, "--internal"],
            "audit" => ["stats", "audit", "--internal"],
            "released" => ["office", "released"],
            "sign" => ["sign", asked.Text("path"), $"--role={asked.Text("role")}", $"--by={asked.Text("by")}"],
            _ => throw new NotAQuestionException(),
        };
        var outcome = await desk.RunAsync(typed);
        return new()
        {
            ["done"] = outcome.IsDone,
            ["lines"] = List(outcome.Lines.Where(line => line.Length > 0), line => line),
            ["remarks"] = List(outcome.Remarks.Where(line => line.Length > 0), line => line),
            ["files"] = List(OfficePapers.List(desk.Site), path => path),
            ["made"] = List(OfficePapers.List(desk.Site).Except(before), path => path),
        };
    }

    /// <exception cref="NotAQuestionException">It is no id.</exception>
    private static string Id(string text) => IdShape().IsMatch(text) ? text : throw new NotAQuestionException();

    private static JsonObject Signing(OfficeDesk desk) => new()
    {
        ["waiting"] = List(SigningDesk.Waiting(desk.Site, desk.Environment), one => new JsonObject { ["path"] = one.Path, ["kind"] = one.Kind, ["role"] = one.Role, ["void"] = one.IsVoid }),
    };

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,80}$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex IdShape();
}
