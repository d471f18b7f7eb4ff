using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Core.Vocabularies;

namespace Site.Content.Editing;

/// <summary>A field as a form offers it; all of it follows from the declaration of the field.</summary>
/// <param name="Name">As written: <c>reviewBy</c>.</param>
/// <param name="Label">The first words of the help.</param>
/// <param name="Help">As in the tables for staff.</param>
/// <param name="Example">A value as in the tables, or empty.</param>
/// <param name="Input">What is typed into.</param>
/// <param name="IsList">Whether there may be several.</param>
/// <param name="IsRequired">Whether a page without it is wrong.</param>
public sealed record FieldForm(string Name, string Label, string Help, string Example, FieldInput Input, bool IsList, bool IsRequired)
{
    /// <summary>Whether it belongs to this content type alone.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What may be chosen; empty where anything may be typed.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>The fields of a group; empty for others.</summary>
    public ImmutableArray<FieldForm> Parts { get; init; } = [];

    /// <summary>Whether a text may stand for the group.</summary>
    public bool IsTextToo { get; init; }

    /// <returns>All fields that a page of a type may have, in their order.</returns>
    public static ImmutableArray<FieldForm> Of(ContentType type) => [.. type.AllFields.Fields.Select(field => Of(field) with { IsOwn = type.Fields.Contains(field) })];

    private static ImmutableArray<FieldForm> Of(FieldSet set) => [.. set.Fields.Select(Of)];

    private static FieldForm Of(Field field)
    {
        var form = new FieldForm(field.Name, field.Help.Split('；', '：')[0], field.Help, field.HasExample ? field.Example : "", FieldInput.Text, false, field.IsRequired);
        return field switch
        {
            TextField { HasLines: true } => form with { Input = FieldInput.Lines },
            TextListField or TagListField or SiteAddressListField => form with { IsList = true },
            IntegerField => form with { Input = FieldInput.Number },
            BooleanField => form with { Input = FieldInput.YesNo },
            DateField => form with { Input = FieldInput.Day },
            MomentField => form with { Input = FieldInput.Moment },
            TimeField => form with { Input = FieldInput.Time },
            EnumField choice => form with { Input = FieldInput.Choice, IsList = choice.IsList, Terms = choice.Vocabulary },
            UrlField => form with { Input = FieldInput.Address },
            PathField path => form with { Input = FieldInput.File, IsList = path.IsList },
            TextField => form,
            PhoneField => form with { Input = FieldInput.Phone },
            SourceField source => form with { Input = FieldInput.Group, IsList = source.IsList, IsTextToo = true, Parts = Of(SourceFields.Parts) },
            GroupField group => form with { Input = FieldInput.Group, IsList = group.IsList, IsTextToo = group.IsTextToo, Parts = Of(group.Parts) },
            _ => form with { Input = FieldInput.Source },
        };
    }
}

/// <summary>What a field is typed into.</summary>
public enum FieldInput
{
    Text,
    Lines,
    Number,
    YesNo,
    Day,
    Moment,
    Time,
    Choice,
    Address,
    File,
    Phone,
    Group,

    /// <summary>The YAML itself: its form is too free for boxes.</summary>
    Source,
}
