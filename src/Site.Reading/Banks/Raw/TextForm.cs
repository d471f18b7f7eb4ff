namespace Site.Reading;

/// <summary>The forms that Moodle knows for a text.</summary>
internal enum TextForm
{
    /// <summary>Every character stands for itself.</summary>
    Plain,

    /// <summary>Plain text in which HTML may stand; line breaks count where there is none.</summary>
    Moodle,

    Html,

    Markdown,
}
