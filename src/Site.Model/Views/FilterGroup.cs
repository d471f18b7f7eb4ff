using System.Collections.Immutable;

namespace Site.Model;

/// <summary>One way to narrow a list, drawn as radio buttons: 全部 (id <c>NAME-0</c>), then an option each (id <c>NAME-1</c> …).</summary>
/// <param name="Name">ASCII: name of the inputs, and of the attribute <c>data-NAME</c> on the entries.</param>
/// <param name="Label">What it says: 区域.</param>
/// <param name="Options">Value for <c>data-NAME</c> (no spaces in it) and label, in the order shown.</param>
public sealed record FilterGroup(string Name, string Label, ImmutableArray<Term> Options);
