using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Scenes;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Rules;

/// <summary>Checks that the article behind a question, or a hazard in a scene, is one of a law that the site has, in the version that it has.</summary>
internal static class QuizLaws
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        (from quiz in website.Of<QuizPage>()
         from question in quiz.Written
         where IsHeld(website, quiz, question.Law)
         select Find(website, "quiz", "题目", question.Location, question.Law!))
        .Concat(
            from scene in website.Of<ScenePage>()
            from spot in scene.Hazards
            where IsHeld(website, scene, spot.Hazard!.Law)
            select Find(website, "scene", "隐患", spot.Location, spot.Hazard!.Law!))
        .OfType<Diagnostic>();

    /// <returns>Whether a reference is held against the law. A site may switch off a law of a pack and keep what refers to it: then the law is named without a link.</returns>
    private static bool IsHeld(Website website, Page page, LawReference? law) =>
        law is not null && (!website.Packs.Has(page.Path) || website.ById.ContainsKey(law.Law));

    /// <param name="subject">Begins the code.</param>
    /// <param name="word">What refers to the law.</param>
    private static Diagnostic? Find(Website website, string subject, string word, Location location, LawReference reference)
    {
        var name = Quoted.Short(reference.Law);
        if (website.ById.GetValueOrDefault(reference.Law) is not LawPage law)
        {
            var guess = NearestName.FindAll(reference.Law, website.Of<LawPage>().Select(page => page.Id)).FirstOrDefault();
            return Diagnostic.Error($"{subject}/unknown-law", location, $"{word}依据的 “{name}” 不是本站的法律法规。",
                guess is null ? "写法规页面的编号，或者在 content/laws/ 里加上这部法规。" : $"是不是 “{Quoted.Short(guess)}”？");
        }

        return law.Version.Year != reference.Year
                ? new(
                    // A law that has been replaced may still be right in this article; one that the site does not have yet cannot be looked up.
                    reference.Year < law.Version.Year ? Severity.Warning : Severity.Error,
                    $"{subject}/law-version", location, $"{word}依据的是 {reference.Year} 年的《{name}》，本站的文本是 {law.Version:yyyy-MM-dd} 的。",
                    $"对照新文本核对{(subject == "quiz" ? "题目和答案" : word)}，再改成 “{name}({law.Version.Year})”。")
            : reference.Article is not { } article || (article >= 1 && article <= law.Articles) ? null
            : law.Articles is { } last
                ? Diagnostic.Error($"{subject}/unknown-article", location, $"《{name}》没有第 {article} 条，它有 {last} 条。", "对照法规改正条号。")
            : Diagnostic.Error($"{subject}/unknown-article", location, $"《{name}》的页没有写一共几条，第 {article} 条没法核对。", "核对全文以后，在法规页写上 articles；没有核对，就不引条号。");
    }
}
