using System.Collections.Immutable;
using System.Text.Json;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Vocabularies;
using Site.Core.Json;

namespace Site.Rendering.StructuredData;

/// <summary>Describes what people can read, watch and answer.</summary>
internal static class LinkedWorks
{
    public static void Write(Utf8JsonWriter json, LinkedSubject subject, Page page)
    {
        LinkedData.Begin(json, TypeOf(page), subject);
        json.WriteString("inLanguage"u8, subject.Settings.Language);
        WriteDates(json, page);
        WriteTexts(json, "keywords"u8, page.Tags);
        switch (page)
        {
            case NewsPage or WarningPage:
                WriteArticle(json, subject, page);
                break;
            case GuidePage guide:
                json.WriteString("learningResourceType"u8, "安全指南"u8);
                json.WriteIfAny("teaches"u8, guide.Hazard);
                break;
            case LecturePage lecture:
                WriteLecture(json, subject, lecture);
                break;
            case QuizPage quiz:
                LinkedQuizzes.Write(json, quiz);
                break;
            case LawPage law:
                json.WriteString("legislationDateVersion"u8, LocalTime.Day(law.Version));
                json.WriteString("alternateName"u8, law.Name);
                json.WriteIfAny("sameAs"u8, law.Official);
                break;
        }

        if (page is GuidePage or LecturePage or QuizPage)
        {
            json.WriteBoolean("isAccessibleForFree"u8, true);
            WriteAudiences(json, page);
        }

        if (page is not LawPage)
        {
            LinkedData.WriteOrganization(json, "publisher"u8, subject.Settings.Organiser);
        }

        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> TypeOf(Page page) => page switch
    {
        NewsPage => "NewsArticle"u8,
        WarningPage => "Article"u8,
        GuidePage => "LearningResource"u8,
        LecturePage { Video: not null } => "VideoObject"u8,
        LecturePage => "LearningResource"u8,
        QuizPage => "Quiz"u8,
        LawPage => "Legislation"u8,
        WorkPage => "CreativeWork"u8,
        _ => "WebPage"u8,
    };

    private static void WriteDates(Utf8JsonWriter json, Page page)
    {
        json.WriteIfAny("datePublished"u8, page.Date is { } date ? LocalTime.Day(date) : null);
        json.WriteIfAny("dateModified"u8, (page.Updated ?? page.Date) is { } changed ? LocalTime.Day(changed) : null);
    }

    private static void WriteArticle(Utf8JsonWriter json, LinkedSubject subject, Page page)
    {
        json.WriteString("headline"u8, subject.Title);
        json.WriteString("mainEntityOfPage"u8, subject.Url);
        LinkedData.WriteOrganization(json, "author"u8, (page as NewsPage)?.Unit ?? subject.Settings.Organiser);
    }

    private static void WriteLecture(Utf8JsonWriter json, LinkedSubject subject, LecturePage page)
    {
        json.WriteString("learningResourceType"u8, Vocabulary.LectureSeries.Label(page.Series));
        json.WriteIfAny("timeRequired"u8, page.Minutes is { } minutes ? FormattableString.Invariant($"PT{minutes}M") : null);
        if (page.Video is { } video)
        {
            json.WriteIfAny("thumbnailUrl"u8, subject.Picture);
            json.WriteIfAny("duration"u8, page.Minutes is { } length ? FormattableString.Invariant($"PT{length}M") : null);
            json.WriteIfAny("uploadDate"u8, (page.Date ?? page.Start?.Day) is { } day ? LocalTime.Midnight(day) : null);
            json.WriteIfAny("contentUrl"u8, AddressOf(subject, page, video));
        }
    }

    /// <returns>The absolute address of a recording elsewhere or beside the page; null where there is none.</returns>
    private static string? AddressOf(LinkedSubject subject, LecturePage page, string video) =>
        video.StartsWith("https://", StringComparison.Ordinal) ? video
        : LinkTargets.Find(subject.Website, page.Path, video) is LinkTarget.ToFile { File: var file }
            ? SiteAddress.Join(subject.Root, LinkTargets.AddressOf(file))
            : null;

    private static void WriteAudiences(Utf8JsonWriter json, Page page)
    {
        if (page.Audiences.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("audience"u8);
        foreach (var audience in page.Audiences)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "Audience"u8);
            json.WriteString("audienceType"u8, Vocabulary.Audiences.Label(audience));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteTexts(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
