using System.Xml.Linq;

namespace Site.Reading;

/// <summary>Says what of a question in Moodle XML our syntax has no place for, beside its text and answers.</summary>
internal static class MoodleXmlLosses
{
    private static readonly string[] WholeFeedback = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"];

    public static IEnumerable<string> Of(XElement question, string type)
    {
        if (Number(question, "defaultgrade") is { } grade && grade != 1 && type is not "description")
        {
            yield return $"分值{grade:0.##}没有带过来：本站每题一分。";
        }

        if (Number(question, "penalty") is { } penalty && penalty is not (0 or 1) && Math.Abs(penalty - 0.3333333m) > 0.01m)
        {
            yield return $"多次作答的扣分{penalty:0.###}没有带过来。";
        }

        if ((string?)question.Element("hidden") is "1")
        {
            yield return "这道题在原来的题库里是隐藏的。";
        }

        if (WholeFeedback.Any(name => HasOwnWords(question.Element(name))))
        {
            yield return "整题的“答对、部分对、答错”反馈没有带过来，请改写进解析。";
        }

        if (question.Elements("coursetags").Elements("tag").Any())
        {
            yield return "课程标签没有带过来。";
        }

        if (MoodleXmlTexts.Plain(question.Element("graderinfo")).Length > 0)
        {
            yield return "给评卷人的说明没有带过来。";
        }
    }

    private static decimal? Number(XElement question, string name) =>
        (string?)question.Element(name) is { } text ? BankNumbers.Read(text) : null;

    // Moodle writes its own sentences here for every question.
    private static bool HasOwnWords(XElement? feedback)
    {
        var text = feedback is null ? "" : System.Text.RegularExpressions.Regex.Replace(
            MoodleXmlTexts.Plain(feedback), "<[^<>]*>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Trim();
        return text.Length > 0 && text is not ("Your answer is correct." or "Your answer is partially correct." or "Your answer is incorrect."
            or "回答正确。" or "回答部分正确。" or "回答不正确。" or "您的回答正确。" or "您的回答部分正确。" or "您的回答不正确。");
    }
}
