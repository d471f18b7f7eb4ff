using System.Runtime.CompilerServices;

namespace Site.Tests;

/// <summary>Compares what was made with a file beside the test, so that a change shows as a picture of the change.</summary>
internal static class Golden
{
    /// <summary>Compares a text with <c>Golden/NAME</c> in the test's folder. With <c>UPDATE_GOLDEN=1</c> in the environment it writes the file instead, and fails
    /// where that changed it, so that nobody takes the writing for a test.</summary>
    public static void Match(string name, string text, [CallerFilePath] string test = "")
    {
        var path = PathOf(name, test);
        var known = File.Exists(path) ? File.ReadAllText(path) : "";
        if (known != text && Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.Equal(known, text);
    }

    /// <returns>Where the file lies.</returns>
    public static string PathOf(string name, [CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
}
