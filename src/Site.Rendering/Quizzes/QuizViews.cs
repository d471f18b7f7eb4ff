using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;
using Site.Rendering.Views;

namespace Site.Rendering.Quizzes;

/// <summary>A page beside a quiz. No search engine need know it.</summary>
public abstract record QuizView : View
{
    /// <param name="address">Where it is published.</param>
    /// <param name="use">What it is for, in a word or two: it stands behind the quiz's title.</param>
    [SetsRequiredMembers]
    protected QuizView(QuizPage quiz, string address, string use)
    {
        Quiz = quiz;
        Address = address;
        Title = $"{quiz.Title}：{use}";
        IsSample = quiz.IsSample;
        Section = QuizPage.Definition.ListAddress;
        Crumbs = [PageLink.Home, new(QuizPage.Definition.ListTitle, QuizPage.Definition.ListAddress), new(quiz.Title, quiz.Address)];
    }

    public QuizPage Quiz { get; }

    public override bool IsIndexed => false;
}

/// <summary>A quiz to print: papers, their answer sheets and their keys.</summary>
public sealed record PapersView : QuizView
{
    [SetsRequiredMembers]
    public PapersView(QuizPage quiz, ImmutableArray<LetteredPaper> papers)
        : base(quiz, QuizAddresses.Papers(quiz), "试卷") => Papers = papers;

    /// <summary>Paper A, paper B: each with the letter it goes by.</summary>
    public ImmutableArray<LetteredPaper> Papers { get; }
}

/// <summary>One of the papers that are printed together.</summary>
/// <param name="Letter"><c>A</c> or <c>B</c>.</param>
/// <param name="Paper">The same seed gives the same paper again.</param>
public sealed record LetteredPaper(string Letter, Paper Paper);

/// <summary>A quiz from which readers make a paper of their own: they choose the seed, the length and the topics.</summary>
public sealed record OwnPaperView : QuizView
{
    [SetsRequiredMembers]
    public OwnPaperView(QuizPage quiz, Paper paper)
        : base(quiz, QuizAddresses.OwnPaper(quiz), "自己出卷") => Paper = paper;

    /// <summary>All questions in the order written, from which the script takes.</summary>
    public Paper Paper { get; }
}

/// <summary>A quiz for a hall (我问你答): one question fills the screen, and someone reveals the answer.</summary>
public sealed record PresenterView : QuizView
{
    [SetsRequiredMembers]
    public PresenterView(QuizPage quiz)
        : base(quiz, QuizAddresses.Presenter(quiz), "我问你答")
    {
    }
}

/// <summary>A quiz for a public screen: question and answer take turns by themselves.</summary>
public sealed record PublicScreenView : QuizView
{
    [SetsRequiredMembers]
    public PublicScreenView(QuizPage quiz)
        : base(quiz, QuizAddresses.PublicScreen(quiz), "大屏轮播")
    {
    }
}
