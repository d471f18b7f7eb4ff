namespace Site.BrowserTests;

/// <summary>
/// A bad day, to find tests that pass on a good one alone: with <c>SITE_TEST_DELAY=400</c> each answer to a page comes up to 400 ms late, each time another while; with
/// <c>SITE_TEST_CPU=4</c> pages run at a quarter of the machine's speed.
/// </summary>
internal static class Hindrance
{
    private static readonly int Delay = Of("SITE_TEST_DELAY");
    private static readonly int Slowness = Of("SITE_TEST_CPU");

    /// <summary>Keeps an answer back for a while.</summary>
    public static Task DelayAsync() => Delay > 0 ? Task.Delay(Random.Shared.Next(Delay)) : Task.CompletedTask;

    /// <returns>A new page, which is slow.</returns>
    public static async Task<IPage> OpenPageAsync(this IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        if (Slowness > 1)
        {
            await (await context.NewCDPSessionAsync(page)).SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slowness });
        }

        return page;
    }

    /// <summary>Keeps back all answers to a context whose server is the program itself.</summary>
    public static async Task DelayAnswersAsync(this IBrowserContext context)
    {
        if (Delay > 0)
        {
            await context.RouteAsync("**/*", async route =>
            {
                await DelayAsync();
                await route.ContinueAsync();
            });
        }
    }

    private static int Of(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0;
}
