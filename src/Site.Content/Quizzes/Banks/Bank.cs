using System.Collections.Immutable;
using Site.Core.Diagnostics;

namespace Site.Content.Quizzes.Banks;

/// <summary>A question bank that someone else wrote, as far as our own quiz syntax can carry it. Its texts are Markdown that this site reads.</summary>
/// <param name="Title">What the bank calls itself, in one line; empty where it does not say.</param>
/// <param name="Questions">Those that can be carried, in the order of the file.</param>
/// <param name="Pictures">Those that the texts show, by the names used there.</param>
/// <param name="Changes">Everything that was lost or changed, in the order of the file.</param>
/// <param name="FoundCount">Questions in the file, those that cannot be carried included.</param>
public sealed record Bank(
    string Title, ImmutableArray<BankQuestion> Questions, ImmutableArray<BankPicture> Pictures, ImmutableArray<BankChange> Changes, int FoundCount);

/// <summary>A question of a bank, ready to be written in our quiz syntax.</summary>
/// <param name="Location">Where it begins in the bank's file.</param>
/// <param name="Id">Unique in the bank; fit for <c>{#id}</c>.</param>
/// <param name="Text">Markdown of one line, with <see cref="Blank.Mark"/> for each blank.</param>
/// <param name="Stem">Markdown blocks between the question and its answers; empty where there is nothing.</param>
/// <param name="Hint">Markdown of one line, or null.</param>
/// <param name="Answer">What it wants to know.</param>
/// <param name="Explanation">Markdown blocks; empty where the bank gives none.</param>
/// <param name="Topic">Without quotation marks and braces, or null.</param>
/// <param name="Level">1 to 3, or null where the bank does not say.</param>
/// <param name="Law">A reference such as <c>消防法(2021)#5</c>, or null.</param>
/// <param name="Scenario">What it is about together with its neighbours, or null.</param>
public sealed record BankQuestion(
    Location Location, string Id, string Text, string Stem, string? Hint, BankAnswer Answer, string Explanation,
    string? Topic, int? Level, string? Law, BankScenario? Scenario)
{
    /// <summary>The day after which it leaves the public quiz, or null.</summary>
    public DateOnly? ReviewBy { get; init; }
}

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

/// <summary>One of the choices of a question of a bank.</summary>
/// <param name="Text">Markdown of one line.</param>
/// <param name="IsRight">Whether it is right.</param>
/// <param name="Feedback">Markdown blocks; empty where the bank gives none.</param>
public sealed record BankChoice(string Text, bool IsRight, string Feedback);

/// <summary>Two things of a bank that belong together.</summary>
/// <param name="Left">Markdown of one line, without <c>::</c>.</param>
/// <param name="Right">Markdown of one line that is plain text.</param>
public sealed record BankPair(string Left, string Right);

/// <summary>情景 of a bank: what the questions that follow are about together.</summary>
/// <param name="Id">Unique in the bank, its questions included.</param>
/// <param name="Title">Markdown of one line.</param>
/// <param name="Text">Markdown blocks, not empty.</param>
public sealed record BankScenario(string Id, string Title, string Text);

/// <summary>A picture that came inside a bank.</summary>
/// <param name="Name">File name without folder, in lower case with its ending: <c>bank-01.png</c>; unique in the bank.</param>
public sealed record BankPicture(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>Something that a bank or a quiz has and that the other form cannot carry, or not as it was.</summary>
/// <param name="Location">The question's place in the file that was read.</param>
/// <param name="Item">What the question is called, in a few words.</param>
/// <param name="Message">One sentence in simplified Chinese: what was lost or changed, and into what.</param>
public sealed record BankChange(Location Location, string Item, string Message);
