using System.Buffers;
using Site.Content.Quizzes;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Rendering.Themes;

namespace Site.Rendering.Quizzes;

/// <summary>The service worker that keeps quizzes, and the search, for use without network.</summary>
/// <remarks>It serves the folder that it lies in, and browsers know it by its address: so a copy lies beside the quizzes, another beside the search, and no hash is in its name.</remarks>
internal static class OfflineWorker
{
    /// <summary>What the theme calls it; a theme may have none.</summary>
    public const string Asset = "offline.js";

    public static IEnumerable<OutputFile> Of(Website website, ThemeAssets assets, bool hasSearch) =>
        from folder in (string[])[.. website.Of<QuizPage>().Any() ? ["quizzes/"] : Array.Empty<string>(), .. hasSearch ? ["search/"] : Array.Empty<string>()]
        from asset in assets.Files
        where asset.Name == Asset
        select new OutputFile(folder + Asset, output => output.Write(asset.Bytes.Span));
}
