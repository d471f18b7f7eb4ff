using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>
/// Reads a quiz: each heading of level 2 is a question, or a scenario whose questions are of level 3. A question is heading, stem, hint, answers
/// and, after <c>--- 解析</c>, the explanation. There is no logic in it: which questions come when is for the blueprint.
/// </summary>
public static class QuizReader
{
    /// <summary>Reads the body of a quiz; what is wrong is reported at its place, and a question that cannot be read is left out.</summary>
    /// <param name="path">The source file.</param>
    /// <param name="text">Markdown, without front matter.</param>
    /// <param name="startLine">Line of the file, from 1, on which the text starts.</param>
    /// <param name="topics">The topics that the quiz declares.</param>
    public static QuizBody Read(string path, string text, int startLine, ImmutableArray<string> topics)
    {
        var (document, page) = MarkdownSyntax.Parse(path, text, startLine);
        if (document is null)
        {
            return new(new(HtmlFragment.Empty, [], "", 0, [], [], page.Problems.ToImmutable()), []);
        }

        using var writer = new BodyWriter(page);
        var notes = new QuizNotes(page, writer, text, topics);
        var sections = QuizSections.Split(document, page);
        var attributes = sections.Questions.ToDictionary(section => section, section => QuestionAttributesReader.Read(section.Heading, notes));
        ExplicitIds.Note(document, page);

        page.HeadingShift = 1;
        foreach (var block in sections.Introduction)
        {
            writer.WriteBlock(block);
        }

        var introduction = writer.Take();
        var headings = page.Headings.ToImmutable();
        var questions = Questions(sections.Questions, attributes, notes);
        if (sections.Questions.Length == 0)
        {
            page.Report(Problem.Error(
                "quiz/no-question", new(path, startLine), "这份测验里一道题也没有。", "请用“## 题目 {#编号 .single}”写一道题。"));
        }

        var body = new MarkdownBody(
            introduction, headings, MarkdownReader.FirstParagraph(sections.Introduction), writer.Characters,
            page.Links.ToImmutable(), page.Pictures.ToImmutable(), page.Problems.ToImmutable());
        return new(body, questions);
    }

    private static ImmutableArray<Question> Questions(
        ImmutableArray<QuizSection> sections, Dictionary<QuizSection, QuestionAttributes?> attributes, QuizNotes notes)
    {
        var questions = ImmutableArray.CreateBuilder<Question>();
        Scenario? scenario = null;
        for (var i = 0; i < sections.Length; i++)
        {
            var section = sections[i];
            if (section.IsScenario)
            {
                if (i + 1 == sections.Length || sections[i + 1].Heading.Level == 2)
                {
                    notes.Error("quiz/empty-scenario", section.Heading, "这个情景没有题目。", "请在它下面用“### ”写题目。");
                }

                scenario = ScenarioReader.Read(section, attributes[section], notes);
            }
            else if (attributes[section] is { } known
                && QuestionReader.Read(section, known, section.Heading.Level == 2 ? null : scenario, notes) is { } question)
            {
                questions.Add(question);
            }
        }

        return questions.ToImmutable();
    }
}
