using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>What the figures of one return must agree on. A figure that is not reported says nothing.</summary>
/// <param name="Id">Name of the rule, in kebab case: <c>participants-need-sessions</c>.</param>
/// <param name="Kind">How both sides are compared.</param>
/// <param name="Left">Ids of indicators whose figures are added up, one or more; empty for <see cref="FormCheckKind.Cumulative"/>.</param>
/// <param name="Right">Id of the indicator on the other side; empty for <see cref="FormCheckKind.Cumulative"/>.</param>
/// <param name="Times">For <see cref="FormCheckKind.AtMost"/>: how many times the right side is the most, 1 or more.</param>
/// <param name="Severity">A warning where the count may rightly differ and someone should look.</param>
/// <param name="Where">Where the form file says so.</param>
internal sealed record FormCheck(
    string Id, FormCheckKind Kind, ImmutableArray<string> Left, string Right, int Times, Severity Severity, Place Where);

/// <summary>How the sides of a check are compared.</summary>
internal enum FormCheckKind
{
    /// <summary>Left above 0 needs right above 0.</summary>
    Needs,

    /// <summary>Left is at most right times <see cref="FormCheck.Times"/>.</summary>
    AtMost,

    /// <summary>Left is above 0 exactly when right is.</summary>
    Together,

    /// <summary>No figure of the form falls from one date to a later one of the same unit.</summary>
    Cumulative,
}
