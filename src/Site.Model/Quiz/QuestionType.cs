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
}
