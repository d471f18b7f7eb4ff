using System.CommandLine;
using System.CommandLine.Parsing;

namespace Site.Cli;

/// <summary>Says in Chinese what is wrong with a command as typed.</summary>
internal static class UsageMistakes
{
    /// <param name="arguments">A command with at least one error.</param>
    /// <returns>One line: what is unknown, or else what is missing, or else what our own options say of their values.</returns>
    public static string Describe(ParseResult arguments) => $"命令写得不对：{What(arguments)} 加上 --help 看用法。";

    private static string What(ParseResult arguments)
    {
        if (arguments.UnmatchedTokens is { Count: > 0 } unknown)
        {
            return $"不认识{string.Join("、", unknown.Select(token => $"“{token}”"))}。";
        }

        if (arguments.CommandResult.Command is { Subcommands.Count: > 0 } root)
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
