using Site.Cli.Commands;
using Site.Cli.Infrastructure;

return await SiteCommand.RunAsync(args, SiteEnvironment.OfProcess());
