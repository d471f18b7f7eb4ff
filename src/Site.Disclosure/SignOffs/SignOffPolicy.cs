using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads the field <c>signOff</c> of the policy: for each kind its roles, and under <c>owners</c> who answers for a role on GitHub.</summary>
internal static partial class SignOffPolicy
{
    private const string Owners = "owners";
    private static readonly ImmutableArray<string> Names = [.. SignOffKinds.All.Select(kind => kind.Id), Owners];

    public static SignOffBook Read(string path, InputNode node, List<Problem> problems)
    {
        var fields = new InputFields(path, "sign-off", node, Names, problems);
        var rules = ImmutableArray.CreateBuilder<SignOffRule>();
        foreach (var kind in SignOffKinds.All.Where(kind => fields.Find(kind.Id) is not null))
        {
            var roles = fields.Words(kind.Id).Where(role => role.Length > 0).Distinct(StringComparer.Ordinal).ToImmutableArray();
            if (roles.IsEmpty || roles.Any(role => !SignOffWords.AreGood(role)))
            {
                fields.Report("roles", fields.Find(kind.Id)!, $"“{kind.Id}” 要写出由谁签核。", $"写成 “{kind.Id}: [科室审核, 分管领导]”，每个不超过 {SignOffWords.Longest} 个字，不用逗号和引号。");
            }
            else
            {
                rules.Add(new(kind, roles));
            }
        }

        return new() { Rules = rules.DrainToImmutable(), Owners = ReadOwners(path, fields, problems) };
    }

    private static FrozenDictionary<string, ImmutableArray<string>> ReadOwners(string path, InputFields fields, List<Problem> problems)
    {
        if (fields.Find(Owners) is not { } node)
        {
            return FrozenDictionary<string, ImmutableArray<string>>.Empty;
        }

        var roles = SignOffKinds.All.SelectMany(kind => fields.Words(kind.Id)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var owners = new InputFields(path, "sign-off", node, roles, problems);
        var found = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var role in roles.Where(role => owners.Find(role) is not null))
        {
            var names = owners.Words(role);
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

    [GeneratedRegex(@"^(@[A-Za-z0-9][A-Za-z0-9-]{0,38}(/[A-Za-z0-9_.-]{1,100})?|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,200})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Owner();
}
