using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Core.Yaml;
using Site.Statistics.Inputs;
using Site.Statistics.Policies;

namespace Site.Exposures.SignOffs;

/// <summary>Reads which sign-offs the policy asks for and which the ledgers record.</summary>
public static class SignOffReader
{
    /// <param name="files">All files of <c>input/</c>, in any order.</param>
    /// <returns>Rules and signatures; no rules where the policy or its field <c>signOff</c> is missing.</returns>
    public static Result<SignOffRegistry> Read(InputFiles files)
    {
        var diagnostics = new List<Diagnostic>();
        var registry = files.Policy.Value.SignOff is { } signOff ? SignOffPolicy.Read(InputPolicy.Path, signOff, diagnostics) : SignOffRegistry.Empty;
        var ledgers = files.All.Where(file => file.Path.StartsWith(SignOffRegistry.Folder, StringComparison.Ordinal) && file.Path.EndsWith(".csv", StringComparison.Ordinal))
            .ToFrozenDictionary(file => file.Path[SignOffRegistry.Folder.Length..^".csv".Length], file => SignOffLedgerReader.Read(file, diagnostics), StringComparer.Ordinal);
        return new(registry with { Signatures = ledgers }, [.. diagnostics]);
    }
}

/// <summary>Reads the field <c>signOff</c> of the policy: the roles of each kind, and under <c>owners</c> who is responsible for a role on GitHub.</summary>
internal static partial class SignOffPolicy
{
    private const string Owners = "owners";
    private static readonly ImmutableArray<string> Names = [.. SignOffKinds.All.Select(kind => kind.Id), Owners];

    public static SignOffRegistry Read(string path, YamlNode node, List<Diagnostic> diagnostics)
    {
        var fields = new InputFields(path, "sign-off", node, Names, diagnostics);
        var rules = ImmutableArray.CreateBuilder<SignOffRule>();
        foreach (var kind in SignOffKinds.All.Where(kind => fields.Find(kind.Id) is not null))
        {
            var roles = fields.Texts(kind.Id).Where(role => role.Length > 0).Distinct(StringComparer.Ordinal).ToImmutableArray();
            if (roles.IsEmpty || roles.Any(role => !SignOffNames.IsValid(role)))
            {
                fields.Report("roles", fields.Find(kind.Id)!, $"“{kind.Id}” 要写出由谁签核。", $"写成 “{kind.Id}: [科室审核, 分管领导]”，每个不超过 {SignOffNames.Longest} 个字，不用逗号和引号。");
            }
            else
            {
                rules.Add(new(kind, roles));
            }
        }

        return new() { Rules = rules.DrainToImmutable(), Owners = ReadOwners(path, fields, diagnostics) };
    }

    private static FrozenDictionary<string, ImmutableArray<string>> ReadOwners(string path, InputFields fields, List<Diagnostic> diagnostics)
    {
        if (fields.Find(Owners) is not { } node)
        {
            return FrozenDictionary<string, ImmutableArray<string>>.Empty;
        }

        var roles = SignOffKinds.All.SelectMany(kind => fields.Texts(kind.Id)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var owners = new InputFields(path, "sign-off", node, roles, diagnostics);
        var found = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var role in roles.Where(role => owners.Find(role) is not null))
        {
            var names = owners.Texts(role);
            if (names.IsEmpty || names.Any(name => !Owner().IsMatch(name)))
            {
                owners.Report("owner", owners.Find(role)!, $"“{role}” 的负责人不是 GitHub 的用户、团队或邮箱。", "写成 \"@组织/团队\"、\"@用户\" 或邮箱，放在英文双引号里。");
            }
            else
            {
                found[role] = names;
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^(@[A-Za-z0-9][A-Za-z0-9-]{0,38}(/[A-Za-z0-9_.-]{1,100})?|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,200})$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Owner();
}
