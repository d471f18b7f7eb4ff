using Site.Cli.Commands;
using Site.Cli.Infrastructure;
using Site.Cli.Publishing;
using Site.Content.Loading;

var environment = SiteEnvironment.OfProcess();
// A build reads pages soon, and whatever reading needs the first time can be made while the command line and the list of files are read. One that goes on from another reads few or none.
if (args is ["check", ..] || (args is ["build", ..] && !SiteCache.HasAny(environment)))
{
    _ = Task.Run(WebsiteReader.WarmUp);
}

PackedLibrary.Offer(environment.CacheFolder);
return await SiteCommand.RunAsync(args, environment);
