using System.Collections.Immutable;
using System.Globalization;
using Site.Content.Markdown;
using Site.Content.Types;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes;

/// <summary>One question of a quiz.</summary>
/// <param name="Location">Its heading in the source.</param>
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
    Location Location,
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

/// <summary>What sort of answer a question wants.</summary>
public enum QuestionType
{
    /// <summary>Exactly one choice is right: 单选.</summary>
    Single,

    /// <summary>One or more choices are right: 多选.</summary>
    Multiple,

    /// <summary>Right or wrong: 判断.</summary>
    Judge,

    /// <summary>A word or more to fill in: 填空.</summary>
    Blank,

    /// <summary>A number to fill in: 数值.</summary>
    Numeric,

    /// <summary>Things to put together in pairs: 匹配.</summary>
    Match,

    /// <summary>Steps to put in order: 排序.</summary>
    Order,
}

/// <summary>情景题: a text or picture that several questions are about; those of them that are on a paper stand together.</summary>
/// <param name="Location">Its heading in the source.</param>
/// <param name="Id">Unique in the whole site.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Text">What happened; not empty.</param>
public sealed record Scenario(Location Location, string Id, string Title, HtmlFragment Text);

/// <summary>An article of a law in one of its versions, written <c>消防法(2021)#5</c>; one that was inserted after it, <c>刑法(2023)#133之一</c>.</summary>
/// <param name="Law">Id of a <see cref="LawPage"/>.</param>
/// <param name="Year">The version's year.</param>
/// <param name="Article">The article, 1 or more, or null for the law as a whole.</param>
public sealed record LawReference(string Law, int Year, int? Article)
{
    /// <summary>The number of an article that an amendment inserted behind <see cref="Article"/>: 1 for 之一; 0 for the article itself.</summary>
    public int Inserted { get; private init; }

    /// <summary>As it is written: <c>消防法(2021)#5</c>.</summary>
    internal string Written => string.Create(CultureInfo.InvariantCulture, $"{Law}({Year}){(Article is { } article ? $"#{article}{Behind}" : "")}");

    /// <summary>As readers see the article, 第5条 or 第133条之一; empty for the law as a whole.</summary>
    public string ArticleText => Article is { } article ? string.Create(CultureInfo.InvariantCulture, $"第{article}条{Behind}") : "";

    private string Behind => Inserted > 0 ? "之" + ChineseNumerals.Write(Inserted) : "";

    /// <returns>
    /// The reference that <c>消防法(2021)#5</c>, <c>刑法(2023)#133之一</c> or, for the law as a whole, <c>消防法(2021)</c> makes; full-width brackets and 之1 will do.
    /// Null for anything else.
    /// </returns>
    internal static LawReference? Parse(string text)
    {
        var open = text.IndexOfAny(['(', '（']);
        if (open < 1 || open + 6 > text.Length || text[open + 5] is not (')' or '）') || text.AsSpan(0, open).ContainsAny(" #\t"))
        {
            return null;
        }

        var law = text[..open];
        return Number(text.AsSpan(open + 1, 4)) is not (>= 1949 and <= 2999 and var year) ? null
            : text.Length == open + 6 ? new(law, year, null)
            : text[open + 6] == '#' && ReadArticle(text[(open + 7)..]) is var (article, inserted) ? new(law, year, article) { Inserted = inserted }
            : null;
    }

    private static (int Article, int Inserted)? ReadArticle(string text) => text.Split('之') switch
    {
        [var only] when Number(only) is > 0 and var article => (article, 0),
        [var before, var behind] when Number(before) is > 0 and var article && ChineseNumerals.Read(behind) is > 0 and < 100 and var inserted => (article, inserted),
        _ => null,
    };

    private static int? Number(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
