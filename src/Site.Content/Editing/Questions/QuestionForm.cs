using System.Collections.Immutable;
using System.Globalization;
using Site.Content.Quizzes;
using Site.Core.Vocabularies;

namespace Site.Content.Editing.Questions;

/// <summary>A question of a quiz, or a scenario, as a form shows it. Texts are Markdown as it is written, with LF at the end of lines and none at the end.</summary>
/// <param name="Words">The heading, in one line; of questions with blanks, each blank is <see cref="Blank.Mark"/>.</param>
/// <param name="Id">As written behind <c>#</c>.</param>
/// <param name="Type">The id of one of <see cref="Types"/>; where none is written, what the reader takes it for.</param>
public sealed record QuestionForm(string Words, string Id, string Type)
{
    /// <summary>All types, and the scenario.</summary>
    public static ImmutableArray<Term> Types => QuestionAttributesReader.Types;

    /// <summary>Empty where none is written, as the others.</summary>
    public string Topic { get; init; } = "";

    /// <summary><c>1</c>, <c>2</c> or <c>3</c>.</summary>
    public string Level { get; init; } = "";

    /// <summary><c>消防法(2021)#5</c>.</summary>
    public string Law { get; init; } = "";

    /// <summary><c>2027-05-31</c>.</summary>
    public string ReviewBy { get; init; } = "";

    /// <summary>Whether some of the right choices score some of the point.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What stands between the heading and the answers: a text, a picture; of a scenario, all of it.</summary>
    public string Stem { get; init; } = "";

    public string Hint { get; init; } = "";

    /// <summary>Choices, pairs or steps; empty for questions with blanks.</summary>
    public ImmutableArray<AnswerForm> Answers { get; init; } = [];

    /// <summary>The blanks of the heading, in order; empty for other types.</summary>
    public ImmutableArray<BlankForm> Blanks { get; init; } = [];

    public string Explanation { get; init; } = "";

    internal bool HasBlanks => Type is "blank" or "numeric";

    internal bool HasChoices => Type is "single" or "multiple" or "judge";

    /// <returns>What has to be written before it can be a question, in one sentence; null where nothing is missing.</returns>
    public string? Fault()
    {
        if (Words.Trim().Length == 0)
        {
            return Type == "scenario" ? "请写情景的标题。" : "请写题目。";
        }

        var right = Answers.Count(answer => answer.IsRight);
        return Type switch
        {
            "scenario" => Stem.Trim().Length == 0 ? "请写出情景，或者放一张图。" : null,
            "blank" or "numeric" when Words.Split(Blank.Mark).Length - 1 != Blanks.Length => $"题目里有 {Words.Split(Blank.Mark).Length - 1} 处“{Blank.Mark}”，下面有 {Blanks.Length} 个答案：请一处写一个。",
            "blank" or "numeric" when Blanks.IsEmpty => $"请在题目里要填的地方写“{Blank.Mark}”（四条下划线），再在下面写答案。",
            "blank" or "numeric" when Blanks.Any(blank => blank.Answer.Trim().Length == 0) => "有一个空没有答案。",
            "numeric" when Blanks.Length > 1 => "数值题只有一个空。",
            "numeric" when !IsNumber(Blanks[0].Answer) || !(Blanks[0].Tolerance.Length == 0 || IsNumber(Blanks[0].Tolerance)) => "答案和误差请用阿拉伯数字写，例如 24 或 0.5；单位另写。",
            "match" when Answers.Any(answer => answer.Text.Contains(Pair.Separator, StringComparison.Ordinal) || answer.Other.Contains(Pair.Separator, StringComparison.Ordinal)) => "左右两边里面不能有两个连着的英文冒号。",
            "match" when Answers.Any(answer => answer.Text.Trim().Length == 0 || answer.Other.Trim().Length == 0) => "每一对的左右两边都要写。",
            "match" or "order" => Answers.Length < 2 ? "至少写两项。" : null,
            "judge" when Answers.Length != 2 => "判断题只有“正确”和“错误”两个选项。",
            "single" or "multiple" or "judge" when Answers.Length < 2 => "至少写两个选项。",
            "single" or "multiple" or "judge" when right == 0 => "请在对的选项上勾选“这个对”。",
            "single" or "judge" when right > 1 => "只能有一个对的选项；有几个对的，请把题型改成多选。",
            _ => Answers.Any(answer => answer.Text.Trim().Length == 0) ? "有一项没有写。" : null,
        };
    }

    /// <returns>Whether both say the same.</returns>
    internal bool IsSameAs(QuestionForm other) =>
        this with { Answers = [], Blanks = [] } == other with { Answers = [], Blanks = [] } && Answers.SequenceEqual(other.Answers) && Blanks.SequenceEqual(other.Blanks);

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}

/// <summary>A choice, a pair or a step.</summary>
/// <param name="Text">The choice, the left side, the step; in one line.</param>
/// <param name="Other">Of a choice, what to tell someone who chose it, in lines; of a pair, the right side; empty for a step.</param>
/// <param name="IsRight">Of a choice.</param>
public sealed record AnswerForm(string Text, string Other, bool IsRight);

/// <summary>A blank.</summary>
/// <param name="Answer">What is right.</param>
/// <param name="Others">What counts as right too, with <c>|</c> between; empty for a number.</param>
/// <param name="Tolerance">Of a number, how far off still counts; empty for none.</param>
/// <param name="Unit">Of a number; empty for none.</param>
public sealed record BlankForm(string Answer, string Others, string Tolerance, string Unit);
