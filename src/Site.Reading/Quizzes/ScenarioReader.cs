using Site.Model;

namespace Site.Reading;

/// <summary>Reads what several questions are about.</summary>
internal static class ScenarioReader
{
    /// <returns>The scenario, or null where it has no id or no text; mistakes are reported.</returns>
    public static Scenario? Read(QuizSection section, QuestionAttributes? attributes, QuizNotes notes)
    {
        var title = PlainText.Of(section.Heading.Inline);
        notes.StartSection(section);
        foreach (var block in section.Body)
        {
            notes.Writer.WriteBlock(block);
        }

        var text = notes.Writer.Take();
        if (text.IsEmpty)
        {
            notes.Error("quiz/empty-scenario", section.Heading, $"情景“{SafeText.Quote(title)}”没有内容。", "请在标题下写出情景，或者放一张图。");
        }

        if (section.Explanation.Length > 0)
        {
            notes.Error(
                "quiz/misplaced-block", section.Explanation[0], "情景本身不写解析。", "请在它下面用“### ”写题目，解析写在每道题里。");
        }

        return attributes is null || text.IsEmpty ? null : new(notes.Page.At(section.Heading.Span.Start), attributes.Id, title, text);
    }
}
