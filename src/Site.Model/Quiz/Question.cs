using System.Collections.Immutable;

namespace Site.Model;

/// <summary>One question of a quiz.</summary>
/// <param name="Where">Its heading in the source.</param>
/// <param name="Id">Unique in the whole site.</param>
/// <param name="Type">What sort of answer it wants.</param>
/// <param name="Text">The question as plain text.</param>
/// <param name="Stem">What stands between the heading and the choices: pictures and text.</param>
/// <param name="Hint">Plain text, or null.</param>
/// <param name="Choices">Two or more, in the order written.</param>
/// <param name="Explanation">Why; shown with the answer.</param>
/// <param name="Topic">A topic of the quiz, or null.</param>
/// <param name="Level">1 (easy) to 3 (hard).</param>
/// <param name="Law">The law behind it, or null.</param>
/// <param name="IsPartial">For several right choices: whether some of them score some of the point.</param>
public sealed record Question(
    Place Where,
    string Id,
    QuestionType Type,
    string Text,
    HtmlFragment Stem,
    string? Hint,
    ImmutableArray<Choice> Choices,
    HtmlFragment Explanation,
    string? Topic,
    int Level,
    LawReference? Law,
    bool IsPartial);
