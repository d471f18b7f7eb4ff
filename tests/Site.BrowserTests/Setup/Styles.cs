namespace Site.BrowserTests;

/// <summary>What readers see of a page, asked of the browser.</summary>
internal static class Styles
{
    /// <summary>Gives the window another size, and waits until the page has it.</summary>
    public static async Task ResizeAsync(this IPage page, int width, int height)
    {
        await page.SetViewportSizeAsync(width, height);
        await page.UntilAsync("([width, height]) => innerWidth === width && innerHeight === height", new[] { width, height });
    }

    /// <summary>Waits until a condition holds in a page, and takes no time where it does already.</summary>
    /// <remarks>
    /// Playwright's own wait asks once a frame: the whole page is painted before the first answer, which takes half as much again as loading it. But unlike one look it outlasts a page
    /// that leads on to another.
    /// </remarks>
    public static async Task UntilAsync(this IPage page, string condition, object? argument = null)
    {
        if (!await HoldsAsync(page, condition, argument))
        {
            await page.WaitForFunctionAsync(condition, argument);
        }
    }

    private static async Task<bool> HoldsAsync(IPage page, string condition, object? argument)
    {
        try
        {
            return await page.EvaluateAsync<bool>(condition, argument);
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }

    /// <returns>How many CSS pixels a page can be scrolled sideways; 0 is right.</returns>
    public static Task<int> SidewaysAsync(this IPage page) =>
        page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - document.documentElement.clientWidth");

    /// <summary>Sets or takes away large type in the page as it is; that the switch and a remembered choice do so is the subject of <see cref="LargeTypeTests"/>.</summary>
    public static Task SetLargeAsync(this IPage page, bool isLarge) =>
        page.EvaluateAsync("isLarge => document.documentElement.toggleAttribute('data-large', isLarge)", isLarge);

    /// <summary>Has a page notice, from its first moment on, what moves without a reader's doing.</summary>
    public static Task NoticeShiftsAsync(this IPage page) =>
        page.AddInitScriptAsync("window.shifted = 0; window.shifts = new PerformanceObserver((list) => window.addShifts(list.getEntries())); window.addShifts = (all) => all.forEach((one) => (window.shifted += one.hadRecentInput ? 0 : one.value)); window.shifts.observe({ type: 'layout-shift', buffered: true });");

    /// <returns>How far what is in sight has moved until now, of what the window shows: Cumulative Layout Shift; up to 0.1 is good.</returns>
    public static Task<double> ShiftedAsync(this IPage page) =>
        page.EvaluateAsync<double>("() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => { window.addShifts(window.shifts.takeRecords()); resolve(window.shifted); })))");

    /// <returns>The computed value of a property of the first element that matches.</returns>
    public static Task<string> StyleAsync(this IPage page, string selector, string property) =>
        page.EvalOnSelectorAsync<string>(selector, "(element, property) => getComputedStyle(element).getPropertyValue(property)", property);
}
