using System.Collections.Immutable;
using Site.Content.Websites;

namespace Site.Content.Quizzes.Banks;

/// <summary>The formats in which a quiz can be exported.</summary>
public static class BankWriter
{
    private static readonly ImmutableArray<(string Name, Func<Website, QuizPage, ExportedBank> Write)> Known =
    [
        ("gift", GiftWriter.Write),
        ("moodle-xml", MoodleXmlWriter.Write),
    ];

    /// <summary>The names of all formats that can be written.</summary>
    public static ImmutableArray<string> Formats { get; } = [.. Known.Select(format => format.Name)];

    /// <summary>Writes a quiz whole.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <exception cref="InvalidOperationException">There is no such format.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static ExportedBank Write(string format, Website website, QuizPage quiz) => Known.Single(known => known.Name == format).Write(website, quiz);
}

/// <summary>A quiz in the format of another program.</summary>
/// <param name="Bytes">The whole file, in UTF-8.</param>
/// <param name="Changes">What the format cannot carry, or not as it was, in the order of the quiz.</param>
public sealed record ExportedBank(ReadOnlyMemory<byte> Bytes, ImmutableArray<BankChange> Changes);

/// <summary>Reports where another program scores otherwise than we do.</summary>
internal static class ScoringDifferences
{
    public static void Report(Question question, BankChange change, ImmutableArray<BankChange>.Builder changes)
    {
        if (question.Answer is Answer.Multiple { IsPartial: false })
        {
            changes.Add(change with { Message = "全对才得分的多选题，在 Moodle 里选对一部分得一部分分。" });
        }
        else if (question.Answer is Answer.Steps)
        {
            changes.Add(change with { Message = "排序题要 Moodle 4.5 以上，或者装了 qtype_ordering 插件才能导入。" });
        }
    }
}
