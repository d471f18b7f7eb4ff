using System.Collections.Immutable;

namespace Site.Model;

/// <summary>One question of a quiz.</summary>
/// <param name="Where">Its heading in the source.</param>
/// <param name="Id">Unique in the whole site.</param>
/// <param name="Text">The question as plain text.</param>
/// <param name="Stem">What stands between the heading and the choices: pictures and text.</param>
/// <param name="Hint">Plain text, or null.</param>
/// <param name="Answer">What it wants to know, and what is right.</param>
/// <param name="Explanation">Why; shown with the answer.</param>
/// <param name="Topic">A topic of the quiz, or null.</param>
/// <param name="Level">1 (easy) to 3 (hard).</param>
/// <param name="Law">The law behind it, or null.</param>
/// <param name="Scenario">What it is about together with its neighbours, or null for a question that stands alone.</param>
public sealed record Question(
    Place Where,
    string Id,
    string Text,
    HtmlFragment Stem,
    string? Hint,
    Answer Answer,
    HtmlFragment Explanation,
    string? Topic,
    int Level,
    LawReference? Law,
    Scenario? Scenario)
{
    /// <summary>The day after which it leaves the public quiz, in place of the quiz's own day; or null for that.</summary>
    public DateOnly? ReviewBy { get; init; }

    public QuestionType Type => Answer switch
    {
        Answer.Multiple => QuestionType.Multiple,
        Answer.Judge => QuestionType.Judge,
        Answer.Blanks => QuestionType.Blank,
        Answer.Number => QuestionType.Numeric,
        Answer.Pairs => QuestionType.Match,
        Answer.Steps => QuestionType.Order,
        _ => QuestionType.Single,
    };

    /// <summary>Two or more, in the order written; empty for types without choices.</summary>
    public ImmutableArray<Choice> Choices => Answer switch
    {
        Answer.Single single => single.Choices,
        Answer.Multiple multiple => multiple.Choices,
        Answer.Judge judge => judge.Choices,
        _ => [],
    };

    /// <summary>Every piece of HTML that belongs to it, its scenario's apart.</summary>
    public IEnumerable<HtmlFragment> Fragments =>
    [
        Stem,
        .. Choices.SelectMany(choice => new[] { choice.Text, choice.Feedback }),
        .. Answer is Answer.Pairs pairs ? pairs.Items.Select(pair => pair.Left) : [],
        .. Answer is Answer.Steps steps ? steps.Items : [],
        Explanation,
    ];
}
