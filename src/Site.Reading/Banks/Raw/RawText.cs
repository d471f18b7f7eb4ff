using System.Collections.Immutable;

namespace Site.Reading;

/// <summary>A text of a bank as it stands there, and how it is to be read.</summary>
/// <param name="Text">With <see cref="Blank"/> where an answer is filled in, and nowhere else.</param>
/// <param name="Files">Files that came with it, by name; empty where none did.</param>
internal sealed record RawText(string Text, TextForm Form, ImmutableDictionary<string, ReadOnlyMemory<byte>> Files)
{
    /// <summary>Stands for a blank; no text of a file holds it, since it is taken out on reading.</summary>
    public const char Blank = '\uE000';

    public RawText(string text, TextForm form) : this(text, form, ImmutableDictionary<string, ReadOnlyMemory<byte>>.Empty)
    {
    }

    public static RawText Empty { get; } = new("", TextForm.Plain);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}
