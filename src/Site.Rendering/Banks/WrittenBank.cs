using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>A quiz in the form of another program.</summary>
/// <param name="Bytes">The whole file, in UTF-8.</param>
/// <param name="Changes">What the form cannot carry, or not as it was, in the order of the quiz.</param>
public sealed record WrittenBank(ReadOnlyMemory<byte> Bytes, ImmutableArray<BankChange> Changes);
