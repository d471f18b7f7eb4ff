using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A number to call.</summary>
/// <param name="Number">Digits, 3 to 12, with hyphens perhaps.</param>
/// <param name="Label">What it is for: 火警.</param>
public sealed record Hotline(string Number, string Label)
{
    /// <summary>The numbers that hold in the whole country, shown on every page unless site.yaml names others.</summary>
    public static ImmutableArray<Hotline> Nationwide { get; } =
    [
        new("119", "火警救援"),
        new("120", "医疗急救"),
        new("12350", "安全生产举报投诉"),
        new("96119", "消防隐患举报"),
        new("12345", "政务服务便民热线"),
    ];
}
