using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>What a question of a bank wants to know, in the terms that all banks share.</summary>
internal abstract record RawAnswer
{
    private RawAnswer() { }

    /// <param name="IsSingle">Whether readers may choose only one.</param>
    /// <param name="IsJudge">Whether it asks whether the text is right or wrong.</param>
    public sealed record Choices(ImmutableArray<RawChoice> Items, bool IsSingle, bool IsJudge) : RawAnswer;

    /// <summary>One or more blanks, each with what may be filled in.</summary>
    /// <param name="IsCaseSensitive">Whether capitals matter.</param>
    public sealed record Words(ImmutableArray<ImmutableArray<RawWord>> Blanks, bool IsCaseSensitive) : RawAnswer;

    public sealed record Numbers(ImmutableArray<RawNumber> Items, string Unit) : RawAnswer
    {
        /// <summary>What is said to those who write another number.</summary>
        public RawText WrongFeedback { get; init; } = RawText.Empty;
    }

    public sealed record Pairs(ImmutableArray<RawPair> Items) : RawAnswer;

    /// <summary>Steps in the right order.</summary>
    public sealed record Steps(ImmutableArray<RawText> Items) : RawAnswer;

    /// <summary>A text that asks nothing.</summary>
    public sealed record Told : RawAnswer;

    /// <summary>A question that our syntax has no form for.</summary>
    /// <param name="Why">In simplified Chinese, to follow 没有带过来：.</param>
    public sealed record Unknown(string Why) : RawAnswer;
}

/// <param name="Weight">Share of the point in per cent, -100 to 100.</param>
internal sealed record RawChoice(Place Where, RawText Text, decimal Weight, RawText Feedback);

/// <param name="Text">Plain text.</param>
/// <param name="Weight">Share of the point in per cent, -100 to 100.</param>
internal sealed record RawWord(string Text, decimal Weight, RawText Feedback);

/// <param name="Tolerance">0 or more.</param>
/// <param name="Weight">Share of the point in per cent, -100 to 100.</param>
internal sealed record RawNumber(decimal Value, decimal Tolerance, decimal Weight, RawText Feedback);

/// <param name="Right">Plain text.</param>
internal sealed record RawPair(RawText Left, string Right);
