using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.Types;
using Site.Core.Diagnostics;

namespace Site.Exposures.SignOffs;

/// <summary>The sign-offs that <c>input/policy.yaml</c> asks for, and those that the ledgers below <c>input/sign-offs/</c> record.</summary>
public sealed record SignOffRegistry
{
    /// <summary>The folder of the ledgers.</summary>
    public const string Folder = "input/sign-offs/";

    /// <summary>Without rules and without signatures.</summary>
    public static SignOffRegistry Empty { get; } = new();

    /// <summary>Kinds that need sign-offs, in the order of the policy.</summary>
    public ImmutableArray<SignOffRule> Rules { get; init; } = [];

    /// <summary>Who is responsible for each role on GitHub: <c>@organisation/team</c>, <c>@name</c> or a mail address.</summary>
    public FrozenDictionary<string, ImmutableArray<string>> Owners { get; init; } = FrozenDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Signatures by the path of what was signed, in the order written.</summary>
    public FrozenDictionary<string, ImmutableArray<Signature>> Signatures { get; init; } = FrozenDictionary<string, ImmutableArray<Signature>>.Empty;

    /// <returns>Whether a file may belong to what has to be signed: whether it lies in the folder of one of the kinds.</returns>
    public bool Covers(string path) => Rules.Any(rule => path.StartsWith(rule.Kind.Folder, StringComparison.Ordinal));

    /// <returns>The path of the ledger of an item: <c>input/sign-offs/content/warnings/a.md.csv</c>.</returns>
    public static string LedgerPath(string path) => $"{Folder}{path}.csv";
}

/// <summary>One sign-off: an office checked something before it was published. Readers see it.</summary>
/// <param name="Role">The role in which the office signed: 科室审核, 分管领导.</param>
/// <param name="Office">The office, never a person.</param>
/// <param name="On">The day.</param>
public sealed record SignOff(string Role, string Office, DateOnly On);

/// <summary>A line of a ledger.</summary>
/// <param name="Location">Where the line begins.</param>
/// <param name="SignOff">Who signed, and when.</param>
/// <param name="ContentHash">What was signed: 64 hexadecimal digits, as <see cref="SignedContent.Hash"/> gives them.</param>
public sealed record Signature(Location Location, SignOff SignOff, string ContentHash);

/// <summary>The sign-offs that one kind of content needs.</summary>
/// <param name="Kind">One of <see cref="SignOffKinds.All"/>.</param>
/// <param name="Roles">One or more, each by another office.</param>
public sealed record SignOffRule(SignOffKind Kind, ImmutableArray<string> Roles);

/// <summary>A kind of content that an office may ask sign-offs for.</summary>
/// <param name="Id">As the policy names it: <c>warnings</c>.</param>
/// <param name="Label">As messages call it: 事故警示.</param>
/// <param name="Folder">Where it lies, from the site folder, with a slash at its end.</param>
public sealed record SignOffKind(string Id, string Label, string Folder);

/// <summary>Every kind of content that an office may ask sign-offs for.</summary>
public static class SignOffKinds
{
    public static ImmutableArray<SignOffKind> All { get; } =
    [
        new("exposures", "曝光台账", "input/exposures/"),
        new("releases", "统计发布", "input/releases/"),
        .. ContentTypes.All.Select(type => new SignOffKind(type.Folder, type.Label, type.ContentFolder)),
    ];
}
