using System.Collections.Immutable;
using Site.Core.Diagnostics;

namespace Site.Content.Quizzes.Banks;

/// <summary>A question of a bank in the terms that all banks share.</summary>
/// <param name="Location">Its place in the file.</param>
/// <param name="Name">What the bank calls it; empty where it does not.</param>
/// <param name="Id">The bank's id, or null.</param>
/// <param name="Category">The last part of its category, or empty.</param>
internal sealed record RawQuestion(Location Location, string Name, string? Id, ImmutableArray<string> Tags, string Category, RawText Text, RawAnswer Answer)
{
    public RawText Explanation { get; init; } = RawText.Empty;

    public ImmutableArray<RawText> Hints { get; init; } = [];

    /// <summary>Sentences on what the reader of the file has already left out or changed.</summary>
    public ImmutableArray<string> Losses { get; init; } = [];
}

/// <summary>What a question of a bank wants to know, in the terms that all banks share.</summary>
internal abstract record RawAnswer
{
    private RawAnswer() { }

    /// <param name="IsSingle">Whether readers may choose only one.</param>
    /// <param name="IsJudge">Whether it asks whether the text is right or wrong.</param>
    public sealed record Choices(ImmutableArray<RawChoice> Items, bool IsSingle, bool IsJudge) : RawAnswer
    {
        private const decimal Whole = 100;

        /// <summary>正确 and 错误.</summary>
        /// <param name="isTrue">Whether 正确 is right.</param>
        public static Choices TrueFalse(bool isTrue, Location location, RawText feedbackOnTrue, RawText feedbackOnFalse) => new(
            [
                new(location, new("正确", TextFormat.Plain), isTrue ? Whole : 0, feedbackOnTrue),
                new(location, new("错误", TextFormat.Plain), isTrue ? 0 : Whole, feedbackOnFalse),
            ],
            IsSingle: true, IsJudge: true);

        /// <summary>Options in plain text that the answer names by letters, A for the first.</summary>
        /// <param name="letters">Those of the right ones, which share the point; where several may be chosen, a wrong one takes all of it away.</param>
        public static Choices Lettered(IEnumerable<(Location Location, string Text)> options, string letters, bool isSingle, bool isJudge) => new(
            [
                .. options.Select((option, i) => new RawChoice(
                    option.Location, new(option.Text, TextFormat.Plain),
                    letters.Contains((char)('A' + i), StringComparison.Ordinal) ? Math.Round(Whole / letters.Length, 5) : isSingle ? 0 : -Whole, RawText.Empty)),
            ],
            isSingle, isJudge);
    }

    /// <summary>One or more blanks, each with what may be filled in.</summary>
    /// <param name="IsCaseSensitive">Whether capitals matter.</param>
    public sealed record Words(ImmutableArray<ImmutableArray<RawWord>> Blanks, bool IsCaseSensitive) : RawAnswer;

    public sealed record Numbers(ImmutableArray<RawNumber> Items, string Unit) : RawAnswer
    {
        /// <summary>Feedback on any other number.</summary>
        public RawText WrongFeedback { get; init; } = RawText.Empty;
    }

    public sealed record Pairs(ImmutableArray<RawPair> Items) : RawAnswer;

    /// <summary>Steps in the right order.</summary>
    public sealed record Steps(ImmutableArray<RawText> Items) : RawAnswer;

    /// <summary>A text that asks nothing.</summary>
    public sealed record Description : RawAnswer;

    /// <summary>A question that our syntax cannot express.</summary>
    /// <param name="Why">In simplified Chinese, to follow 没有带过来：.</param>
    public sealed record Unknown(string Why) : RawAnswer
    {
        public static Unknown Essay { get; } = new("这是问答题，答案要人来评。");
    }
}

/// <param name="Weight">Share of the point in per cent, -100 to 100.</param>
internal sealed record RawChoice(Location Location, RawText Text, decimal Weight, RawText Feedback);

/// <param name="Text">Plain text.</param>
/// <param name="Weight">Share of the point in per cent, -100 to 100.</param>
internal sealed record RawWord(string Text, decimal Weight, RawText Feedback);

/// <param name="Tolerance">0 or more.</param>
/// <param name="Weight">Share of the point in per cent, -100 to 100.</param>
internal sealed record RawNumber(decimal Value, decimal Tolerance, decimal Weight, RawText Feedback);

/// <param name="Right">Plain text.</param>
internal sealed record RawPair(RawText Left, string Right);

/// <summary>A text of a bank as the file has it, and its format.</summary>
/// <param name="Text">With <see cref="BlankMark"/> where an answer is filled in, and nowhere else.</param>
/// <param name="Files">Files that came with it, by name, one that could not be decoded without bytes; empty where none did.</param>
internal sealed record RawText(string Text, TextFormat Format, ImmutableDictionary<string, ReadOnlyMemory<byte>> Files)
{
    /// <summary>Stands for a blank; no text of a file holds it, since it is taken out on reading.</summary>
    public const char BlankMark = '\uE000';

    public RawText(string text, TextFormat format) : this(text, format, ImmutableDictionary<string, ReadOnlyMemory<byte>>.Empty)
    {
    }

    public static RawText Empty { get; } = new("", TextFormat.Plain);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <returns>A text of a file without the characters by which we mark blanks and line breaks.</returns>
    public static string WithoutMarks(string text) => text.Replace(BlankMark, '□').Replace(TextBlock.Break, '□');
}

/// <summary>The text formats of Moodle.</summary>
internal enum TextFormat
{
    /// <summary>Every character stands for itself.</summary>
    Plain,

    /// <summary>Plain text in which HTML may stand; line breaks count where there is none.</summary>
    Moodle,

    Html,

    Markdown,
}
