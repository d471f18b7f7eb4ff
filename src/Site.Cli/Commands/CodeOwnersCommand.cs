using System.CommandLine;
using System.Text;
using Site.Cli.Edges;
using Site.Disclosure;
using Site.Model;

namespace Site.Cli;

/// <summary><c>site codeowners [--site DIR]</c>: writes <c>.github/CODEOWNERS</c> from the policy; lines of the office's own stay.</summary>
internal static class CodeOwnersCommand
{
    public static Command Create()
    {
        var site = SiteOptions.Site();
        var command = new Command("codeowners", "Write .github/CODEOWNERS from input/policy.yaml; your own lines in it stay.") { site };
        command.SetAction((arguments, _) => Task.FromResult(Run(SiteOptions.Folder(arguments.GetValue(site)!))));
        return command;
    }

    /// <returns>0 when the file is as the policy says, 1 when the policy cannot be read.</returns>
    /// <exception cref="WorldFailure">The policy names nobody.</exception>
    private static int Run(string site)
    {
        var input = SourceFolder.List(site, "input");
        var (book, problems) = SignOffReader.Read(input.Value);
        if (problems.HasErrors())
        {
            Terminal.Print(problems.Sorted());
            return 1;
        }

        if (CodeOwnersText.Wanted(book).IsEmpty)
        {
            throw new WorldFailure("input/policy.yaml 的 signOff 里没有写 owners，不知道由谁负责，没有写 CODEOWNERS。");
        }

        SiteFile.Replace(site, CodeOwnersText.Path, Encoding.UTF8.GetBytes(CodeOwnersText.Write(SignOffLine.CodeOwners(site) ?? "", book)));
        Terminal.Say(SiteFile.Seen(site, CodeOwnersText.Path));
        return 0;
    }
}
