using Site.Cli.Commands;
using Site.Cli.Infrastructure;
using Site.Content.Loading;

var environment = SiteEnvironment.OfProcess();
// A build reads pages soon, and whatever reading needs the first time can be made while the command line and the list of files are read.
if (args is ["build" or "check", ..])
{
    _ = Task.Run(WebsiteReader.WarmUp);
}

PackedLibrary.Offer(environment.CacheFolder);
return await SiteCommand.RunAsync(args, environment);
