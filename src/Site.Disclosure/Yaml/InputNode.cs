using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>A piece of a YAML file of <c>input/</c> and where it begins: line and column from 1.</summary>
internal abstract record InputNode(int Line, int Column)
{
    /// <summary>Text as written, without quotes and escapes; YAML's guesses at types play no part.</summary>
    public sealed record Word(int Line, int Column, string Text) : InputNode(Line, Column);

    public sealed record Items(int Line, int Column, ImmutableArray<InputNode> Nodes) : InputNode(Line, Column);

    /// <param name="Entries">In the order written; a name may stand twice, which the reader of fields reports.</param>
    public sealed record Fields(int Line, int Column, ImmutableArray<InputEntry> Entries) : InputNode(Line, Column);
}

/// <summary>A field: its name and what is written after the colon.</summary>
internal sealed record InputEntry(InputNode.Word Name, InputNode Value);
