namespace Site.BrowserTests;

/// <summary>Who looks at a page, and with what.</summary>
internal sealed record Reader
{
    /// <summary>Width of the window in CSS pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Height of the window in CSS pixels.</summary>
    public int Height { get; init; } = 900;

    /// <summary>Whether the device is set to dark.</summary>
    public bool IsDark { get; init; }

    /// <summary>Whether the reader chose large type on an earlier visit.</summary>
    public bool IsLarge { get; init; }

    /// <summary>Whether the device forces few colors of the reader's choice.</summary>
    public bool HasForcedColors { get; init; }

    /// <summary>Whether the browser runs script.</summary>
    public bool HasScript { get; init; } = true;

    /// <summary>Whether the browser lets pages have a service worker. Who only looks at pages does without: it fetches and keeps as much again as the page.</summary>
    public bool HasServiceWorker { get; init; }

    /// <summary>How a test of several readers names this one.</summary>
    public override string ToString() =>
        $"{Width} × {Height}{(IsDark ? ", dark" : "")}{(IsLarge ? ", large type" : "")}{(HasForcedColors ? ", forced colors" : "")}{(HasScript ? "" : ", no script")}";
}
