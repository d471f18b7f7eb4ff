namespace Site.Core.Text;

/// <summary>How long a pattern may search a text.</summary>
public static class MatchTime
{
    /// <summary>
    /// Far longer than any of our patterns takes for the longest text that it is given: time passes on a machine with too much to do also while this program waits,
    /// and a build is not to end for that.
    /// </summary>
    public const int Milliseconds = 10_000;
}
