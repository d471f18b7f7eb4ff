using Site.Model.Privacy;

namespace Site.Checking.Leaks;

/// <summary>A private value in bytes: where, and what it is; never the value.</summary>
/// <param name="At">The first byte, from 0.</param>
/// <param name="Kind">The kind of number, or null for a value of the private list.</param>
internal readonly record struct Hit(int At, PrivateKind? Kind);
