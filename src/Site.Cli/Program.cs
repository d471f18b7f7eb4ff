using Site.Cli.Commands;
using Site.Cli.Infrastructure;

var environment = SiteEnvironment.OfProcess();
PackedLibrary.Offer(environment.CacheFolder);
return await SiteCommand.RunAsync(args, environment);
