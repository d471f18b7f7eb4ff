using System.Collections.Immutable;

namespace Site.Model;

/// <summary>Which sign-offs one kind of content needs.</summary>
/// <param name="Kind">One of <see cref="SignOffKinds.All"/>.</param>
/// <param name="Roles">One or more, each by another office.</param>
public sealed record SignOffRule(SignOffKind Kind, ImmutableArray<string> Roles);
