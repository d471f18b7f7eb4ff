namespace Site.Content.Quizzes.Banks;

/// <summary>
/// Reads Chinese banks as staff keep them in Word: <c>1. 题干（ ）</c>, options on one line or several, <c>答案：ABD</c>, <c>解析：…</c>; answers in the
/// brackets of the question or collected at the end; √ and ×.
/// </summary>
internal sealed class PlainTextReader
{
    private readonly BankContext context;
    private readonly List<QuestionDraft> drafts = [];
    private readonly CollectedAnswers answers;
    private QuestionDraft? draft;
    private DraftType? type;
    private Action<string> more = _ => { };
    private int section = -1;
    private bool isInAnswers;

    private PlainTextReader(BankContext context)
    {
        this.context = context;
        answers = new(context);
    }

    /// <returns>The questions; mistakes are reported.</returns>
    public static List<RawQuestion> Read(string text, BankContext context)
    {
        var reader = new PlainTextReader(context);
        var lines = text.Split('\n').Select((raw, i) => (Text: raw.Trim(' ', '\t', '\u00A0', '\u3000', '\uFEFF', '\u200B'), Number: i + 1)).Where(line => line.Text.Length > 0).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            reader.Add(lines[i].Text, lines[i].Number, i + 1 < lines.Count ? lines[i + 1].Text : "");
        }

        reader.answers.AssignTo(reader.drafts);
        return [.. reader.drafts.Select(draft => DraftConverter.Convert(draft, context)).OfType<RawQuestion>()];
    }

    /// <param name="next">The line that follows, or empty at the end.</param>
    private void Add(string text, int line, string next)
    {
        var read = BankLineReader.Read(text);
        if (isInAnswers && read is not BankLine.AnswersBegin)
        {
            answers.Add(read, text, line);
            return;
        }

        switch (read)
        {
            case BankLine.AnswersBegin when drafts.Count > 0 && (next.Length == 0 || CollectedAnswers.Begins(next)):
                isInAnswers = true;
                break;
            case BankLine.AnswersBegin when draft is not null:
                SetAnswer("", line);
                break;
            case BankLine.Section heading:
                (type, section, draft) = (heading.Type, section + 1, null);
                break;
            case BankLine.Numbered numbered when IsQuestion(numbered):
                Begin(numbered, line);
                break;
            case BankLine.Answer answer when draft is not null:
                SetAnswer(answer.Text, line);
                break;
            case BankLine.Note note when draft is not null:
                SetNote(note);
                break;
            default:
                AddWords(text, line);
                break;
        }
    }

    // A number that does not go on from the last is a question all the same, unless the last has neither options nor answer yet: then it is a step in its text.
    private bool IsQuestion(BankLine.Numbered line) =>
        line.Text.Length > 0
        && (draft is null || line.Number == draft.Number + 1 || draft.IsAnswerable || DraftConverter.HasAnswerInBrackets(draft));

    private void Begin(BankLine.Numbered line, int at)
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
        if (draft is null && drafts.Count == 0 && context.Title.Length == 0)
        {
            context.Title = text;
            return;
        }

        if (draft is null)
        {
            context.ForItem(new(context.Path, line), text).ReportChange("这一行不属于哪道题，没有带过来。");
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
        var (answer, explanation) = DraftConverter.CutExplanation(text);
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

    private void SetNote(BankLine.Note note)
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

/// <summary>A question of a plain-text bank while its lines come in.</summary>
/// <param name="line">Its first line, from 1.</param>
/// <param name="number">The number before it.</param>
/// <param name="section">Which section it stands in, from 0.</param>
internal sealed class QuestionDraft(int line, int number, int section, DraftType? type)
{
    public int Line => line;

    public int Number => number;

    public int Section => section;

    public DraftType? Type { get; set; } = type;

    public List<string> Stem { get; } = [];

    public List<string> Options { get; } = [];

    /// <summary>As written, or null.</summary>
    public string? Answer { get; set; }

    /// <summary>The line on which the answer stands, from 1; 0 before there is one.</summary>
    public int AnswerLine { get; set; }

    /// <summary>The line for diagnostics of the answer: its own, or else the question's.</summary>
    public int AnswerAt => AnswerLine > 0 ? AnswerLine : Line;

    public List<string> Explanation { get; } = [];

    public List<string> Losses { get; } = [];

    public string? Topic { get; set; }

    public string? Level { get; set; }

    public string? Hint { get; set; }

    /// <summary>Whether there is something after the text, so that a number may begin the next question.</summary>
    public bool IsAnswerable => Options.Count > 0 || Answer is not null || Explanation.Count > 0;
}
