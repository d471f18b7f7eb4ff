using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Site.Rendering;

/// <summary>Sets the parameters of components, looking each component type up once.</summary>
internal static class ComponentProperties
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> Known = new();

    /// <summary>Sets one parameter.</summary>
    /// <exception cref="InvalidOperationException">The component has no such parameter.</exception>
    public static void Set(ComponentBase component, string name, object? value)
    {
        var properties = Known.GetOrAdd(component.GetType(), Find);
        if (!properties.TryGetValue(name, out var property))
        {
            throw new InvalidOperationException($"{component.GetType().Name} has no parameter \"{name}\".");
        }

        property.SetValue(component, value);
    }

    private static Dictionary<string, PropertyInfo> Find(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.IsDefined(typeof(ParameterAttribute)))
            .ToDictionary(property => property.Name, StringComparer.Ordinal);
}
