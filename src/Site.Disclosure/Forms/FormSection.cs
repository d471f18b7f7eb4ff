using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>A row of a form: a heading and its blanks.</summary>
/// <param name="Id">The second part of its indicators' ids.</param>
/// <param name="Title">The heading in simplified characters.</param>
/// <param name="PrintedTitle">The heading as printed.</param>
/// <param name="Requirement">The column "内容要求" as printed; empty where the form file does not give it.</param>
/// <param name="Indicators">In the order printed.</param>
internal sealed record FormSection(string Id, string Title, string PrintedTitle, string Requirement, ImmutableArray<Indicator> Indicators);
