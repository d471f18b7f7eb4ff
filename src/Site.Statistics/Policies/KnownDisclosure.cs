using System.Collections.Immutable;
using Site.Core.Diagnostics;

namespace Site.Statistics.Policies;

/// <summary>A withheld figure that can be worked out from what was published by mistake, as <c>disclosed</c> of <c>input/policy.yaml</c> records it.</summary>
/// <remarks>
/// What is out cannot be taken back, so to refuse every later build helps nobody. Where it is written down which figure it is, when that was found and who was told of it, builds go on. Nothing more of it
/// may be published: a release that prints the indicator again is refused as before, and so is whatever else gives way.
/// </remarks>
/// <param name="Cell">The figure, in the words between quotation marks of the message.</param>
/// <param name="Found">The day on which it was found, as YYYY-MM-DD.</param>
internal sealed record KnownDisclosure(string Cell, string Found)
{
    /// <summary>What to do where something gives way that was published as it stands there.</summary>
    public const string Cure = "手工改过 input/releases/ 的，从版本库取回冻结时的文件。照原样公布出去的，收不回来了：报告本单位管保密的部门，从 tables.yaml 里去掉这个指标，"
        + "再在 policy.yaml 的 disclosed 里记下这一格（cell，照抄引号里的字）、哪天发现的（found）、报告了哪个部门（told），网站就能照常生成。";

    /// <param name="diagnostics">What is wrong, of whatever.</param>
    /// <param name="known">What is recorded.</param>
    /// <param name="except">A path that begins with this belongs to a release that is not published yet; null where all are.</param>
    /// <returns>The same; what gives way and is recorded is a warning.</returns>
    public static IEnumerable<Diagnostic> Settle(IEnumerable<Diagnostic> diagnostics, ImmutableArray<KnownDisclosure> known, string? except = null) =>
        diagnostics.Select(diagnostic => diagnostic is not { Code: "disclosure/gives-way", Severity: Severity.Error } || (except is not null && diagnostic.Location.Path.StartsWith(except, StringComparison.Ordinal))
            || known.FirstOrDefault(one => diagnostic.Message.Contains($"“{one.Cell}”", StringComparison.Ordinal)) is not { } recorded
            ? diagnostic
            : Diagnostic.Warning(diagnostic.Code, diagnostic.Location, $"{diagnostic.Message}policy.yaml 里已经记下，{recorded.Found}发现。", "收不回来了。这个指标的数不要再公布：tables.yaml 里还有它的，去掉。"));
}
