namespace Site.Model;

/// <summary>What the generator makes beside a quiz: addresses from the site's root, decoded.</summary>
public static class QuizAddresses
{
    /// <summary>Of the JSON Schema of all quizzes.</summary>
    public const string Schema = "/data/quizzes/schema.json";

    /// <returns>Address of a quiz's questions as JSON. The id of a quiz that shares its name with another page begins with its folder, which is left out.</returns>
    public static string Json(QuizPage quiz) =>
        quiz.Id == "schema" ? "/data/quizzes/schema-quiz.json" : $"/data/quizzes/{quiz.Id[(quiz.Id.LastIndexOf('/') + 1)..]}.json";

    /// <returns>Papers A and B, answer sheets and keys.</returns>
    public static string OfPapers(QuizPage quiz) => quiz.Address + "paper/";

    /// <returns>The quiz for a hall.</returns>
    public static string OfPresenter(QuizPage quiz) => quiz.Address + "present/";

    /// <returns>The quiz for a public screen.</returns>
    public static string OfPublicScreen(QuizPage quiz) => quiz.Address + "screen/";
}
