using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Csv;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Content.Quizzes.Trials;

/// <summary>How a question went when people tried it.</summary>
/// <param name="Question">Its id.</param>
/// <param name="Asked">How many people answered it, 1 or more.</param>
/// <param name="Right">How many of them were right, 0 to <paramref name="Asked"/>.</param>
public sealed record Trial(string Question, int Asked, int Right)
{
    /// <summary>Below this many people a share says too little, and no level follows from it.</summary>
    public const int FewestAsked = 20;

    /// <summary>The level that the rule of <c>.docs/kinds.md</c> gives: 1 where 85 of a hundred or more are right, 2 from 60, 3 below; null where fewer than <see cref="FewestAsked"/> answered.</summary>
    public int? Level => Asked < FewestAsked ? null : 100L * Right >= 85L * Asked ? 1 : 100L * Right >= 60L * Asked ? 2 : 3;
}

/// <summary>Reads what a trial came to: a CSV table with a row a question, as counted by hand or exported by an answering platform. Columns besides its three are not read.</summary>
public static class TrialReader
{
    private const long LargestFile = 4 * 1024 * 1024;
    private const int MostPeople = 100_000_000;

    private static readonly (string Name, string Chinese)[] Columns = [("question", "题号"), ("asked", "做的人数"), ("right", "答对的人数")];

    /// <param name="quizzes">Those whose questions may be named.</param>
    /// <returns>A trial for each question that is named, in the order of the ids; several rows of one question are added up. None where anything in the file is wrong.</returns>
    public static Result<ImmutableArray<Trial>> Read(SourceFile file, IEnumerable<QuizPage> quizzes)
    {
        var diagnostics = new List<Diagnostic>();
        var trials = ImmutableArray<Trial>.Empty;
        if (InputText.Read(file, LargestFile, diagnostics) is { } text && InputCsv.ReadAll(file.Path, text, diagnostics) is var rows && diagnostics.Count == 0)
        {
            trials = Read(file.Path, rows, quizzes.SelectMany(LevelReport.QuestionsOf).Select(question => question.Id).ToHashSet(StringComparer.Ordinal), diagnostics);
        }

        return new(diagnostics.Count == 0 ? trials : [], [.. diagnostics]);
    }

    private static ImmutableArray<Trial> Read(string path, ImmutableArray<CsvRow> rows, HashSet<string> known, List<Diagnostic> diagnostics)
    {
        var head = rows.IsEmpty ? [] : rows[0].Fields.Select(name => name.Trim().ToLowerInvariant()).ToArray();
        var places = Columns.Select(column => Array.FindIndex(head, name => name == column.Name || name == column.Chinese)).ToArray();
        if (places.Contains(-1) || rows.Length < 2)
        {
            diagnostics.Add(Diagnostic.Error("trial/no-table", new(path), "第一行应当写“题号,做的人数,答对的人数”，下面每行一道题。", "表头也可以写 question,asked,right；别的列留着也行，不会读。"));
            return [];
        }

        return
        [
            .. rows.Skip(1).Select(row => ReadRow(row, places, known, diagnostics)).OfType<Trial>()
                .GroupBy(trial => trial.Question, StringComparer.Ordinal)
                .Select(same => new Trial(same.Key, (int)Math.Min(MostPeople, same.Sum(trial => (long)trial.Asked)), (int)Math.Min(MostPeople, same.Sum(trial => (long)trial.Right))))
                .OrderBy(trial => trial.Question, StringComparer.Ordinal),
        ];
    }

    private static Trial? ReadRow(CsvRow row, int[] places, HashSet<string> known, List<Diagnostic> diagnostics)
    {
        string Field(int column) => places[column] < row.Fields.Length ? row.Fields[places[column]].Trim() : "";
        if (!known.Contains(Field(0)))
        {
            diagnostics.Add(Diagnostic.Error("trial/unknown-question", row.At(places[0]), Field(0) == "" ? "这一行没有写题号。" : $"没有题号是 {Quoted.Id(Field(0))} 的题。", "题号是题目后面大括号里 # 后面的那一段；从别的测验取的题，写它自己的题号。"));
            return null;
        }

        var (asked, right) = (Count(Field(1)), Count(Field(2)));
        if (asked is null or 0 || right is null || right > asked)
        {
            diagnostics.Add(Diagnostic.Error("trial/bad-count", row.At(places[asked is null or 0 ? 1 : 2]), "人数不对：做的人数至少是1，答对的人数不能比做的人多。", "写整数，不写百分比。"));
            return null;
        }

        return new(Field(0), asked.Value, right.Value);
    }

    private static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostPeople ? count : null;
}
