namespace Site.Cli.Infrastructure;

/// <summary>The one place that knows what day it is.</summary>
internal static class Clock
{
    /// <returns>Today in China, where the campaign is: UTC+8 all year.</returns>
    public static DateOnly Today() => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
}
