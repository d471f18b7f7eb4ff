using System.Globalization;

namespace Site.Rendering;

/// <summary>Writes days in sentences.</summary>
internal static class ChineseDay
{
    /// <returns>2026年6月28日.</returns>
    public static string Of(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
