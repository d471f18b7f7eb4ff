using System.CommandLine;
using System.Text;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.Reports;
using Site.Core.Diagnostics;
using Site.Exposures.SignOffs;

namespace Site.Cli.Commands;

/// <summary><c>site codeowners [--site DIR]</c>: writes <c>.github/CODEOWNERS</c> from the policy; lines that the office wrote are kept.</summary>
internal static class CodeOwnersCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var site = SiteOptions.Site();
        var command = new Command("codeowners", "Write .github/CODEOWNERS from input/policy.yaml; your own lines in it stay.") { site };
        command.SetAction((arguments, _) => Task.FromResult(Run(environment, SiteOptions.Folder(arguments.GetValue(site)!))));
        return command;
    }

    /// <returns>0 when the file is as the policy says, 1 when the policy cannot be read.</returns>
    /// <exception cref="EnvironmentException">The policy names nobody.</exception>
    private static int Run(SiteEnvironment environment, string site)
    {
        var folder = new SourceFolder(site, environment);
        var input = folder.List("input");
        var (registry, diagnostics) = SignOffReader.Read(new(input.Value));
        if (diagnostics.HasErrors())
        {
            Discretion.Say(environment, site, diagnostics.Sorted());
            return 1;
        }

        if (CodeOwnersFile.RequiredRules(registry).IsEmpty)
        {
            throw new EnvironmentException("input/policy.yaml 的 signOff 里没有写 owners，不知道由谁负责，没有写 CODEOWNERS。");
        }

        SiteFile.Replace(site, CodeOwnersFile.Path, Encoding.UTF8.GetBytes(CodeOwnersFile.Write(BuildPipeline.CodeOwners(folder) ?? "", registry)));
        environment.Terminal.WriteLine(SiteFile.DisplayPath(site, CodeOwnersFile.Path));
        return 0;
    }
}
