using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>The forms in which a quiz can be given to other programs.</summary>
public static class BankFormats
{
    private static readonly ImmutableArray<(string Name, Func<Website, QuizPage, WrittenBank> Write)> Known =
    [
        ("gift", GiftWriter.Write),
        ("moodle-xml", MoodleXmlWriter.Write),
    ];

    /// <summary>The names of all forms that can be written.</summary>
    public static ImmutableArray<string> All { get; } = [.. Known.Select(format => format.Name)];

    /// <summary>Writes a quiz whole.</summary>
    /// <param name="format">One of <see cref="All"/>.</param>
    /// <exception cref="InvalidOperationException">There is no such form.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static WrittenBank Write(string format, Website website, QuizPage quiz) => Known.Single(known => known.Name == format).Write(website, quiz);
}
