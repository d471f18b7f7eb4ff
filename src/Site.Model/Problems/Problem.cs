namespace Site.Model;

/// <summary>A mistake of a writer, as a value: where it is, what is wrong, and what to do about it.</summary>
/// <param name="Severity">Whether it stops the site from being published.</param>
/// <param name="Code">Lasting name, <c>subject/what-is-wrong</c> in kebab case; it never changes.</param>
/// <param name="Where">The first character of what is wrong.</param>
/// <param name="What">One sentence in simplified Chinese, in the writer's words and with the writer's values.</param>
/// <param name="Cure">One sentence in simplified Chinese that says what to do.</param>
public sealed record Problem(Severity Severity, string Code, Place Where, string What, string Cure)
{
    public static Problem Error(string code, Place where, string what, string cure) =>
        new(Severity.Error, code, where, what, cure);

    public static Problem Warning(string code, Place where, string what, string cure) =>
        new(Severity.Warning, code, where, what, cure);

    /// <returns>Three lines: <c>path:line:column: error code</c>, then what is wrong and the cure, indented by two.</returns>
    public override string ToString() =>
        $"{Where}: {(Severity == Severity.Error ? "error" : "warning")} {Code}\n  {What}\n  {Cure}";
}
