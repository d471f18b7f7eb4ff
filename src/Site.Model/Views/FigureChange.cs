namespace Site.Model;

/// <summary>A figure that a later release gives otherwise, in words.</summary>
/// <param name="Earlier">The release that gave it first; null where that is no longer published.</param>
/// <param name="Table">The table as it is now.</param>
/// <param name="What">Indicator and categories: 宣讲活动，示例甲区，消防，6月7日.</param>
/// <param name="From">What stood there, with its unit.</param>
/// <param name="To">What stands there now, with its unit.</param>
public sealed record FigureChange(SafeRelease? Earlier, PageLink Table, string What, string From, string To);
