using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>Reads a bank that is a table: a row with headers, then a row for each question.</summary>
internal static class SheetReader
{
    private const int MostTitleRows = 10;

    /// <returns>The questions; null where the table cannot be read at all. Mistakes are reported.</returns>
    public static List<RawQuestion>? Read(List<SheetRow>? rows, BankNotes notes)
    {
        if (rows is null)
        {
            return null;
        }

        var head = rows.Take(MostTitleRows).Select((row, i) => (Row: row, Index: i, Read: SheetColumns.Read(row))).FirstOrDefault(row => row.Read.Columns is not null);
        if (head.Read.Columns is not { } columns)
        {
            notes.Error(
                "bank/no-header", new(notes.Path, rows.Count > 0 ? rows[0].Line : 1), "没有找到表头：前十行里没有一行同时写着“题目”和“答案”。",
                "请在第一行写表头：编号、题型、题目、选项A、选项B、选项C、选项D、答案、解析、提示、主题、难度、依据、单位、误差；用不到的可以不写。");
            return null;
        }

        if (!head.Read.Unknown.IsEmpty)
        {
            notes.Of(new(notes.Path, head.Row.Line), "表头").Change($"这些列没有用上：{SafeText.Quote(string.Join('、', head.Read.Unknown))}。");
        }

        return [.. rows.Skip(head.Index + 1).Where(row => !row.IsEmpty).Select(row => ReadRow(row, columns, notes)).OfType<RawQuestion>()];
    }

    private static RawQuestion? ReadRow(SheetRow row, SheetColumns columns, BankNotes notes)
    {
        var where = new Place(notes.Path, row.Line, columns.Text + 1);
        var (text, written) = (row.At(columns.Text), row.At(columns.Answer));
        var draft = new PlainDraft(row.Line, row.Line, 0, PlainLineReader.TypeOf(row.At(columns.Type)));
        draft.Options.AddRange(Options(row, columns));
        if (text.Length == 0)
        {
            notes.Error("bank/no-text", where, "这一行没有题目。", "请写上题目，或者删掉这一行。");
            return null;
        }

        var answer = draft.Type is PlainType.Essay ? new RawAnswer.Unknown("这是问答题，答案要人来评。") : Answer(row, columns, draft, text, written, notes);
        if (answer is null)
        {
            return null;
        }

        var others = Tags(row, columns, out var said);
        return new(where, "", row.At(columns.Id) is { Length: > 0 } id ? id : null, others, "", new(text, TextForm.Plain), answer)
        {
            Explanation = new(row.At(columns.Explanation), TextForm.Plain),
            Hints = row.At(columns.Hint) is { Length: > 0 } hint ? [new(hint, TextForm.Plain)] : [],
            Said = said,
        };
    }

    private static RawAnswer? Answer(SheetRow row, SheetColumns columns, PlainDraft draft, string text, string written, BankNotes notes)
    {
        var type = row.At(columns.Type);
        if (type.Contains("排序", StringComparison.Ordinal) || type.Contains("匹配", StringComparison.Ordinal) || type.Contains("连线", StringComparison.Ordinal))
        {
            return SheetLists.Read(type.Contains("排序", StringComparison.Ordinal), draft, written, new(notes.Path, row.Line, columns.Answer + 1), notes);
        }

        if (written.Length == 0)
        {
            notes.Error("bank/no-answer", new(notes.Path, row.Line, columns.Answer + 1), $"“{SafeText.Quote(text)}”没有答案。", "请在“答案”一列写上字母、“对”“错”或者要填的词。");
            return null;
        }

        if (type.Contains("数值", StringComparison.Ordinal) && BankNumbers.Read(written) is { } number)
        {
            var tolerance = BankNumbers.Read(row.At(columns.Tolerance)) ?? 0;
            return new RawAnswer.Numbers([new(number, Math.Abs(tolerance), 100, RawText.Empty)], row.At(columns.Unit));
        }

        var isJudge = draft.Type is PlainType.Judge || (draft.Type is null && draft.Options.Count == 0);
        return isJudge && AnswerLetters.ReadJudgement(written) is { } isTrue && draft.Options.Count == 0 ? PlainAnswers.Judge(isTrue, new(notes.Path, row.Line))
            : isJudge && draft.Options.Count == 0 && written.Trim().ToUpperInvariant() is "A" or "B" ? PlainAnswers.Judge(written.Trim().ToUpperInvariant() is "A", new(notes.Path, row.Line))
            : draft.Options.Count > 0 && draft.Type is not PlainType.Fill ? PlainAnswers.Choices(draft, written, notes)
            : draft.Type is PlainType.Fill or null ? PlainAnswers.Words(draft, text, written, notes)
            : Unreadable(draft, written, notes);
    }

    private static RawAnswer? Unreadable(PlainDraft draft, string written, BankNotes notes)
    {
        notes.Error(
            "bank/unreadable-answer", new(notes.Path, draft.Line), $"答案“{SafeText.Quote(written)}”看不懂。",
            draft.Type is PlainType.Judge ? "判断题的答案写“对”或“错”。" : "请先在选项的列里写上选项，再写答案的字母。");
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

    private static ImmutableArray<string> Tags(SheetRow row, SheetColumns columns, out ImmutableArray<string> said)
    {
        var tags = ImmutableArray.CreateBuilder<string>();
        var lost = ImmutableArray.CreateBuilder<string>();
        Add(QuestionMarks.Topic, row.At(columns.Topic), value => value);
        Add(QuestionMarks.Level, row.At(columns.Level), PlainLevels.Read);
        Add(QuestionMarks.Law, row.At(columns.Law), value => LawReferences.Read(value) is null ? null : value);
        said = lost.ToImmutable();
        return tags.ToImmutable();

        void Add(string mark, string written, Func<string, string?> read)
        {
            if (written.Length > 0 && read(written) is { } value)
            {
                tags.Add(QuestionMarks.Write(mark, value));
            }
            else if (written.Length > 0)
            {
                lost.Add($"{mark}“{SafeText.Quote(written)}”看不懂，没有带过来。");
            }
        }
    }
}
