using System.Text.RegularExpressions;
using Site.Content.Markdown;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Rules;

/// <summary>
/// Finds options that speak of the other options, 以上都对 and the like: knowing two of them is enough, and shuffled they make no sense.
/// Source: Haladyna, Downing and Rodriguez (2002), guidelines 25 and 26.
/// </summary>
internal static partial class CatchAllChoices
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        from question in website.Of<QuizPage>().SelectMany(quiz => quiz.Written)
        where question.Answer is Answer.Single or Answer.Multiple
        from choice in question.Choices
        let text = FragmentText.Of(choice.Text)
        where CatchAll().IsMatch(FragmentText.Fold(text))
        select Diagnostic.Warning(
            "quiz/catch-all-choice", question.Location, $"题目“{Quoted.Short(question.Text)}”的选项“{Quoted.Short(text)}”说的是别的选项。",
            choice.IsCorrect ? "改成多选题，把对的选项都标上[x]，删去这一项。" : "删去这一项，或者换成一个具体的做法。");

    [GeneratedRegex(@"^(以上|上述|前述|上面|前面|其他|其它)(所有|全部|各|几|两|三|四|五)?(个|项|种|者)?(选项|答案|说法|做法|情况)?(全部|全|都|均|皆|也)?(不|不是|没有)?(是|对|要|可以|正确|错|错误|行|有|包括)?$|^(全部|全|都|均|皆)(不)?(是|对|错|正确|错误|要|可以|行|选)$|^[a-h]([和与及]?[a-h])+(都|均|皆)(对|是|正确|错|错误)$|^[a-h]([和与及][a-h])+$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex CatchAll();
}

/// <summary>
/// Finds questions that are won by choosing the longest option. Source: Haladyna, Downing and Rodriguez (2002), guideline 24: keep the length of
/// choices about equal.
/// </summary>
internal static class LongRightChoices
{
    /// <summary>A right option is too long above so many times the longest wrong one: readers see the difference without counting.</summary>
    private const double MostTimes = 1.5;

    /// <summary>Letters by which short options may differ: 关火 and 盖上锅盖 differ by two.</summary>
    private const int MostLetters = 5;

    public static IEnumerable<Diagnostic> Find(Website website) =>
        from question in website.Of<QuizPage>().SelectMany(quiz => quiz.Written)
        where question.Answer is Answer.Single or Answer.Multiple
        let lengths = question.Choices.ToLookup(choice => choice.IsCorrect, choice => FragmentText.Fold(FragmentText.Of(choice.Text)).Length)
        where lengths.Contains(true) && lengths.Contains(false)
        let right = lengths[true].Min()
        let wrong = lengths[false].Max()
        where wrong > 0 && right > wrong * MostTimes && right - wrong > MostLetters
        select Diagnostic.Warning(
            "quiz/long-right-choice", question.Location, $"题目“{Quoted.Short(question.Text)}”对的选项有{right}个字，错的最长{wrong}个字，不看题也能猜到。",
            "把对的选项写短，理由移到解析里；或者把错的选项写得一样具体。");
}

/// <summary>
/// Finds questions that test reading instead of knowledge: two negations that cancel out, or a question for what is wrong with an option that
/// negates. Source: Haladyna, Downing and Rodriguez, "A review of multiple-choice item-writing guidelines" (2002), guidelines 17 and 27.
/// </summary>
internal static partial class DoubleNegations
{
    private const string Code = "quiz/double-negation";

    public static IEnumerable<Diagnostic> Find(Website website) =>
        website.Of<QuizPage>().SelectMany(quiz => quiz.Written).Select(Find).OfType<Diagnostic>();

    private static Diagnostic? Find(Question question)
    {
        var texts = question.Choices.Select(choice => FragmentText.Of(choice.Text)).Prepend(question.Text);
        if (texts.Select(text => Twice().Match(text)).FirstOrDefault(match => match.Success) is { } twice)
        {
            return Diagnostic.Warning(Code, question.Location, $"题目“{Quoted.Short(question.Text)}”里有双重否定“{twice.Value}”，读者要绕一个弯才明白。", "改成肯定的说法，例如把“不得不”写成“必须”。");
        }

        var negating = Negative().IsMatch(question.Text) && question.Answer is Answer.Single or Answer.Multiple
            ? question.Choices.Select(choice => FragmentText.Of(choice.Text)).FirstOrDefault(text => Negating().IsMatch(text))
            : null;
        return negating is null ? null : Diagnostic.Warning(
            Code, question.Location, $"题目“{Quoted.Short(question.Text)}”问的是不对的，选项“{Quoted.Short(negating)}”又是否定的，合起来是双重否定。", "改问哪一项是对的，或者把这个选项写成肯定的做法。");
    }

    // Not 能不能不, 有没有不舒服, 是不是不.
    [GeneratedRegex(@"不得不|(?<!能)不能不|(?<!可)不可不|(?<!会)不会不|(?<!有)没有不(?!舒服|适|良|妥|同|足|当|安全)|(?<!是)不是不|并非不|无不(?!良|当|足|适|安|明|同|妥)|不无(?!关)|(?<!否)不(应|该|应当|可以)?不", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Twice();

    [GeneratedRegex(@"(不正确|(?<!对)不对|不属于|(?<!应)不应|不应当|(?<!该)不该|不包括|(?<!能)不能|错误|(?<!是)不是)[^，。]{0,6}(是|有|做法|说法|行为|选项)?[^，。]{0,4}[？?（(]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Negative();

    [GeneratedRegex(@"^(不|不要|不能|不得|不应|不准|没有|未|无需|禁止|严禁)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Negating();
}

/// <summary>
/// Finds quizzes whose right answers pile up on one letter, as written: on paper and without script they stand so. What counts is how unlikely it
/// is by chance: more than 2.6 standard deviations above an even spread, which happens once in two hundred fair quizzes.
/// </summary>
internal static class UnevenAnswerKeys
{
    private const double MostDeviations = 2.6;

    /// <summary>Questions of a kind below which chance alone explains much.</summary>
    private const int LeastQuestions = 8;

    public static IEnumerable<Diagnostic> Find(Website website) =>
        website.Of<QuizPage>().SelectMany(quiz => new[]
        {
            Find(quiz, [.. quiz.Written.Where(question => question.Answer is Answer.Single)], "单选题"),
            Find(quiz, [.. quiz.Written.Where(question => question.Answer is Answer.Judge)], "判断题"),
        }).OfType<Diagnostic>();

    private static Diagnostic? Find(QuizPage quiz, Question[] questions, string kind)
    {
        if (questions.Length < LeastQuestions)
        {
            return null;
        }

        var most = questions.GroupBy(Place).MaxBy(group => group.Count())!;
        var share = questions.Average(question => 1.0 / question.Choices.Length);
        var expected = questions.Length * share;
        var deviations = (most.Count() - expected) / Math.Sqrt(expected * (1 - share));
        return deviations <= MostDeviations ? null : Diagnostic.Warning(
            "quiz/answers-pile-up", most.First().Location,
            $"测验“{Quoted.Short(quiz.Title)}”的{questions.Length}道{kind}里，{most.Count()}道的答案都是 {(char)('A' + most.Key)}，只猜 {(char)('A' + most.Key)} 就能得分。",
            "把一些题的选项换换先后；判断题把一些说法改成相反的。");
    }

    private static int Place(Question question) => question.Choices.TakeWhile(choice => !choice.IsCorrect).Count();
}
