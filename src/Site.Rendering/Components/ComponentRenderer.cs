using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.AspNetCore.Components.Rendering;
using Site.Rendering.Html;

namespace Site.Rendering.Components;

/// <summary>
/// Draws Razor components straight to UTF-8. A page is drawn once and never changes, so nothing of Blazor's renderer is needed but
/// the compiled components: no dispatcher, no diff, no tasks, no component kept alive. Text keeps its Chinese characters, where
/// Blazor's own encoder would write each as a six-byte entity. One renderer serves one thread at a time, page after page.
/// </summary>
/// <remarks>Components are plain: parameters, child content and cascading values, no injection, no events, no async.</remarks>
/// <param name="cascading">Values for <see cref="CascadingParameterAttribute"/> in every component: a parameter takes the first of its type.</param>
#pragma warning disable BL0006 // The render tree's frames are public and stable since .NET Core 3; reading them is this type's work.
internal sealed class ComponentRenderer(params object[] cascading) : IDisposable
{
    private static readonly Action<ComponentBase, RenderTreeBuilder> Build = typeof(ComponentBase)
        .GetMethod("BuildRenderTree", BindingFlags.Instance | BindingFlags.NonPublic)!
        .CreateDelegate<Action<ComponentBase, RenderTreeBuilder>>();

    private static readonly HashSet<string> VoidElements = new(StringComparer.Ordinal)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    private readonly Dictionary<Type, ComponentProperties> known = [];
    private readonly List<RenderTreeBuilder> builders = [];
    private int depth;

    /// <summary>Draws a component with its parameters.</summary>
    /// <param name="output">Takes the HTML.</param>
    /// <param name="component">A type derived from <see cref="ComponentBase"/> with a constructor without parameters.</param>
    /// <param name="parameters">Names and values.</param>
    /// <exception cref="InvalidOperationException">A parameter does not exist, or a component uses what plain components may not.</exception>
    public void Render(IBufferWriter<byte> output, Type component, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var (instance, properties) = Create(component);
        foreach (var (name, value) in parameters)
        {
            properties.Set(instance, name, value);
        }

        DrawTree(output, instance);
    }

    public void Dispose() => builders.ForEach(builder => builder.Dispose());

    private (ComponentBase Instance, ComponentProperties Properties) Create(Type component)
    {
        if (!known.TryGetValue(component, out var properties))
        {
            known.Add(component, properties = new(component, cascading));
        }

        var instance = (ComponentBase)Activator.CreateInstance(component)!;
        properties.Cascade(instance);
        return (instance, properties);
    }

    private void DrawTree(IBufferWriter<byte> output, ComponentBase instance)
    {
        if (depth == builders.Count)
        {
            builders.Add(new RenderTreeBuilder());
        }

        var builder = builders[depth++];
        builder.Clear();
        Build(instance, builder);
        var frames = builder.GetFrames();
        DrawFrames(output, frames.Array.AsSpan(0, frames.Count));
        depth--;
    }

    private void DrawFrames(IBufferWriter<byte> output, ReadOnlySpan<RenderTreeFrame> frames)
    {
        for (var at = 0; at < frames.Length;)
        {
            ref readonly var frame = ref frames[at];
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Text:
                    HtmlText.WriteEscaped(output, frame.TextContent);
                    at++;
                    break;
                case RenderTreeFrameType.Markup:
                    HtmlText.WriteRaw(output, frame.MarkupContent);
                    at++;
                    break;
                case RenderTreeFrameType.Element:
                    DrawElement(output, frames.Slice(at, frame.ElementSubtreeLength));
                    at += frame.ElementSubtreeLength;
                    break;
                case RenderTreeFrameType.Component:
                    DrawComponent(output, frames.Slice(at, frame.ComponentSubtreeLength));
                    at += frame.ComponentSubtreeLength;
                    break;
                case RenderTreeFrameType.Region:
                    at++;
                    break;
                default:
                    throw new InvalidOperationException($"A plain component cannot use {frame.FrameType}.");
            }
        }
    }

    private void DrawElement(IBufferWriter<byte> output, ReadOnlySpan<RenderTreeFrame> frames)
    {
        var name = frames[0].ElementName;
        output.Write("<"u8);
        HtmlText.WriteRaw(output, name);
        var at = 1;
        for (; at < frames.Length && frames[at].FrameType == RenderTreeFrameType.Attribute; at++)
        {
            WriteAttribute(output, frames[at].AttributeName, frames[at].AttributeValue);
        }

        output.Write(">"u8);
        if (VoidElements.Contains(name))
        {
            return;
        }

        DrawFrames(output, frames[at..]);
        output.Write("</"u8);
        HtmlText.WriteRaw(output, name);
        output.Write(">"u8);
    }

    private static void WriteAttribute(IBufferWriter<byte> output, string name, object? value)
    {
        if (value is null or false)
        {
            return;
        }

        output.Write(" "u8);
        HtmlText.WriteRaw(output, name);
        if (value is true)
        {
            return;
        }

        output.Write("=\""u8);
        HtmlText.WriteEscaped(output, value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture));
        output.Write("\""u8);
    }

    private void DrawComponent(IBufferWriter<byte> output, ReadOnlySpan<RenderTreeFrame> frames)
    {
        var (instance, properties) = Create(frames[0].ComponentType);
        for (var at = 1; at < frames.Length && frames[at].FrameType == RenderTreeFrameType.Attribute; at++)
        {
            properties.Set(instance, frames[at].AttributeName, frames[at].AttributeValue);
        }

        DrawTree(output, instance);
    }
}

