using System.CommandLine;
using System.Globalization;
using Site.Cli.Edges;

namespace Site.Cli;

/// <summary>Options that several commands take, each made anew for its command.</summary>
internal static class SiteOptions
{
    public static Option<string> Site() => new("--site")
    {
        Description = "The folder with site.yaml, content and, where there is one, input.",
        DefaultValueFactory = _ => ".",
    };

    public static Option<DateOnly> AsOf() => new("--as-of")
    {
        Description = "The day it is, as YYYY-MM-DD: decides which pages are out. Default: today in China.",
        DefaultValueFactory = _ => Clock.Today(),
        CustomParser = argument =>
        {
            var text = argument.Tokens is [var token] ? token.Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            argument.AddError($"--as-of 要写成 2026-06-16 这样的日期，不能是“{text}”。");
            return default;
        },
    };

    /// <returns>What to say of a value that is none of those known, or null.</returns>
    public static string? Unknown(string name, string value, IEnumerable<string> known) =>
        known.Contains(value, StringComparer.Ordinal) ? null : $"{name} 可以是 {string.Join("、", known)}，不能是“{value}”。";

    public static Option<bool> Drafts() => new("--drafts")
    {
        Description = "Make pages of drafts too.",
    };

    /// <returns>The absolute path of a site folder.</returns>
    /// <exception cref="WorldFailure">There is no such folder.</exception>
    public static string Folder(string site)
    {
        var full = FullPath("--site", site);
        return Directory.Exists(full) ? full : throw new WorldFailure($"找不到文件夹 {full}。");
    }

    /// <returns>An absolute path without a slash at its end.</returns>
    /// <exception cref="WorldFailure">The text is no path.</exception>
    public static string FullPath(string option, string path) => string.IsNullOrWhiteSpace(path)
        ? throw new WorldFailure($"{option} 后面要写一个文件夹。")
        : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
