using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Yaml;
using Site.Statistics.Forms;
using Site.Statistics.Policies;
using Site.Statistics.Requests;
using Site.Statistics.Snapshots;
using Site.Statistics.Units;

namespace Site.Statistics.Inputs;

/// <summary>
/// The files of <c>input/</c> in one run. What several readers need is parsed once, when the first of them asks for it:
/// the policy, the units, the forms, the tables that are asked for and the releases.
/// </summary>
public sealed class InputFiles
{
    private readonly Lazy<Result<InputPolicy>> _policy;
    private readonly Lazy<Result<UnitRegistry>> _units;
    private readonly Lazy<Result<FormRegistry>> _forms;
    private readonly Lazy<Result<YamlNode?>> _tables;
    private readonly Lazy<Result<ImmutableArray<Snapshot>>> _snapshots;

    /// <param name="all">All files of <c>input/</c>, in any order.</param>
    public InputFiles(ImmutableArray<SourceFile> all)
    {
        All = all;
        _policy = new(() => InputPolicy.Read(all));
        _units = new(() => UnitReader.Read(all));
        _forms = new(() => FormReader.Read(all));
        _tables = new(() => TableRequestReader.Open(all));
        _snapshots = new(() => SnapshotReader.Read(all));
    }

    /// <summary>All files, in any order.</summary>
    public ImmutableArray<SourceFile> All { get; }

    /// <summary><c>input/policy.yaml</c>; the default policy where it is missing.</summary>
    public Result<InputPolicy> Policy => _policy.Value;

    /// <summary><c>input/units.csv</c>; no units where it is missing or wrong.</summary>
    public Result<UnitRegistry> Units => _units.Value;

    /// <summary>The forms of <c>input/forms/</c>.</summary>
    internal Result<FormRegistry> Forms => _forms.Value;

    /// <summary><c>input/tables.yaml</c> as it is written; null where it is missing or cannot be read.</summary>
    internal Result<YamlNode?> Tables => _tables.Value;

    /// <summary>The releases of <c>input/releases/</c>, oldest first.</summary>
    internal Result<ImmutableArray<Snapshot>> Snapshots => _snapshots.Value;
}
