using System.Collections.Immutable;

namespace Site.Model;

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
