namespace Site.Content.Websites;

/// <summary>That an office checked something before it was published, as readers may see it.</summary>
/// <param name="Role">In whose place it signed: 科室审核, 分管领导.</param>
/// <param name="Office">The office, never a person.</param>
/// <param name="On">The day.</param>
public sealed record SignOff(string Role, string Office, DateOnly On);
