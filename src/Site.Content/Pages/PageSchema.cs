using Site.Content.FrontMatter;
using Site.Content.StructuredData;
using Site.Core.Vocabularies;

namespace Site.Content.Pages;

/// <summary>What pages of several types have in common in the words of schema.org.</summary>
public static class PageSchema
{
    /// <returns>Something to read, watch or answer: language, days, tags, publisher.</returns>
    /// <param name="type">A subtype of <c>CreativeWork</c>.</param>
    public static SchemaWork Work(Page page, SchemaContext context, string type) => new()
    {
        Type = type,
        InLanguage = context.Settings.Language,
        DatePublished = Day(page.Date),
        DateModified = Day(page.Updated ?? page.Date),
        Keywords = page.Tags.IsEmpty ? null : page.Tags,
        Publisher = context.Organiser,
    };

    /// <returns>The same, for learning: free, and for the page's audiences.</returns>
    public static SchemaWork Lesson(Page page, SchemaContext context, string type) => Work(page, context, type) with
    {
        IsAccessibleForFree = true,
        Audience = page.Audiences.IsEmpty ? null : [.. page.Audiences.Select(audience => new SchemaAudience(Vocabulary.Audiences.Label(audience)))],
    };

    /// <returns>The same, as an article.</returns>
    /// <param name="author">The office that wrote it; null for the one that runs the campaign.</param>
    public static SchemaWork Article(Page page, SchemaContext context, string type, string? author = null) => Work(page, context, type) with
    {
        Headline = context.Title,
        MainEntityOfPage = context.Url,
        Author = author is null ? context.Organiser : new(author),
    };

    /// <returns>Something that takes place.</returns>
    /// <param name="end">Null where nobody wrote one.</param>
    /// <param name="place">Null or empty where nobody wrote one.</param>
    public static SchemaEvent Event(Moment start, Moment? end, string? place) => new()
    {
        Type = "Event",
        StartDate = start.Iso(),
        EndDate = end?.Iso(),
        Location = string.IsNullOrEmpty(place) ? null : new(place),
    };

    private static string? Day(DateOnly? day) => day is { } known ? LocalTime.Day(known) : null;

    /// <returns>The text, or null where it is empty.</returns>
    public static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
