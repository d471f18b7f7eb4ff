using System.Collections.Immutable;

namespace Site.Cli;

/// <summary>An exposure entry that came, went, or reads otherwise now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">Whom it is about, as published; may be empty.</param>
/// <param name="Fields">What reads otherwise: name, old and new; empty for one that came or went.</param>
internal sealed record EntryChange(string Id, string Subject, ImmutableArray<FigureChange> Fields);
