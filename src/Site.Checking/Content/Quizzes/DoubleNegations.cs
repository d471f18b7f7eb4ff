using System.Text.RegularExpressions;
using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>
/// Finds questions that test reading instead of knowledge: two negations that cancel out, or a question for what is wrong with an option that
/// negates. Source: Haladyna, Downing and Rodriguez, "A review of multiple-choice item-writing guidelines" (2002), guidelines 17 and 27.
/// </summary>
internal static partial class DoubleNegations
{
    private const string Code = "quiz/double-negation";

    public static IEnumerable<Problem> Find(Website website) =>
        website.Of<QuizPage>().SelectMany(quiz => quiz.Questions).Select(Find).OfType<Problem>();

    private static Problem? Find(Question question)
    {
        var texts = question.Choices.Select(choice => FragmentWords.Of(choice.Text)).Prepend(question.Text);
        if (texts.Select(text => Twice().Match(text)).FirstOrDefault(match => match.Success) is { } twice)
        {
            return Problem.Warning(Code, question.Where, $"题目“{Quoted.Short(question.Text)}”里有双重否定“{twice.Value}”，读者要绕一个弯才明白。", "改成肯定的说法，例如把“不得不”写成“必须”。");
        }

        var negating = Negative().IsMatch(question.Text) && question.Answer is Answer.Single or Answer.Multiple
            ? question.Choices.Select(choice => FragmentWords.Of(choice.Text)).FirstOrDefault(text => Negating().IsMatch(text))
            : null;
        return negating is null ? null : Problem.Warning(
            Code, question.Where, $"题目“{Quoted.Short(question.Text)}”问的是不对的，选项“{Quoted.Short(negating)}”又是否定的，合起来是双重否定。", "改问哪一项是对的，或者把这个选项写成肯定的做法。");
    }

    // Not 能不能不, 有没有不舒服, 是不是不.
    [GeneratedRegex(@"不得不|(?<!能)不能不|(?<!可)不可不|(?<!会)不会不|(?<!有)没有不(?!舒服|适|良|妥|同|足|当|安全)|(?<!是)不是不|并非不|无不(?!良|当|足|适|安|明|同|妥)|不无(?!关)|(?<!否)不(应|该|应当|可以)?不", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Twice();

    [GeneratedRegex(@"(不正确|(?<!对)不对|不属于|(?<!应)不应|不应当|(?<!该)不该|不包括|(?<!能)不能|错误|(?<!是)不是)[^，。]{0,6}(是|有|做法|说法|行为|选项)?[^，。]{0,4}[？?（(]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Negative();

    [GeneratedRegex(@"^(不|不要|不能|不得|不应|不准|没有|未|无需|禁止|严禁)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Negating();
}
