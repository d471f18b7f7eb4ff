using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Core.Diagnostics;

namespace Site.Content.Guides;

/// <summary>One thing to do, in plain language.</summary>
/// <param name="Step">Which step of the guide it stands for, from 1, and whose drawing it shows; null for what stands outside of the steps, such as what never to do.</param>
/// <param name="Say">One short sentence or two.</param>
/// <param name="At">Where it is written.</param>
public sealed record EasyStep(int? Step, string Say, Location At);

/// <summary>The plain-language version of a guide in its front matter, a group for each thing to do.</summary>
internal static class EasyStepFields
{
    private const string Expected = "写成 {step: 1, say: 大声喊醒全家人。}，一行一件事。";

    public static FieldSet Parts { get; } = FieldSet.Of(Field.Integer("step", 1, 30, "正文的第几步，用它的图；不写就没有图", "1"), Field.Text("say", "做什么，一两个短句", "大声喊醒全家人。").Required());

    /// <returns>The steps in the order written.</returns>
    public static ImmutableArray<EasyStep> EasySteps(this FieldValues fields, string name) =>
        [.. fields.Items(name, oneAlone: true, Expected)
            .Select(item => fields.Group(name, item, Expected) is { } parts && parts.Text("say") is { } say
                ? new EasyStep(parts.Integer("step"), say, parts.LocationOf(parts.Find("say")))
                : null)
            .OfType<EasyStep>()];
}
