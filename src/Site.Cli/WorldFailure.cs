using System.ComponentModel;

namespace Site.Cli;

/// <summary>The world failed, not the content: a missing folder, a full disk, no Node.js.</summary>
internal sealed class WorldFailure(string message) : Exception(message)
{
    /// <returns>Whether an exception tells of the world, and not of a mistake in our code.</returns>
    public static bool Is(Exception exception) =>
        exception is WorldFailure or IOException or UnauthorizedAccessException or Win32Exception
        || (exception is AggregateException { InnerExceptions: [var only, ..] } && Is(only));

    /// <summary>Says it in one line on standard error.</summary>
    /// <returns>Exit code 2.</returns>
    public static int Say(string message)
    {
        Edges.Terminal.Error(message.ReplaceLineEndings(" "));
        return 2;
    }
}
