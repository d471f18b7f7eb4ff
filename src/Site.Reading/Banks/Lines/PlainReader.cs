namespace Site.Reading;

/// <summary>
/// Reads Chinese banks as staff keep them in Word: <c>1. 题干（ ）</c>, options on one line or several, <c>答案：ABD</c>, <c>解析：…</c>; answers in the
/// brackets of the question or collected at the end; √ and ×.
/// </summary>
internal sealed class PlainReader
{
    private readonly BankNotes notes;
    private readonly List<PlainDraft> drafts = [];
    private readonly PlainAnswerList answers;
    private PlainDraft? draft;
    private PlainType? type;
    private Action<string> more = _ => { };
    private int section = -1;
    private bool isInAnswers;

    private PlainReader(BankNotes notes)
    {
        this.notes = notes;
        answers = new(notes);
    }

    /// <returns>The questions; mistakes are reported.</returns>
    public static List<RawQuestion> Read(string text, BankNotes notes)
    {
        var reader = new PlainReader(notes);
        var lines = text.Split('\n').Select((raw, i) => (Text: raw.Trim(' ', '\t', '\u00A0', '\u3000', '\uFEFF', '\u200B'), Number: i + 1)).Where(line => line.Text.Length > 0).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            reader.Add(lines[i].Text, lines[i].Number, i + 1 < lines.Count ? lines[i + 1].Text : "");
        }

        reader.answers.Give(reader.drafts);
        return [.. reader.drafts.Select(draft => PlainQuestions.Make(draft, notes)).OfType<RawQuestion>()];
    }

    /// <param name="next">The line that follows, or empty at the end.</param>
    private void Add(string text, int line, string next)
    {
        var read = PlainLineReader.Read(text);
        if (isInAnswers && read is not PlainLine.AnswersBegin)
        {
            answers.Add(read, text, line);
            return;
        }

        switch (read)
        {
            case PlainLine.AnswersBegin when drafts.Count > 0 && (next.Length == 0 || PlainAnswerList.Begins(next)):
                isInAnswers = true;
                break;
            case PlainLine.AnswersBegin when draft is not null:
                SetAnswer("", line);
                break;
            case PlainLine.Section heading:
                (type, section, draft) = (heading.Type, section + 1, null);
                break;
            case PlainLine.Numbered numbered when IsQuestion(numbered):
                Begin(numbered, line);
                break;
            case PlainLine.Answer answer when draft is not null:
                SetAnswer(answer.Text, line);
                break;
            case PlainLine.Note note when draft is not null:
                SetNote(note);
                break;
            default:
                AddWords(text, line);
                break;
        }
    }

    // A number that does not go on from the last is a question all the same, unless the last has neither options nor answer yet: then it is a step in its text.
    private bool IsQuestion(PlainLine.Numbered line) =>
        line.Text.Length > 0
        && (draft is null || line.Number == draft.Number + 1 || draft.IsAnswerable || PlainQuestions.HasAnswerInBrackets(draft));

    private void Begin(PlainLine.Numbered line, int at)
    {
        draft = new(at, line.Number, Math.Max(section, 0), type);
        drafts.Add(draft);
        AddToStem(line.Text);
    }

    private void AddToStem(string text)
    {
        var (before, options) = OptionLines.Split(text, 'A');
        if (before.Length > 0)
        {
            draft!.Stem.Add(before);
        }

        AddOptions(options);
        more = options.Count == 0 ? draft!.Stem.Add : AddToLastOption;
    }

    private void AddWords(string text, int line)
    {
        if (draft is null && drafts.Count == 0 && notes.Title.Length == 0)
        {
            notes.Title = text;
            return;
        }

        if (draft is null)
        {
            notes.Of(new(notes.Path, line), text).Change("这一行不属于哪道题，没有带过来。");
            return;
        }

        if (draft.Answer is null && draft.Explanation.Count == 0)
        {
            var (before, options) = OptionLines.Split(text, (char)('A' + draft.Options.Count));
            if (options.Count > 0)
            {
                if (before.Length > 0)
                {
                    more(before);
                }

                AddOptions(options);
                more = AddToLastOption;
                return;
            }
        }

        more(text);
    }

    // 答案：A 解析：…… on one line; and the last option may hold both.
    private void AddOptions(List<string> options)
    {
        foreach (var option in options)
        {
            draft!.Options.Add(option);
        }
    }

    private void AddToLastOption(string text) => draft!.Options[^1] += text;

    private void SetAnswer(string text, int line)
    {
        var (answer, explanation) = PlainQuestions.CutExplanation(text);
        draft!.Answer = draft.Answer is null ? answer : draft.Answer + "；" + answer;
        draft.AnswerLine = line;
        var current = draft;
        more = more_ => current.Answer = current.Answer is { Length: > 0 } before ? before + "；" + more_ : more_;
        if (explanation.Length > 0)
        {
            draft.Explanation.Add(explanation);
            more = current.Explanation.Add;
        }
    }

    private void SetNote(PlainLine.Note note)
    {
        var current = draft!;
        switch (note.Word)
        {
            case "难度" or "难易程度":
                current.Level = note.Text;
                break;
            case "知识点" or "考点" or "主题" or "类别" or "分类" or "章节":
                current.Topic = note.Text;
                break;
            case "提示":
                current.Hint = note.Text;
                break;
            default:
                var lead = note.Word.Contains('解') || note.Word is "分析" or "点评" ? "" : note.Word + "：";
                if (lead.Length + note.Text.Length > 0)
                {
                    current.Explanation.Add(lead + note.Text);
                }

                more = current.Explanation.Add;
                break;
        }
    }
}
