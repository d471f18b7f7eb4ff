using Site.Cli.Commands;

namespace Site.Tests;

public sealed class SiteCommandTests
{
    [Fact]
    public void Each_command_has_the_name_by_which_it_is_looked_up() =>
        Assert.Equal(SiteCommand.Commands.Select(command => command.Create(SiteProgram.Environment).Name), SiteCommand.Commands.Select(command => command.Name));
}
