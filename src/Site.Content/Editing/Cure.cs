using System.Collections.Immutable;

namespace Site.Content.Editing;

/// <summary>What a program can do about a mistake when its writer says so.</summary>
/// <param name="Label">On the button, in simplified Chinese: 改成半角冒号.</param>
public abstract record Cure(string Label)
{
    /// <summary>Changes the text of the file.</summary>
    /// <param name="Edits">In the text with LF at the end of lines; none overlap.</param>
    public sealed record Change(string Label, ImmutableArray<TextEdit> Edits) : Cure(Label);

    /// <summary>Gives the file another name in its folder.</summary>
    /// <param name="Name">Allowed, without folder.</param>
    public sealed record Rename(string Label, string Name) : Cure(Label);

    /// <summary>Writes the same text in UTF-8.</summary>
    /// <param name="Text">Its text.</param>
    public sealed record Recode(string Label, string Text) : Cure(Label);
}
