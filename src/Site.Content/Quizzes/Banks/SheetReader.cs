using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Reads a bank that is a table: a row with headers, then a row for each question.</summary>
internal static class SheetReader
{
    private const int MostTitleRows = 10;

    /// <returns>The questions; null where the table cannot be read at all. Mistakes are reported.</returns>
    public static List<RawQuestion>? Read(List<SheetRow>? rows, BankContext context)
    {
        if (rows is null)
        {
            return null;
        }

        var head = rows.Take(MostTitleRows).Select((row, i) => (Row: row, Index: i, Read: SheetColumns.Read(row))).FirstOrDefault(row => row.Read.Columns is not null);
        if (head.Read.Columns is not { } columns)
        {
            context.Error(
                "bank/no-header", new(context.Path, rows.Count > 0 ? rows[0].Line : 1), "没有找到表头：前十行里没有一行同时写着“题目”和“答案”。",
                "请在第一行写表头：编号、题型、题目、选项A、选项B、选项C、选项D、答案、解析、提示、主题、难度、依据、单位、误差；用不到的可以不写。");
            return null;
        }

        if (!head.Read.Unknown.IsEmpty)
        {
            context.ForItem(new(context.Path, head.Row.Line), "表头").ReportChange($"这些列没有用上：{Quoted.Line(string.Join('、', head.Read.Unknown))}。");
        }

        return [.. rows.Skip(head.Index + 1).Where(row => !row.IsEmpty).Select(row => ReadRow(row, columns, context)).OfType<RawQuestion>()];
    }

    private static RawQuestion? ReadRow(SheetRow row, SheetColumns columns, BankContext context)
    {
        var location = new Location(context.Path, row.Line, columns.Text + 1);
        var (text, written) = (row.At(columns.Text), row.At(columns.Answer));
        var draft = new QuestionDraft(row.Line, row.Line, 0, BankLineReader.TypeOf(row.At(columns.Type)));
        draft.Options.AddRange(Options(row, columns));
        if (text.Length == 0)
        {
            context.Error("bank/no-text", location, "这一行没有题目。", "请写上题目，或者删掉这一行。");
            return null;
        }

        var answer = draft.Type is DraftType.Essay ? RawAnswer.Unknown.Essay : Answer(row, columns, draft, text, written, context);
        if (answer is null)
        {
            return null;
        }

        var others = Tags(row, columns, out var losses);
        return new(location, "", row.At(columns.Id) is { Length: > 0 } id ? id : null, others, "", new(text, TextFormat.Plain), answer)
        {
            Explanation = new(row.At(columns.Explanation), TextFormat.Plain),
            Hints = row.At(columns.Hint) is { Length: > 0 } hint ? [new(hint, TextFormat.Plain)] : [],
            Losses = losses,
        };
    }

    private static RawAnswer? Answer(SheetRow row, SheetColumns columns, QuestionDraft draft, string text, string written, BankContext context)
    {
        var type = row.At(columns.Type);
        if (type.Contains("排序", StringComparison.Ordinal) || type.Contains("匹配", StringComparison.Ordinal) || type.Contains("连线", StringComparison.Ordinal))
        {
            return SheetLists.Read(type.Contains("排序", StringComparison.Ordinal), draft, written, new(context.Path, row.Line, columns.Answer + 1), context);
        }

        if (written.Length == 0)
        {
            context.Error("bank/no-answer", new(context.Path, row.Line, columns.Answer + 1), $"“{Quoted.Line(text)}”没有答案。", "请在“答案”一列写上字母、“对”“错”或者要填的词。");
            return null;
        }

        if (type.Contains("数值", StringComparison.Ordinal) && BankNumbers.Read(written) is { } number)
        {
            var tolerance = BankNumbers.Read(row.At(columns.Tolerance)) ?? 0;
            return new RawAnswer.Numbers([new(number, Math.Abs(tolerance), 100, RawText.Empty)], row.At(columns.Unit));
        }

        var isJudge = draft.Type is DraftType.Judge || (draft.Type is null && draft.Options.Count == 0);
        return isJudge && AnswerLetters.ReadJudgement(written) is { } isTrue && draft.Options.Count == 0 ? DraftAnswers.Judge(isTrue, new(context.Path, row.Line))
            : isJudge && draft.Options.Count == 0 && written.Trim().ToUpperInvariant() is "A" or "B" ? DraftAnswers.Judge(written.Trim().ToUpperInvariant() is "A", new(context.Path, row.Line))
            : draft.Options.Count > 0 && draft.Type is not DraftType.Fill ? DraftAnswers.Choices(draft, written, context)
            : draft.Type is DraftType.Fill or null ? DraftAnswers.Words(draft, text, written, context)
            : Unreadable(draft, written, context);
    }

