using System.Text.Json.Nodes;
using Site.Content.Editing;
using Site.Content.Pages;
using Site.Core.Diagnostics;
using Site.Core.Yaml;

namespace Site.Cli.Editing;

/// <summary>What the editor's page is told, as JSON.</summary>
internal static class EditJson
{
    /// <returns>A list of the items, each as a function says.</returns>
    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> each) => new([.. items.Select(each)]);

    /// <returns><c>{name, label, help, example, input, list, required, own, text, terms: [{id, label}], parts: […]}</c>.</returns>
    public static JsonObject Of(FieldForm field) => new()
    {
        ["name"] = field.Name,
        ["label"] = field.Label,
        ["help"] = field.Help,
        ["example"] = field.Example,
        ["input"] = field.Input.ToString(),
        ["list"] = field.IsList,
        ["required"] = field.IsRequired,
        ["own"] = field.IsOwn,
        ["text"] = field.IsTextToo,
        ["terms"] = List(field.Terms, term => new JsonObject { ["id"] = term.Id, ["label"] = term.Label }),
        ["parts"] = List(field.Parts, Of),
    };

    /// <returns>A text as a string, a list as an array, a group as an object.</returns>
    public static JsonNode Of(FieldValue value) => value switch
    {
        FieldValue.Text { Value: var text } => JsonValue.Create(text.TrimEnd('\n')),
        FieldValue.List { Items: var items } => List(items, Of),
        FieldValue.Group { Entries: var entries } => new JsonObject(entries.DistinctBy(entry => entry.Name).Select(entry => KeyValuePair.Create(entry.Name, (JsonNode?)Of(entry.Value)))),
        _ => throw new InvalidOperationException($"No value: {value}."),
    };

    /// <returns>The value; null where the node is none: null, a number, empty.</returns>
    public static FieldValue? Value(JsonNode? node) => node switch
    {
        JsonArray items => items.Select(Value).ToArray() is { Length: > 0 } values && values.All(value => value is not null) ? new FieldValue.List([.. values.Select(value => value!)]) : null,
        JsonObject group => group.Select(entry => (entry.Key, Value(entry.Value))).Where(entry => entry.Item2 is not null).ToArray() is { Length: > 0 } entries
            ? new FieldValue.Group([.. entries.Select(entry => (entry.Key, entry.Item2!))]) : null,
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > 0 => new FieldValue.Text(EditedText.Normalized(text)),
        _ => null,
    };

    public static JsonArray Of(IEnumerable<TextEdit> edits) => List(edits, edit => new JsonObject { ["start"] = edit.Start, ["length"] = edit.Length, ["text"] = edit.Text });

    /// <summary>A page's text read: where its body begins, its fields, what is wrong with it.</summary>
    /// <param name="text">What the editor holds.</param>
    public static JsonObject Of(string path, string text, ContentType type, SiteView view, DateOnly today)
    {
        var parts = PageParts.Of(text);
        var fields = parts.Fields(text);
        return new()
        {
            ["bodyStart"] = parts.BodyStart,
            ["values"] = fields is null ? parts.Yaml(text).Trim().Length == 0 ? new JsonObject() : null : Of(FieldValue.Of(fields)),
            ["prompts"] = fields is null ? new JsonArray() : List(FieldPrompts.Of(FieldValue.Of(fields)), text => text),
            ["address"] = view.AddressOf(path),
            ["drawn"] = view.IsDrawn,
            ["problems"] = List(view.Diagnostics.Where(diagnostic => diagnostic.Location.Path == path), diagnostic => Of(diagnostic, text, parts, fields, Cures.Find(diagnostic, text, type, today))),
        };
    }

    /// <returns><c>{line, column, at, inBody, field, isError, code, what, cure, button: {label, kind, edits, name}}</c>.</returns>
    public static JsonObject Of(Diagnostic diagnostic, string text, PageParts parts, YamlSpan.Mapping? fields, Cure? cure)
    {
        var at = OffsetOf(text, diagnostic.Location);
        var field = fields?.Entries.LastOrDefault(entry => at >= parts.YamlStart + entry.Key.Start && at < parts.YamlEnd).Key?.Value;
        return new()
        {
            ["line"] = diagnostic.Location.Line,
            ["column"] = diagnostic.Location.Column,
            ["at"] = at,
            ["inBody"] = at >= parts.BodyStart,
            ["field"] = Missing(diagnostic) ?? (at < parts.BodyStart && diagnostic.Location != new Location(diagnostic.Location.Path) ? field : null),
            ["isError"] = diagnostic.Severity == Severity.Error,
            ["code"] = diagnostic.Code,
            ["what"] = diagnostic.Message,
            ["cure"] = diagnostic.Help,
            ["button"] = Button(cure),
        };
    }

    public static JsonObject? Button(Cure? cure) => cure switch
    {
        Cure.Change change => new() { ["label"] = change.Label, ["kind"] = "change", ["edits"] = Of(change.Edits) },
        Cure.Rename rename => new() { ["label"] = rename.Label, ["kind"] = "rename", ["name"] = rename.Name },
        Cure.Recode recode => new() { ["label"] = recode.Label, ["kind"] = "recode" },
        _ => null,
    };

    /// <returns>The field that a message says is missing, which stands nowhere.</returns>
    private static string? Missing(Diagnostic diagnostic) =>
        diagnostic.Code == "front-matter/missing-field" && diagnostic.Message.Split('“', '”') is [_, var name, ..] ? name.Split('.')[0] : null;

    private static int OffsetOf(string text, Location location)
    {
        var start = 0;
        for (var line = 1; line < location.Line && start < text.Length; line++)
        {
            start = text.IndexOf('\n', start) is >= 0 and var end ? end + 1 : text.Length;
        }

        return Math.Min(start + location.Column - 1, text.Length);
    }
}
