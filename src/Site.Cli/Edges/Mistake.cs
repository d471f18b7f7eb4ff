namespace Site.Cli.Edges;

/// <summary>What to say when our own code is wrong: no stack trace for people, the whole of it for those who ask.</summary>
internal static class Mistake
{
    /// <summary>The environment variable that asks for details.</summary>
    private const string Switch = "SITE_VERBOSE";

    /// <returns>One line; with details, as many as it takes.</returns>
    public static string Describe(Exception mistake) =>
        Environment.GetEnvironmentVariable(Switch) is { Length: > 0 }
            ? mistake.ToString()
            : $"程序内部错误（{mistake.GetType().Name}），原来的文件没有改动；设置环境变量 {Switch}=1 再运行一次，可以看到详情。";
}