/// <summary>The parameters of one type of component.</summary>
internal sealed class ComponentProperties
{
    private static readonly ConcurrentDictionary<PropertyInfo, Setter> Setters = new();
    private readonly Dictionary<string, Setter> parameters;
    private readonly (Setter Setter, object Value)[] cascading;

    /// <param name="component">The type.</param>
    /// <param name="values">Each cascading parameter takes the first of its type.</param>
    /// <exception cref="InvalidOperationException">There is no value for a cascading parameter.</exception>
    public ComponentProperties(Type component, object[] values)
    {
        var properties = Array.ConvertAll(component.GetProperties(BindingFlags.Public | BindingFlags.Instance), AsDeclared);
        parameters = properties.Where(property => property.IsDefined(typeof(ParameterAttribute))).ToDictionary(property => property.Name, SetterOf, StringComparer.Ordinal);
        cascading =
        [
            .. properties.Where(property => property.IsDefined(typeof(CascadingParameterAttribute)))
                .Select(property => (SetterOf(property), Array.Find(values, property.PropertyType.IsInstanceOfType)
                    ?? throw new InvalidOperationException($"There is no {property.PropertyType.Name} for {component.Name}.{property.Name}."))),
        ];
    }

    /// <summary>Sets one parameter.</summary>
    /// <exception cref="InvalidOperationException">The component has no such parameter.</exception>
    public void Set(ComponentBase component, string name, object? value)
    {
        if (!parameters.TryGetValue(name, out var setter))
        {
            throw new InvalidOperationException($"{component.GetType().Name} has no parameter \"{name}\".");
        }

        setter.Set(component, value);
    }

    /// <summary>Sets the cascading parameters.</summary>
    public void Cascade(ComponentBase component)
    {
        foreach (var (setter, value) in cascading)
        {
            setter.Set(component, value);
        }
    }

    // Every renderer asks for the same ones.
    private static Setter SetterOf(PropertyInfo property) => Setters.GetOrAdd(property, Setter.Of);

    // Seen from each type that inherits it, one property would be another, with a setter of its own.
    private static PropertyInfo AsDeclared(PropertyInfo property) => property.DeclaringType == property.ReflectedType ? property
        : property.DeclaringType!.GetProperty(property.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)!;

    /// <summary>Sets one property, by a delegate: when a property is set by reflection, the runtime compiles two methods for it, which takes as long as drawing some pages.</summary>
    private abstract class Setter
    {
        public abstract void Set(ComponentBase component, object? value);

        public static Setter Of(PropertyInfo property)
        {
            var made = (Setter)Activator.CreateInstance(typeof(Setter<,>).MakeGenericType(property.DeclaringType!, property.PropertyType))!;
            made.Take(property.SetMethod!);
            return made;
        }

        // For a constructor with a parameter, too, the runtime would compile a method.
        protected abstract void Take(MethodInfo setter);
    }

    private sealed class Setter<TComponent, TValue> : Setter
        where TComponent : ComponentBase
    {
        private Action<TComponent, TValue?> set = null!;

        public override void Set(ComponentBase component, object? value) => set((TComponent)component, value is null ? default : (TValue)value);

        protected override void Take(MethodInfo setter) => set = setter.CreateDelegate<Action<TComponent, TValue?>>();
    }
}
