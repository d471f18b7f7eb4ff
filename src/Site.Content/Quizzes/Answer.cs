using System.Collections.Immutable;
using Site.Content.Markdown;

namespace Site.Content.Quizzes;

/// <summary>What a question wants to know, and what is right.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>单选: exactly one of two or more choices is right.</summary>
    public sealed record Single(ImmutableArray<Choice> Choices) : Answer;

    /// <summary>多选: one or more of two or more choices are right.</summary>
    /// <param name="IsPartial">Whether some of the right ones, and no wrong one, score some of the point.</param>
    public sealed record Multiple(ImmutableArray<Choice> Choices, bool IsPartial) : Answer;

    /// <summary>判断: of two choices one is right.</summary>
    public sealed record Judge(ImmutableArray<Choice> Choices) : Answer;

    /// <summary>填空: one or more blanks, each <see cref="Blank.Mark"/> in the question's text, in the same order.</summary>
    public sealed record Blanks(ImmutableArray<Blank> Items) : Answer;

    /// <summary>数值: one blank that wants a number.</summary>
    /// <param name="Value">The right number.</param>
    /// <param name="Tolerance">How far off still counts as right, 0 or more.</param>
    /// <param name="Unit">Its unit as readers see it; empty where there is none.</param>
    public sealed record Number(decimal Value, decimal Tolerance, string Unit) : Answer;

    /// <summary>匹配: two or more pairs, as they belong together; no left or right side twice.</summary>
    public sealed record Pairs(ImmutableArray<Pair> Items) : Answer;

    /// <summary>排序: two or more steps in the right order, no two alike; each HTML of one line.</summary>
    public sealed record Steps(ImmutableArray<HtmlFragment> Items) : Answer;
}

/// <summary>One of a question's choices.</summary>
/// <param name="Text">HTML of one line.</param>
/// <param name="IsCorrect">Whether it is right.</param>
/// <param name="Feedback">What to tell someone who chose it; empty where nothing was written.</param>
public sealed record Choice(HtmlFragment Text, bool IsCorrect, HtmlFragment Feedback)
{
    /// <summary>Most choices of a question: as many as there are letters to call them by.</summary>
    internal const int Most = 26;
}

/// <summary>Two things that belong together.</summary>
/// <param name="Left">HTML of one line; often a picture of a sign.</param>
/// <param name="Right">Plain text, to choose from a list.</param>
public sealed record Pair(HtmlFragment Left, string Right)
{
    /// <summary>Stands between the two in the source.</summary>
    internal const string Separator = "::";
}

/// <summary>A blank in a question's text.</summary>
/// <param name="Answers">
/// Plain text, one or more; the first is shown as the answer, the others count as right too.
/// Whoever compares ignores spaces and case, and takes full and half width, simplified and traditional characters as equal.
/// </param>
public sealed record Blank(ImmutableArray<string> Answers)
{
    /// <summary>What stands for a blank in <see cref="Question.Text"/>, and nowhere else in it.</summary>
    public const string Mark = "____";
}
