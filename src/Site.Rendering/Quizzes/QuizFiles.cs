using System.Buffers;
using Site.Content.Quizzes;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Rendering.OpenData;
using Site.Rendering.Pictures;

namespace Site.Rendering.Quizzes;

/// <summary>The questions of every published quiz as data, with their schema beside them.</summary>
internal static class QuizFiles
{
    /// <param name="made">Pictures by source path; the data names where they are published.</param>
    /// <returns>Nothing for a site without quizzes.</returns>
    public static IEnumerable<OutputFile> Of(Website website, IReadOnlyDictionary<string, ResponsivePicture> made)
    {
        var quizzes = QuizDatasets.Published(website).ToArray();
        return quizzes.Length == 0 ? [] :
        [
            .. quizzes.Select(quiz => new OutputFile(QuizAddresses.Json(quiz)[1..], output => QuizJson.Write(output, website, quiz, made))),
            new(QuizAddresses.Schema[1..], output => QuizSchema.Of(website.Settings).Write(output)),
        ];
    }
}
