namespace Site.Disclosure;

/// <summary>An area of the city.</summary>
/// <param name="Label">What readers see.</param>
/// <param name="District">The district it lies in, or <see cref="City"/> for the city itself.</param>
internal sealed record KnownArea(string Label, string District)
{
    /// <summary>What stands for the whole city.</summary>
    public const string City = "全市";
}
