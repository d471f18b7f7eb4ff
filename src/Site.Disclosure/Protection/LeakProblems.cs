using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Says to the office which figures of a table cannot be protected, and why; never a figure.</summary>
internal static class LeakProblems
{
    /// <returns>One problem for each cell that nothing could protect.</returns>
    /// <param name="where">Where <c>input/tables.yaml</c> asks for the table.</param>
    public static ImmutableArray<Problem> Find(Cube cube, TableProtection protection, TableNames names, Place where) =>
        [.. protection.Leaks.Select(leak => Problem.Error("disclosure/cannot-protect", where,
            $"表“{names.Title}”不能公布：“{names.Of(cube.Shape.Of(leak.Cell))}”这一格{Why(leak.Kind)}。",
            "请把这张表的类别合并（去掉行业，或把街道并到区县），或等下一期再公布。"))];

    private static string Why(LeakKind kind) => kind switch
    {
        LeakKind.Interval => "可由已公布的数推算得太准，而可以一同隐去的格都已公布过或为零",
        LeakKind.Sum => "与旁边几格的合计可由已公布的数算出，而合计本身也不能公布",
        LeakKind.Insider => "可由别格唯一的填报单位用自己的数算出，而可以一同隐去的格都已公布过或为零",
        _ => "所在的已公布的数互相矛盾",
    };
}