    private static RawAnswer? Unreadable(QuestionDraft draft, string written, BankContext context)
    {
        context.Error(
            "bank/unreadable-answer", new(context.Path, draft.Line), $"答案“{Quoted.Line(written)}”看不懂。",
            draft.Type is DraftType.Judge ? "判断题的答案写“对”或“错”。" : "请先在选项的列里写上选项，再写答案的字母。");
        return null;
    }

    // Options of their own columns, or all in one cell: each on a line, with letters, or divided by |.
    private static List<string> Options(SheetRow row, SheetColumns columns)
    {
        var own = columns.Options.Select(row.At).ToList();
        while (own.Count > 0 && own[^1].Length == 0)
        {
            own.RemoveAt(own.Count - 1);
        }

        if (own.Count > 0 || row.At(columns.AllOptions) is not { Length: > 0 } all)
        {
            return own;
        }

        var options = new List<string>();
        foreach (var line in all.Split(['\n', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (_, found) = OptionLines.Split(line, (char)('A' + options.Count));
            options.AddRange(found.Count > 0 ? found : [line]);
        }

        return options;
    }

    private static ImmutableArray<string> Tags(SheetRow row, SheetColumns columns, out ImmutableArray<string> losses)
    {
        var tags = ImmutableArray.CreateBuilder<string>();
        var lost = ImmutableArray.CreateBuilder<string>();
        Add(QuestionTagFormat.Topic, row.At(columns.Topic), value => value);
        Add(QuestionTagFormat.Level, row.At(columns.Level), LevelNames.Read);
        Add(QuestionTagFormat.Law, row.At(columns.Law), value => LawReference.Parse(value) is null ? null : value);
        losses = lost.ToImmutable();
        return tags.ToImmutable();

        void Add(string mark, string written, Func<string, string?> read)
        {
            if (written.Length > 0 && read(written) is { } value)
            {
                tags.Add(QuestionTagFormat.Write(mark, value));
            }
            else if (written.Length > 0)
            {
                lost.Add($"{mark}“{Quoted.Line(written)}”看不懂，没有带过来。");
            }
        }
    }
}

/// <summary>Which column of a table holds what; -1 where there is none.</summary>
/// <param name="Options">The columns of options, in order.</param>
internal sealed record SheetColumns(
    int Id, int Type, int Text, int AllOptions, int Answer, int Explanation, int Hint, int Topic, int Level, int Law, int Unit, int Tolerance, ImmutableArray<int> Options)
{
    private static readonly string[] Texts = ["题目", "题干", "试题", "试题内容", "题目内容", "试题题干", "题干内容", "问题", "question", "text", "stem"];
    private static readonly string[] Answers = ["答案", "正确答案", "参考答案", "标准答案", "试题答案", "answer", "correct", "correctanswer"];

    /// <returns>The columns that a row of headers names, or null where it is no such row; and the headers that say nothing to us.</returns>
    public static (SheetColumns? Columns, ImmutableArray<string> Unknown) Read(SheetRow row)
    {
        var names = row.Cells.Select(cell => AnswerText.FoldWidth(cell).Trim('*', '(', ')').Split('(')[0]).ToArray();
        var known = new HashSet<int>();
        int Find(params string[] words)
        {
            var at = Array.FindIndex(names, name => words.Contains(name, StringComparer.Ordinal));
            known.Add(at);
            return at;
        }

        var options = Enumerable.Range(0, 26).Select(i => Find(Option(i))).TakeWhile(column => column >= 0).ToImmutableArray();
        var columns = new SheetColumns(
            Find("编号", "题号", "id", "试题编号"), Find("题型", "类型", "试题类型", "题目类型", "type"), Find(Texts),
            Find("选项", "备选项", "可选项", "试题选项", "options", "choices"), Find(Answers),
            Find("解析", "答案解析", "试题解析", "题目解析", "解释", "说明", "explanation", "feedback"), Find("提示", "hint"),
            Find("主题", "知识点", "分类", "类别", "章节", "topic", "category"), Find("难度", "难易程度", "难度等级", "level", "difficulty"),
            Find("依据", "法条", "法律依据", "law"), Find("单位", "unit"), Find("误差", "tolerance"), options);
        Find("序号", "no", "no.");
        return columns is { Text: >= 0, Answer: >= 0 }
            ? (columns, [.. row.Cells.Where((cell, i) => cell.Length > 0 && !known.Contains(i))])
            : (null, []);
    }

    private static string[] Option(int i)
    {
        var letter = ((char)('a' + i)).ToString();
        var number = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [letter, "选项" + letter, "选项" + number, "option" + letter, "option" + number, "答案选项" + letter, letter + "选项", "备选" + letter];
    }
}

/// <summary>Reads steps and pairs out of the columns of options.</summary>
internal static class SheetLists
{
    /// <param name="isOrder">Whether the options are steps; else they are pairs, <c>左::右</c>.</param>
    /// <param name="written">For steps the letters in the right order; empty where they stand in order.</param>
    /// <returns>The answer, or null where it is wrong, which is reported.</returns>
    public static RawAnswer? Read(bool isOrder, QuestionDraft draft, string written, Location location, BankContext context)
    {
        if (isOrder)
        {
            var letters = written.Length == 0 ? string.Concat(draft.Options.Select((_, i) => (char)('A' + i))) : AnswerLetters.ReadOrder(written);
            if (letters.Length == draft.Options.Count && letters.All(letter => letter < 'A' + draft.Options.Count))
            {
                return new RawAnswer.Steps([.. letters.Select(letter => new RawText(draft.Options[letter - 'A'], TextFormat.Plain))]);
            }

            context.Error("bank/unreadable-answer", location, $"排序题的答案“{Quoted.Line(written)}”不是全部{draft.Options.Count}个选项的先后。", "请把每个选项的字母照正确的先后写一遍，例如 BACD。");
            return null;
        }

        var pairs = draft.Options.Select(option => option.Replace("：：", "::", StringComparison.Ordinal).Split("::", 2, StringSplitOptions.TrimEntries)).ToArray();
        if (pairs.Length < 2 || pairs.Any(pair => pair.Length < 2))
        {
            context.Error("bank/unreadable-pair", location, "匹配题的选项要写成“左::右”，至少两对。", "每个选项的格子里写一对，中间用两个冒号隔开。");
            return null;
        }

        return new RawAnswer.Pairs([.. pairs.Select(pair => new RawPair(new(pair[0], TextFormat.Plain), pair[1]))]);
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Line">Row of the sheet, or line of the file, from 1.</param>
/// <param name="Cells">Trimmed; empty where nothing is written.</param>
internal sealed record SheetRow(int Line, ImmutableArray<string> Cells)
{
    public bool IsEmpty => Cells.All(cell => cell.Length == 0);

    /// <returns>The cell of a column, or empty where the row is shorter.</returns>
    public string At(int column) => column >= 0 && column < Cells.Length ? Cells[column] : "";
}
