using System.Collections.Immutable;
using Site.Core.Json;
using Site.Core.Vocabularies;

namespace Site.Content.FrontMatter;

/// <summary>
/// A field that somebody may write: in front matter, in site.yaml, or in a group of fields within one. It is declared once; how it is read, what messages say
/// of it, the JSON Schema for editors and the tables for staff follow from the declaration.
/// </summary>
/// <param name="Name">As written: <c>reviewBy</c>.</param>
/// <param name="Help">In Chinese, without a full stop: what to write.</param>
/// <param name="Example">A value as it is written in YAML; messages show it where a required field is missing.</param>
public abstract record Field(string Name, string Help, string Example)
{
    /// <summary>The largest number where nothing bounds it.</summary>
    public const int MostOfAll = 999_999_999;

    /// <summary>What an example says where there is none to give.</summary>
    private const string Anything = "内容";

    /// <summary>Whether a page without it is wrong.</summary>
    public bool IsRequired { get; private init; }

    /// <summary>Whether the example says more than that something is to be written.</summary>
    public bool HasExample => Example != Anything;

    /// <summary>In Chinese, what sort of value it is: 一行文字, 日期.</summary>
    public abstract string Shape { get; }

    /// <summary>The JSON Schema of a value (draft 7, which editors know), as YAML 1.2 reads it: numbers and days need no quotation marks.</summary>
    public JsonSchema Schema() => ValueSchema() with { Description = HasExample ? $"{Help}。例如：{Example}" : $"{Help}。" };

    /// <returns>The same field, which must be written.</returns>
    public Field Required() => this with { IsRequired = true };

    /// <summary>What a value may be, without its description.</summary>
    protected abstract JsonSchema ValueSchema();

    /// <summary>One line of text.</summary>
    public static Field Text(string name, string help, string example = Anything) => new TextField(name, help, example, false);

    /// <summary>Text of one or several lines.</summary>
    public static Field Lines(string name, string help, string example = Anything) => new TextField(name, help, example, true);

    /// <summary>A list of texts.</summary>
    /// <param name="oneAlone">Whether one text may stand for a list of one.</param>
    public static Field Texts(string name, string help, string example = Anything, bool oneAlone = false) => new TextListField(name, help, example, oneAlone);

    /// <summary>A whole number.</summary>
    public static Field Integer(string name, int least, int most, string help, string example = Anything) => new IntegerField(name, help, example, least, most);

    /// <summary>True or false.</summary>
    public static Field Boolean(string name, string help, string example = "true") => new BooleanField(name, help, example);

    /// <summary>A day: <c>2026-06-16</c>.</summary>
    public static Field Date(string name, string help, string example = "2025-06-16") => new DateField(name, help, example);

    /// <summary>A day, perhaps with an hour: <c>2026-06-16 09:00</c>.</summary>
    public static Field Moment(string name, string help, string example = "2025-06-16") => new MomentField(name, help, example);

    /// <summary>An hour and minute: <c>"09:00"</c>.</summary>
    public static Field Time(string name, string help, string example = "\"09:00\"") => new TimeField(name, help, example);

    /// <summary>An id of a vocabulary.</summary>
    public static Field Enum(string name, ImmutableArray<Term> vocabulary, string help, string example = Anything) => new EnumField(name, help, example, vocabulary, false);

    /// <summary>Ids of a vocabulary, each once.</summary>
    public static Field Enums(string name, ImmutableArray<Term> vocabulary, string help, string example = Anything) => new EnumField(name, help, example, vocabulary, true);

    /// <summary>Words that stand in addresses, each once.</summary>
    public static Field Tags(string name, string help, string example = Anything) => new TagListField(name, help, example);

    /// <summary>An http or https address.</summary>
    public static Field Url(string name, string help, string example = "https://example.gov.cn/") => new UrlField(name, help, example);

    /// <summary>Addresses within the site.</summary>
    public static Field SiteAddresses(string name, string help, string example = Anything) => new SiteAddressListField(name, help, example);

    /// <summary>The path of a file, relative to the page's.</summary>
    public static Field Path(string name, string help, string example = Anything) => new PathField(name, help, example, false, false);

    /// <summary>The path of a file, relative to the page's, or an https address.</summary>
    public static Field PathOrUrl(string name, string help, string example = Anything) => new PathField(name, help, example, true, false);

    /// <summary>Paths of files, relative to the page's.</summary>
    public static Field Paths(string name, string help, string example = Anything) => new PathField(name, help, example, false, true);

    /// <summary>A telephone number.</summary>
    public static Field Phone(string name, string help, string example = Anything) => new PhoneField(name, help, example);

    /// <summary>Where a fact comes from.</summary>
    public static Field Source(string name, string help, string example = Anything) => new SourceField(name, help, example, false);

    /// <summary>Where facts come from.</summary>
    public static Field Sources(string name, string help, string example = Anything) => new SourceField(name, help, example, true);

    /// <summary>A group of fields.</summary>
    /// <param name="textAlone">Whether one text may stand for the whole group.</param>
    public static Field Group(string name, FieldSet parts, string help, string example = Anything, bool textAlone = false) =>
        new GroupField(name, help, example, parts, false, textAlone);

    /// <summary>A list of groups of fields.</summary>
    /// <inheritdoc cref="Group"/>
    public static Field Groups(string name, FieldSet parts, string help, string example = Anything, bool textAlone = false) =>
        new GroupField(name, help, example, parts, true, textAlone);

