using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>Finds questions of one id: results and links go by it, so it must be one question's in the whole site.</summary>
internal static class QuestionIds
{
    public static IEnumerable<Problem> Find(Website website) =>
        from same in website.Of<QuizPage>().SelectMany(quiz => quiz.Questions).GroupBy(question => question.Id, StringComparer.Ordinal)
        let places = same.Select(question => question.Where).Order().ToArray()
        where places.Length > 1
        from number in Enumerable.Range(0, places.Length)
        select Problem.Error("quiz/duplicate-question", places[number],
            $"题目编号 “{Quoted.Short(same.Key)}” 在 {places[number == 0 ? 1 : 0]} 也用了。", "换一个编号；删掉的题目的编号也不要再用。");
}
