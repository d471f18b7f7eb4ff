using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Rules;

/// <summary>
/// Finds questions and scenarios of two quizzes with one id: results and links use it, so no two of the whole site may share one.
/// Two in one file are found on reading.
/// </summary>
internal static class DuplicateQuestionIds
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        from same in website.Of<QuizPage>().SelectMany(Ids).GroupBy(named => named.Id, StringComparer.Ordinal)
        let places = same.Select(named => named.Location).Order().DistinctBy(place => place.Path).ToArray()
        where places.Length > 1
        from number in Enumerable.Range(0, places.Length)
        select Diagnostic.Error("quiz/duplicate-question", places[number],
            $"编号 “{Quoted.Short(same.Key)}” 在 {places[number == 0 ? 1 : 0]} 也用了。", "换一个编号；删掉的题目的编号也不要再用。");

    private static IEnumerable<(string Id, Location Location)> Ids(QuizPage quiz) =>
        quiz.Written.Select(question => (question.Id, question.Location))
            .Concat((quiz.From.IsEmpty ? quiz.Scenarios : []).Select(scenario => (scenario.Id, scenario.Location)));
}
