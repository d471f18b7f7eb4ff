using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;

namespace Site.Exposures.SignOffs;

/// <summary>Compares what was signed with what would be published.</summary>
public static class SignOffCheck
{
    /// <returns>Errors for sign-offs that are missing, void, or given by one office for two roles.</returns>
    public static IEnumerable<Diagnostic> Compare(SignOffRegistry registry, SignedItem item)
    {
        var signatures = registry.Signatures.GetValueOrDefault(item.Path, []);
        foreach (var role in item.Rule.Roles)
        {
            if (ValidOf(signatures, item, role) is null)
            {
                yield return signatures.LastOrDefault(signature => signature.SignOff.Role == role) is { } old ? Void(item, old) : Missing(item, role);
            }
        }

        var valid = Valid(registry, item);
        for (var i = 1; i < valid.Length; i++)
        {
            if (valid.Take(i).FirstOrDefault(other => SignOffNames.AreSameOffice(other.SignOff.Office, valid[i].SignOff.Office)) is { } same)
            {
                yield return SameOffice(valid[i].Location, same.SignOff, valid[i].SignOff.Role);
            }
        }
    }

    /// <returns>The signatures that hold, one for each role, in the order of the policy.</returns>
    public static ImmutableArray<Signature> Valid(SignOffRegistry registry, SignedItem item) =>
        [.. item.Rule.Roles.Select(role => ValidOf(registry.Signatures.GetValueOrDefault(item.Path, []), item, role)).OfType<Signature>()];

    /// <returns>The sign-offs that hold, in the order of the policy, by the path of what was signed.</returns>
    public static FrozenDictionary<string, ImmutableArray<SignOff>> ValidByPath(SignOffRegistry registry, ImmutableArray<SignedItem> items) =>
        items.ToFrozenDictionary(item => item.Path, item => Valid(registry, item).Select(signature => signature.SignOff).ToImmutableArray(), StringComparer.Ordinal);

    /// <returns>The diagnostic for one office that signs for two roles.</returns>
    public static Diagnostic SameOffice(Location location, SignOff first, string role) => Diagnostic.Error(
        "sign-off/same-office", location, $"“{first.Role}”和“{role}”都由{first.Office}签核，两个环节要由不同的科室把关。", "请另一个科室核对后签核其中一项。");

    private static Signature? ValidOf(ImmutableArray<Signature> signatures, SignedItem item, string role) =>
        signatures.LastOrDefault(signature => signature.SignOff.Role == role && signature.ContentHash == item.ContentHash);

    private static Diagnostic Missing(SignedItem item, string role) => Diagnostic.Error(
        "sign-off/missing", new(item.Path), $"{item.Rule.Kind.Label}发布前要有“{role}”签核，现在还没有。", $"核对无误后运行：{Command(item, role)}");

    private static Diagnostic Void(SignedItem item, Signature old) => Diagnostic.Error(
        "sign-off/void", new(item.Path),
        string.Create(CultureInfo.InvariantCulture, $"{old.SignOff.Office}在 {old.SignOff.On:yyyy-MM-dd} 作了“{old.SignOff.Role}”签核，之后文字、图片或数据又改过，签核已失效。"),
        $"重新核对后运行：{Command(item, old.SignOff.Role)}");

    private static string Command(SignedItem item, string role) => $"site sign {item.Path} --role {role} --by 科室名称";
}
