using System.Reflection;
using System.Reflection.Emit;

namespace Site.Tests;

/// <summary>One type that uses another, both as they are written: a lambda or an iterator counts for the type it is written in.</summary>
internal sealed record CompiledUse(Type User, Type Used);

/// <summary>
/// Which types of an assembly use which others, read from what was compiled: base types, members, attributes, and every instruction of every method. Constants
/// do not show: the compiler copies them.
/// </summary>
internal static class CompiledUses
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    /// <returns>Each use of a type of this assembly by another type of it, once.</returns>
    public static IReadOnlySet<CompiledUse> Of(Assembly assembly)
    {
        var uses = new HashSet<CompiledUse>();
        foreach (var type in assembly.GetTypes())
        {
            var user = AsWritten(type);
            foreach (var used in Mentioned(type).SelectMany(Parts).Where(used => used.Assembly == assembly).Select(AsWritten).Where(used => used != user))
            {
                uses.Add(new(user, used));
            }
        }

        return uses;
    }

    /// <returns>The outermost type in which it is written.</returns>
    private static Type AsWritten(Type type) => type.DeclaringType is { } outer ? AsWritten(outer) : type;

    private static IEnumerable<Type> Mentioned(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetInterfaces(),
        .. type.GetCustomAttributesData().SelectMany(Mentioned),
        .. type.GetFields(All).Select(field => field.FieldType),
        .. type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(Mentioned),
    ];

    private static IEnumerable<Type> Mentioned(CustomAttributeData attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value).OfType<Type>().Append(attribute.AttributeType);

    private static IEnumerable<Type> Mentioned(MethodBase method) =>
    [
        .. method is MethodInfo { ReturnType: var result } ? [result] : Type.EmptyTypes,
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method.GetMethodBody() is { } body ? Mentioned(method, body) : [],
    ];

    private static IEnumerable<Type> Mentioned(MethodBase method, MethodBody body)
    {
        foreach (var type in body.LocalVariables.Select(local => local.LocalType)
            .Concat(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType!)))
        {
            yield return type;
        }

        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethodDefinition ? method.GetGenericArguments() : [];
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            foreach (var type in Mentioned(method.Module.ResolveMember(token, typeArguments, methodArguments)!))
            {
                yield return type;
            }
        }
    }

    private static IEnumerable<Type> Mentioned(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodInfo { IsGenericMethod: true } method => [method.DeclaringType!, method.ReturnType, .. method.GetGenericArguments()],
        MethodInfo method => [method.DeclaringType!, method.ReturnType],
        _ => [member.DeclaringType!],
    };

    /// <returns>Metadata tokens of the types, fields and methods that the instructions name.</returns>
    private static IEnumerable<int> Tokens(byte[] instructions)
    {
        for (var at = 0; at < instructions.Length;)
        {
            var value = instructions[at] == 0xFE ? 0xFE00 | instructions[at + 1] : instructions[at];
            var code = OpCodesByValue[value];
            at += code.Size;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return BitConverter.ToInt32(instructions, at);
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(instructions, at)),
                _ => 4,
            };
        }
    }

    /// <returns>The type without arrays, references and type arguments, and these too.</returns>
    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericParameter: true } => type.GetGenericParameterConstraints().Where(constraint => !constraint.ContainsGenericParameters).SelectMany(Parts),
        { IsGenericType: true, IsGenericTypeDefinition: false } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        { IsFunctionPointer: true } => [],
        _ => [type],
    };
}
