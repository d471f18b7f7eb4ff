using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Site.Cli.Infrastructure;

namespace Site.Cli.Commands;

/// <summary>Options that several commands share. Each command gets an instance of its own.</summary>
internal static class SiteOptions
{
    public static Option<string> Site() => new("--site")
    {
        Description = "The folder with site.yaml, content and, where there is one, input.",
        DefaultValueFactory = _ => ".",
    };

    public static Option<BuildDay> AsOf(SiteEnvironment environment) => new("--as-of")
    {
        Description = "The day it is, as YYYY-MM-DD: decides which pages are out. Default: today in China.",
        DefaultValueFactory = _ => new(environment.Today()),
        CustomParser = argument =>
        {
            var text = argument.Tokens is [var token] ? token.Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return new(day);
            }

            argument.AddError($"--as-of 要写成 2026-06-16 这样的日期，不能是“{text}”。");
            return default;
        },
    };

    /// <returns>An option that takes a day, as YYYY-MM-DD, or none.</returns>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = argument =>
        {
            if (DateOnly.TryParseExact(argument.Tokens is [var token] ? token.Value : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            argument.AddError($"{name} 要写成 2026-06-16 这样的日期。");
            return null;
        },
    };

    /// <returns>The message for a value that is not among the known ones, or null.</returns>
    public static string? Unknown(string name, string value, IEnumerable<string> known) =>
        known.Contains(value, StringComparer.Ordinal) ? null : $"{name} 可以是 {string.Join("、", known)}，不能是“{value}”。";

    /// <returns>Whether messages name units that are late or odd: for the office's own machine, never for a log of a pull request.</returns>
    public static Option<bool> Internal() => new("--internal") { Description = "Name units whose returns are late or odd. Only where nobody else reads the output." };

    public static Option<bool> Strict() => new("--strict") { Description = "Take missing footer entries for errors." };

    public static Option<bool> Drafts() => new("--drafts")
    {
        Description = "Make pages of drafts too.",
    };

    /// <returns>The absolute path of a site folder.</returns>
    /// <exception cref="EnvironmentException">There is no such folder.</exception>
    public static string Folder(string site)
    {
        var full = FullPath("--site", site);
        return Directory.Exists(full) ? full : throw new EnvironmentException($"找不到文件夹 {full}。");
    }

    /// <returns>An absolute path without a slash at its end.</returns>
    /// <exception cref="EnvironmentException">The text is no path.</exception>
    public static string FullPath(string option, string path) => string.IsNullOrWhiteSpace(path)
        ? throw new EnvironmentException($"{option} 后面要写一个文件夹。")
        : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}

/// <summary>The day of the build, which help shows as it is typed: <c>2026-06-16</c>.</summary>
internal readonly record struct BuildDay(DateOnly Day)
{
    public static implicit operator DateOnly(BuildDay day) => day.Day;

    public override string ToString() => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Describes in Chinese what is wrong with a command as typed.</summary>
internal static class UsageErrors
{
    /// <param name="arguments">A command with at least one error.</param>
    /// <returns>One line: unknown arguments, or else missing ones, or else the messages of our own options.</returns>
    public static string Describe(ParseResult arguments) => $"命令写得不对：{What(arguments)} 加上 --help 看用法。";

    private static string What(ParseResult arguments)
    {
        if (arguments.UnmatchedTokens is { Count: > 0 } unknown)
        {
            return $"不认识{string.Join("、", unknown.Select(token => $"“{token}”"))}。";
        }

        if (arguments.CommandResult.Command is { Subcommands.Count: > 0, Action: null } root)
        {
            return $"没有写要做什么，可以写：{string.Join("、", root.Subcommands.Select(command => command.Name))}。";
        }

        return string.Join(" ", arguments.Errors.Select(Describe).Distinct());
    }

    private static string Describe(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0, Option.Name: var name } => $"{name} 后面要写一个值。",
        OptionResult { Tokens.Count: > 1, Option.Name: var name } => $"{name} 只能写一次。",
        ArgumentResult { Parent: OptionResult { Tokens.Count: 0, Option.Name: var name } } => $"{name} 后面要写一个值。",
        ArgumentResult { Parent: OptionResult { Tokens.Count: > 1, Option.Name: var name } } => $"{name} 只能写一次。",
        ArgumentResult { Tokens.Count: 0, Argument.Name: var name } => $"少写了 {name}。",
        _ => error.Message,
    };
}
