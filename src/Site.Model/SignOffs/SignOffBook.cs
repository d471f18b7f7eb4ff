using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Site.Model;

/// <summary>What <c>input/policy.yaml</c> asks for, and what the ledgers below <c>input/sign-offs/</c> say.</summary>
public sealed record SignOffBook
{
    /// <summary>Where the ledgers lie.</summary>
    public const string Folder = "input/sign-offs/";

    /// <summary>Nothing is asked for, nothing was signed.</summary>
    public static SignOffBook Empty { get; } = new();

    /// <summary>Kinds that need sign-offs, in the order of the policy.</summary>
    public ImmutableArray<SignOffRule> Rules { get; init; } = [];

    /// <summary>For each role who answers for it on GitHub: <c>@organisation/team</c>, <c>@name</c> or a mail address.</summary>
    public FrozenDictionary<string, ImmutableArray<string>> Owners { get; init; } = FrozenDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Signatures by the path of what was signed, in the order written.</summary>
    public FrozenDictionary<string, ImmutableArray<Signature>> Signatures { get; init; } = FrozenDictionary<string, ImmutableArray<Signature>>.Empty;

    /// <returns>Where the signatures of something stand: <c>input/sign-offs/content/warnings/a.md.csv</c>.</returns>
    public static string LedgerOf(string path) => $"{Folder}{path}.csv";
}
