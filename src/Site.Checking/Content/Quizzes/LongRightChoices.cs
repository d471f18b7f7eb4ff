using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>
/// Finds questions that are won by choosing the longest option. Source: Haladyna, Downing and Rodriguez (2002), guideline 24: keep the length of
/// choices about equal.
/// </summary>
internal static class LongRightChoices
{
    /// <summary>How many times as long as the longest wrong option is too long: half as long again is seen without counting.</summary>
    private const double MostTimes = 1.5;

    /// <summary>Letters by which short options may differ: 关火 and 盖上锅盖 differ by two.</summary>
    private const int MostLetters = 5;

    public static IEnumerable<Problem> Find(Website website) =>
        from question in website.Of<QuizPage>().SelectMany(quiz => quiz.Questions)
        where question.Answer is Answer.Single or Answer.Multiple
        let lengths = question.Choices.ToLookup(choice => choice.IsCorrect, choice => FragmentWords.Fold(FragmentWords.Of(choice.Text)).Length)
        where lengths.Contains(true) && lengths.Contains(false)
        let right = lengths[true].Min()
        let wrong = lengths[false].Max()
        where wrong > 0 && right > wrong * MostTimes && right - wrong > MostLetters
        select Problem.Warning(
            "quiz/long-right-choice", question.Where, $"题目“{Quoted.Short(question.Text)}”对的选项有{right}个字，错的最长{wrong}个字，不看题也能猜到。",
            "把对的选项写短，理由移到解析里；或者把错的选项写得一样具体。");
}
