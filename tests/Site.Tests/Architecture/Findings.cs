namespace Site.Tests;

/// <summary>What a test of the architecture found, each with what to do.</summary>
internal static class Findings
{
    /// <summary>Fails with all of them, whole, if there is one.</summary>
    public static void AssertNone(IEnumerable<string> findings)
    {
        var told = string.Join('\n', findings);
        Assert.True(told.Length == 0, told);
    }
}
