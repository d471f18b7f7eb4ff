using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads who has to sign what, and who signed.</summary>
public static class SignOffReader
{
    private const string Policy = "input/policy.yaml";

    /// <param name="files">All files of <c>input/</c>, in any order.</param>
    /// <returns>Rules and signatures; nothing is asked for where the policy or its field <c>signOff</c> is missing.</returns>
    public static Checked<SignOffBook> Read(ImmutableArray<SourceFile> files)
    {
        var problems = new List<Problem>();
        var node = files.FirstOrDefault(file => file.Path == Policy) is { } policy ? InputYaml.Read(policy, []) : null;
        var signOff = (node as InputNode.Fields)?.Entries.FirstOrDefault(entry => entry.Name.Text == "signOff")?.Value;
        var book = signOff is null ? SignOffBook.Empty : SignOffPolicy.Read(Policy, signOff, problems);
        var ledgers = files.Where(file => file.Path.StartsWith(SignOffBook.Folder, StringComparison.Ordinal) && file.Path.EndsWith(".csv", StringComparison.Ordinal))
            .ToFrozenDictionary(file => file.Path[SignOffBook.Folder.Length..^".csv".Length], file => SignOffLedger.Read(file, problems), StringComparer.Ordinal);
        return new(book with { Signatures = ledgers }, [.. problems]);
    }
}
