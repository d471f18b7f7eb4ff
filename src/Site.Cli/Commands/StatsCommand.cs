using System.CommandLine;

namespace Site.Cli;

/// <summary><c>site stats …</c>: the campaign statistics, from empty forms to releases.</summary>
internal static class StatsCommand
{
    public static Command Create() => new("stats", "Forms, returns and releases of the campaign statistics.")
    {
        StatsTemplateCommand.Create(),
        StatsImportCommand.Create(),
        StatsReleaseCommand.Create(),
        StatsAuditCommand.Create(),
    };
}
