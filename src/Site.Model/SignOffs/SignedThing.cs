namespace Site.Model;

/// <summary>Something that the policy asks sign-offs for.</summary>
/// <param name="Path">The page, the ledger of exposures, or the folder of a release, from the site folder.</param>
/// <param name="Rule">What is asked for.</param>
/// <param name="Content">What it is now: 64 hexadecimal digits.</param>
public sealed record SignedThing(string Path, SignOffRule Rule, string Content);
