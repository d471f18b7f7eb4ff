using System.Text.RegularExpressions;
using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>
/// Finds options that speak of the other options, 以上都对 and the like: knowing two of them is enough, and shuffled they make no sense.
/// Source: Haladyna, Downing and Rodriguez (2002), guidelines 25 and 26.
/// </summary>
internal static partial class CatchAllChoices
{
    public static IEnumerable<Problem> Find(Website website) =>
        from question in website.Of<QuizPage>().SelectMany(quiz => quiz.Questions)
        where question.Answer is Answer.Single or Answer.Multiple
        from choice in question.Choices
        let text = FragmentWords.Of(choice.Text)
        where CatchAll().IsMatch(FragmentWords.Fold(text))
        select Problem.Warning(
            "quiz/catch-all-choice", question.Where, $"题目“{Quoted.Short(question.Text)}”的选项“{Quoted.Short(text)}”说的是别的选项。",
            choice.IsCorrect ? "改成多选题，把对的选项都标上[x]，删去这一项。" : "删去这一项，或者换成一个具体的做法。");

    [GeneratedRegex(@"^(以上|上述|前述|上面|前面|其他|其它)(所有|全部|各|几|两|三|四|五)?(个|项|种|者)?(选项|答案|说法|做法|情况)?(全部|全|都|均|皆|也)?(不|不是|没有)?(是|对|要|可以|正确|错|错误|行|有|包括)?$|^(全部|全|都|均|皆)(不)?(是|对|错|正确|错误|要|可以|行|选)$|^[a-h]([和与及]?[a-h])+(都|均|皆)(对|是|正确|错|错误)$|^[a-h]([和与及][a-h])+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CatchAll();
}
