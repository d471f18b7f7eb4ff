using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes;

/// <summary>
/// Gives quizzes that name questions of others (<c>questions: [home-oil-01]</c>) those questions: a paper for elders is drawn from several sets, and each question
/// is written and reviewed in one place.
/// </summary>
internal static class BorrowedQuestions
{
    /// <param name="pages">All pages; such quizzes among them are replaced.</param>
    /// <param name="diagnostics">Takes ids that no quiz has, and blueprints by which no paper can be drawn.</param>
    /// <param name="isPacked">Whether a page, by its path, comes from a pack: of the questions that it names, those of sets that the site has switched off go without a word.</param>
    public static void Settle(Page[] pages, Func<string, bool> isPacked, List<Diagnostic> diagnostics)
    {
        var borrowers = Enumerable.Range(0, pages.Length).Where(i => pages[i] is QuizPage { From.IsEmpty: false }).ToArray();
        if (borrowers.Length == 0)
        {
            return;
        }

        var written = pages.OfType<QuizPage>().Where(quiz => quiz.From.IsEmpty).ToArray();
        var byId = written.SelectMany(quiz => quiz.Questions).ToLookup(question => question.Id, StringComparer.Ordinal);
        var overdue = written.SelectMany(quiz => quiz.Overdue).Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var i in borrowers)
        {
            pages[i] = Settle((QuizPage)pages[i], byId, overdue, isPacked, diagnostics);
        }
    }

    private static QuizPage Settle(QuizPage quiz, ILookup<string, Question> byId, HashSet<string> overdue, Func<string, bool> isPacked, List<Diagnostic> diagnostics)
    {
        var questions = ImmutableArray.CreateBuilder<Question>(quiz.From.Length);
        var isShort = false;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in quiz.From)
        {
            var question = byId[id].FirstOrDefault();
            if (!taken.Add(id))
            {
                diagnostics.Add(Diagnostic.Error("quiz/question-twice", quiz.Locations["questions"], $"题号“{Quoted.Line(id)}”写了两次。", "留下一个。"));
            }
            else if (question is null)
            {
                isShort = true;
                if (!overdue.Contains(id) && !isPacked(quiz.Path))
                {
                    diagnostics.Add(Diagnostic.Error(
                        "quiz/unknown-question", quiz.Locations["questions"], $"没有一套测验有题号“{Quoted.Line(id)}”。",
                        NearestName.FindAll(id, byId.Select(known => known.Key)).FirstOrDefault() is { } near ? $"是不是“{near}”？" : "写别的测验里的题号，不带“#”。"));
                }
            }
            else if (FolderOf(question.Location.Path) != FolderOf(quiz.Path))
            {
                isShort = true;
                diagnostics.Add(Diagnostic.Error(
                    "quiz/unknown-question", quiz.Locations["questions"], $"题号“{Quoted.Line(id)}”的题在另一个文件夹，图片和链接会对不上。", "只取同一个文件夹里的测验的题。"));
            }
            else
            {
                questions.Add(question);
            }
        }

        var found = questions.ToImmutable();
        var conflicts = quiz.Blueprint is { } blueprint ? BlueprintRules.Find(blueprint, found, quiz.Locations["blueprint"]) : [];
        if (!isShort)
        {
            diagnostics.AddRange(conflicts);
        }

        return quiz with
        {
            Questions = found,
            Topics = [.. found.Select(question => question.Topic).OfType<string>().Distinct(StringComparer.Ordinal)],
            Blueprint = conflicts.IsEmpty ? quiz.Blueprint : null,
        };
    }

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];
}
