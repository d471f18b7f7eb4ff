using System.Collections.Immutable;

namespace Site.Model;

/// <summary>What a question of a bank wants to know, and what is right. Texts are Markdown of one line unless said otherwise.</summary>
public abstract record BankAnswer
{
    private BankAnswer() { }

    /// <summary>单选、多选、判断: two or more choices.</summary>
    /// <param name="Type">Single, Multiple or Judge.</param>
    /// <param name="IsPartial">For Multiple: whether some of the right ones, and no wrong one, score some of the point.</param>
    public sealed record Choose(QuestionType Type, ImmutableArray<BankChoice> Choices, bool IsPartial) : BankAnswer;

    /// <summary>填空: plain text, a blank for each mark in the question's text.</summary>
    public sealed record Fill(ImmutableArray<Blank> Blanks) : BankAnswer;

    /// <summary>数值: the only mark in the question's text wants a number.</summary>
    /// <param name="Tolerance">0 or more.</param>
    /// <param name="Unit">Plain text, empty where there is none.</param>
    public sealed record Number(decimal Value, decimal Tolerance, string Unit) : BankAnswer;

    /// <summary>匹配: two or more pairs.</summary>
    public sealed record Match(ImmutableArray<BankPair> Pairs) : BankAnswer;

    /// <summary>排序: two or more steps in the right order.</summary>
    public sealed record Order(ImmutableArray<string> Steps) : BankAnswer;
}
