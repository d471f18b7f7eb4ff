namespace Site.Model;

/// <summary>Where quizzes are given away as data: addresses from the site's root, decoded.</summary>
public static class QuizAddresses
{
    /// <summary>Of the JSON Schema of all quizzes.</summary>
    public const string Schema = "/data/quizzes/schema.json";

    /// <returns>Address of a quiz's questions as JSON. The id of a quiz that shares its name with another page begins with its folder, which is left out.</returns>
    public static string Json(QuizPage quiz) =>
        quiz.Id == "schema" ? "/data/quizzes/schema-quiz.json" : $"/data/quizzes/{quiz.Id[(quiz.Id.LastIndexOf('/') + 1)..]}.json";
}
