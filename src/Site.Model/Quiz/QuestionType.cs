namespace Site.Model;

/// <summary>What sort of answer a question wants.</summary>
public enum QuestionType
{
    /// <summary>Exactly one choice is right: 单选.</summary>
    Single,

    /// <summary>One or more choices are right: 多选.</summary>
    Multiple,

    /// <summary>Right or wrong: 判断.</summary>
    Judge,

    /// <summary>A word or more to fill in: 填空.</summary>
    Blank,

    /// <summary>A number to fill in: 数值.</summary>
    Numeric,

    /// <summary>Things to put together in pairs: 匹配.</summary>
    Match,

    /// <summary>Steps to put in order: 排序.</summary>
    Order,
}
