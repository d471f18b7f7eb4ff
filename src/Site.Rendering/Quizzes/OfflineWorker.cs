using System.Buffers;
using Site.Content.Quizzes;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Rendering.Themes;

namespace Site.Rendering.Quizzes;

/// <summary>The service worker that keeps quizzes for reading without network.</summary>
/// <remarks>It serves the folder that it lies in, and browsers know it by its address: so it lies beside the quizzes and has no hash in its name.</remarks>
internal static class OfflineWorker
{
    /// <summary>What the theme calls it; a theme may have none.</summary>
    public const string Asset = "offline.js";

    public static IEnumerable<OutputFile> Of(Website website, ThemeAssets assets) => website.Of<QuizPage>().Any()
        ? assets.Files.Where(asset => asset.Name == Asset).Select(asset => new OutputFile("quizzes/" + Asset, output => output.Write(asset.Bytes.Span)))
        : [];
}
