using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Site.Content.Quizzes.Trials;

/// <summary>Says which levels of questions a trial bears out, and which it does not. It changes nothing: a level that is wrong may also mean a question that is badly put.</summary>
public static class LevelReport
{
    /// <returns>Lines in Chinese, each ended by a line feed: the questions whose level differs from the rule first, by file and line; then those that too few have tried; then a count of those nobody has.</returns>
    public static string Write(ImmutableArray<Trial> trials, IEnumerable<QuizPage> quizzes)
    {
        var questions = quizzes.SelectMany(QuestionsOf).OrderBy(question => question.Location).ToArray();
        var tried = trials.ToDictionary(trial => trial.Question, StringComparer.Ordinal);
        var judged = questions.Where(question => tried.GetValueOrDefault(question.Id)?.Level is not null).ToArray();
        var different = Array.FindAll(judged, question => tried[question.Id].Level != question.Level);
        var few = Array.FindAll(questions, question => tried.TryGetValue(question.Id, out var trial) && trial.Level is null);

        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"{judged.Length}道题有{Trial.FewestAsked}个人以上试做，{judged.Length - different.Length}道的难度和规则一致，{different.Length}道不一致");
        report.Append(different.Length == 0 ? "。\n" : "：\n");
        foreach (var question in different)
        {
            var trial = tried[question.Id];
            report.Append(
                CultureInfo.InvariantCulture,
                $"{question.Location.Path}:{question.Location.Line}  {question.Id}  现在是难度{question.Level}，照规则是{trial.Level}：{trial.Asked}个人做，{trial.Right}个人对，{100L * trial.Right / trial.Asked}%\n");
        }

        if (few.Length > 0)
        {
            report.Append(CultureInfo.InvariantCulture, $"{few.Length}道题试做的人不到{Trial.FewestAsked}个，先不判断：{string.Join("、", few.Select(question => question.Id))}\n");
        }

        report.Append(CultureInfo.InvariantCulture, $"{questions.Length - judged.Length - few.Length}道题没有试做，难度是出题人按规则估的。\n");
        return report.ToString();
    }

    /// <summary>The questions that are written in a quiz, those out of date too.</summary>
    internal static IEnumerable<Question> QuestionsOf(QuizPage quiz) => quiz.From.IsEmpty ? quiz.Questions.Concat(quiz.Overdue) : [];
}
