using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Rendering.Statistics;
using Site.Statistics.Published;

namespace Site.Cli.Build;

/// <summary>Draws charts through Node.js, each once for all builds; what was drawn is kept in the cache folder by the hash of its figures.</summary>
internal static class ChartBuilder
{
    private const int Version = 1;

    /// <returns>An <c>svg</c> element by the key of its order.</returns>
    /// <exception cref="EnvironmentException">A chart could not be drawn.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> MakeAsync(ImmutableArray<ChartRequest> orders, ContentCache cache)
    {
        if (orders.IsEmpty)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var made = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(orders, async (order, _) =>
        {
            var path = await cache.DrawAsync("charts", Version, Job(order), ".svg", $"画图表 “{order.Title}” ");
            made[order.Key] = await File.ReadAllTextAsync(path, CancellationToken.None);
        });
        return made;
    }

    private static JsonObject Job(ChartRequest order) => new()
    {
        ["job"] = "chart",
        ["kind"] = order.IsTimeSeries ? "columns" : "rows",
        ["name"] = order.Id,
        ["bars"] = new JsonArray([.. order.Bars.Select(bar => (JsonNode)new JsonObject
        {
            ["label"] = bar.Label,
            ["value"] = bar.Figure is Cell.Shown shown ? shown.Value : CellText.Plain(bar.Figure),
            ["text"] = CellText.Shown(bar.Figure),
        })]),
    };
}
