using System.CommandLine;
using System.Text;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.Reports;
using Site.Core.Diagnostics;
using Site.Exposures.SignOffs;

namespace Site.Cli.Commands;

/// <summary><c>site sign FILE --role ROLE --by OFFICE [--site DIR] [--as-of DATE]</c>: records that an office checked something as it is now.</summary>
internal static class SignCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var file = new Argument<string>("FILE") { Description = "The page, the ledger of exposures, or the folder of a release." };
        var role = new Option<string>("--role") { Description = "In whose place, as input/policy.yaml names it.", Required = true };
        var by = new Option<string>("--by") { Description = "The office that checked it; never a person.", Required = true };
        var (site, asOf) = (SiteOptions.Site(), SiteOptions.AsOf(environment));
        var command = new Command("sign", "Record that an office checked something; any later change of its text, pictures or data voids it.") { file, role, by, site, asOf };
        command.SetAction((arguments, _) => Task.FromResult(Run(
            environment, SiteOptions.Folder(arguments.GetValue(site)!), arguments.GetValue(file)!,
            new(arguments.GetValue(role)!.Trim(), Office(arguments.GetValue(by)!.Trim()), arguments.GetValue(asOf)))));
        return command;
    }

    /// <returns>0 when the sign-off was recorded, 1 when it is refused.</returns>
    private static int Run(SiteEnvironment environment, string site, string file, SignOff signOff)
    {
        var folder = new SourceFolder(site, environment);
        var input = folder.List("input");
        var (registry, diagnostics) = SignOffReader.Read(new(input.Value));
        var read = BuildPipeline.ReadContent(folder, signOff.On, withDrafts: true);
        if (diagnostics.HasErrors())
        {
            Discretion.Say(environment, site, diagnostics.Sorted());
            return 1;
        }

        var item = Find(site, file, SignedItems.Find(read.Value, [.. folder.List("content").Value, .. read.Value.Packs.Sources], input.Value, registry.Rules), registry);
        var mistakes = read.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Location.Path == item.Path).Concat(Refuse(registry, item, signOff)).Sorted();
        if (mistakes.HasErrors())
        {
            Discretion.Say(environment, site, mistakes);
            return 1;
        }

        var ledger = SignOffRegistry.LedgerPath(item.Path);
        SiteFile.Replace(site, ledger, Encoding.UTF8.GetBytes(SignOffLedgerWriter.Write(registry.Signatures.GetValueOrDefault(item.Path, []), signOff, item.ContentHash)));
        environment.Terminal.WriteLine($"已记录“{signOff.Role}”签核：{SiteFile.DisplayPath(site, ledger)}");
        return 0;
    }

    /// <summary>Refuses an office that has signed for another role.</summary>
    private static IEnumerable<Diagnostic> Refuse(SignOffRegistry registry, SignedItem item, SignOff signOff)
    {
        if (!item.Rule.Roles.Contains(signOff.Role, StringComparer.Ordinal))
        {
            throw new EnvironmentException($"{item.Rule.Kind.Label}的签核环节是{string.Join("、", item.Rule.Roles)}，没有“{signOff.Role}”。");
        }

        return SignOffCheck.Valid(registry, item)
            .Where(signature => signature.SignOff.Role != signOff.Role && SignOffNames.AreSameOffice(signature.SignOff.Office, signOff.Office))
            .Select(signature => SignOffCheck.SameOffice(signature.Location, signature.SignOff, signOff.Role));
    }

    /// <exception cref="EnvironmentException">No item that can be signed has this name.</exception>
    private static SignedItem Find(string site, string file, IReadOnlyCollection<SignedItem> items, SignOffRegistry registry)
    {
        var full = Path.GetFullPath(file);
        var inSite = full.StartsWith(site + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Path.Exists(full) ? full : Path.GetFullPath(Path.Combine(site, file));
        var path = Path.GetRelativePath(site, inSite).Replace('\\', '/').TrimEnd('/');
        return items.FirstOrDefault(item => path == item.Path || path.StartsWith(item.Path + "/", StringComparison.Ordinal))
            ?? throw new EnvironmentException(!Path.Exists(inSite) ? $"找不到 {file}。"
                : registry.Rules.Any(rule => path.StartsWith(rule.Kind.Folder, StringComparison.Ordinal)) ? $"{file} 今天不发布，或者不是要签核的文件。"
                : $"input/policy.yaml 没有要求 {file} 这一类内容签核。");
    }

    private static string Office(string office) =>
        !SignOffNames.IsValid(office) ? throw new EnvironmentException($"--by 要写 1 到 {SignOffNames.Longest} 个字的科室名称，不能有逗号、引号和看不见的字符。")
        : SignOffNames.IsOffice(office) ? office
        : throw new EnvironmentException("--by 只写科室或单位，不写个人的姓名和电话：它会公布在网页上。");
}