    /// <summary>The schema of a text as people write it: what looks like a number is a text too.</summary>
    protected static JsonSchema TextSchema() => new() { Type = ["string", "number"] };

    /// <summary>One or the other.</summary>
    protected static JsonSchema Either(params ImmutableArray<JsonSchema> schemas) => new() { AnyOf = schemas };

    /// <summary>A list, or one value alone in its place.</summary>
    protected static JsonSchema ListOf(JsonSchema item, bool oneAlone) =>
        oneAlone ? Either(item, JsonSchema.Array(item)) : JsonSchema.Array(item);
}

internal sealed record TextField(string Name, string Help, string Example, bool HasLines) : Field(Name, Help, Example)
{
    public override string Shape => HasLines ? "文字，可以分行" : "文字";

    protected override JsonSchema ValueSchema() => TextSchema();
}

internal sealed record TextListField(string Name, string Help, string Example, bool OneAlone) : Field(Name, Help, Example)
{
    public override string Shape => OneAlone ? "一项或列表" : "列表";

    protected override JsonSchema ValueSchema() => ListOf(TextSchema(), OneAlone);
}

/// <param name="Least">The smallest number that makes sense.</param>
/// <param name="Most">The largest.</param>
internal sealed record IntegerField(string Name, string Help, string Example, int Least, int Most) : Field(Name, Help, Example)
{
    public override string Shape => "整数";

    protected override JsonSchema ValueSchema() => JsonSchema.Integer(Least, Most);
}

internal sealed record BooleanField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    public override string Shape => "true 或 false";

    protected override JsonSchema ValueSchema() => JsonSchema.Boolean();
}

internal sealed record DateField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    public override string Shape => "日期";

    protected override JsonSchema ValueSchema() => JsonSchema.Text() with { Pattern = "^\\s*\\d{4}-\\d{2}-\\d{2}\\s*$" };
}

internal sealed record MomentField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    public override string Shape => "日期或时间";

    protected override JsonSchema ValueSchema() => JsonSchema.Text() with { Pattern = "^\\s*\\d{4}-\\d{2}-\\d{2}([T ]\\d{1,2}:\\d{2})?\\s*$" };
}

internal sealed record TimeField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    public override string Shape => "时刻";

    protected override JsonSchema ValueSchema() => JsonSchema.Text() with { Pattern = "^\\s*\\d{1,2}:\\d{2}\\s*$" };
}

internal sealed record EnumField(string Name, string Help, string Example, ImmutableArray<Term> Vocabulary, bool IsList) : Field(Name, Help, Example)
{
    public override string Shape => IsList ? "代号的列表" : "代号";

    protected override JsonSchema ValueSchema()
    {
        var id = new JsonSchema { AnyOf = [.. Vocabulary.Select(term => new JsonSchema { Const = term.Id, Title = term.Label })] };
        return IsList ? ListOf(id, oneAlone: true) : id;
    }
}

internal sealed record TagListField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    public override string Shape => "列表";

    protected override JsonSchema ValueSchema() => ListOf(TextSchema(), oneAlone: true);
}

internal sealed record UrlField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    public override string Shape => "网址";

    protected override JsonSchema ValueSchema() => JsonSchema.Text() with { Pattern = "^\\s*https?://" };
}

internal sealed record SiteAddressField(string Name, string Help, string Example = "内容") : Field(Name, Help, Example)
{
    public override string Shape => "本站地址";

    protected override JsonSchema ValueSchema() => JsonSchema.Text() with { Pattern = "^\\s*/" };
}

internal sealed record SiteAddressListField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    public override string Shape => "本站地址的列表";

    protected override JsonSchema ValueSchema() => ListOf(JsonSchema.Text() with { Pattern = "^\\s*/" }, oneAlone: true);
}

internal sealed record PathField(string Name, string Help, string Example, bool AllowsUrl, bool IsList) : Field(Name, Help, Example)
{
    public override string Shape => (AllowsUrl, IsList) switch
    {
        (true, _) => "文件或 https 网址",
        (_, true) => "文件，一个或几个",
        _ => "文件",
    };

    protected override JsonSchema ValueSchema() => IsList ? ListOf(TextSchema(), oneAlone: true) : TextSchema();
}

internal sealed record PhoneField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    public override string Shape => "电话号码";

    protected override JsonSchema ValueSchema() => TextSchema();
}

internal sealed record SourceField(string Name, string Help, string Example, bool IsList) : Field(Name, Help, Example)
{
    public override string Shape => IsList ? "出处，一条或几条" : "出处";

    protected override JsonSchema ValueSchema()
    {
        var source = Either(TextSchema(), SourceFields.Parts.Schema());
        return IsList ? ListOf(source, oneAlone: true) : source;
    }
}

internal sealed record GroupField(string Name, string Help, string Example, FieldSet Parts, bool IsList, bool IsTextToo) : Field(Name, Help, Example)
{
    public override string Shape => IsList ? "几组字段" : "一组字段";

    protected override JsonSchema ValueSchema()
    {
        var group = IsTextToo ? Either(TextSchema(), Parts.Schema()) : Parts.Schema();
        return IsList ? ListOf(group, oneAlone: IsTextToo) : group;
    }
}
