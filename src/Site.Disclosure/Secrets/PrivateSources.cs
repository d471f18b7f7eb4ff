using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>Everything in <c>input/</c> that is private. A new format is a reader beside the others and a line here.</summary>
internal static class PrivateSources
{
    public static ImmutableArray<PrivateSource> All { get; } =
    [
        new(path => path == Canaries.Path, Canaries.Read),
        new(InputNames.Wants, InputNames.Read),
        new(ToldColumns.Wants, ToldColumns.Read),
        new(FiledForms.Wants, FiledForms.Read),
        new(PrivateBusinesses.Wants, PrivateBusinesses.Read),
    ];
}
