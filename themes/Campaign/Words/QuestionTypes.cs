using Site.Model;

namespace Site.Themes.Campaign.Words;

/// <summary>Says what kind of answer a question wants.</summary>
internal static class QuestionTypes
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
