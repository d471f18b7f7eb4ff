using Site.Content.Quizzes;

namespace Site.Themes.Campaign.Quizzes;

/// <summary>Says what kind of answer a question wants.</summary>
internal static class QuestionTypeLabels
{
    /// <returns>单选, 多选, 判断, 填空, 填数, 配对 or 排序.</returns>
    public static string Label(QuestionType type) => type switch
    {
        QuestionType.Single => "单选",
        QuestionType.Multiple => "多选",
        QuestionType.Judge => "判断",
        QuestionType.Blank => "填空",
        QuestionType.Numeric => "填数",
        QuestionType.Match => "配对",
        _ => "排序",
    };
}

/// <summary>Names choices: A, B, C …</summary>
internal static class ChoiceLetters
{
    /// <param name="index">From 0 to 25: a question has at most 26 choices (checked as quiz/too-many-choices).</param>
    public static string Of(int index) => ((char)('A' + index)).ToString();
}
