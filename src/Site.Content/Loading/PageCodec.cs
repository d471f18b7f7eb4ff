using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Core.Diagnostics;

namespace Site.Content.Loading;

/// <summary>
/// Writes records as bytes and reads them again. It goes by the fields that a type has, so that a new field or a new content type needs no line here. What it reads must be what it wrote,
/// with the same version of the program.
/// </summary>
/// <remarks>Known are texts, numbers, days, enumerations, content types, bytes, arrays, pairs, records of these, and what of these is read when somebody asks for it. Two places that held one object hold one object again.
/// Reading is what an edited build does most, so of a record only the fields are written that are not as usual, and it is read into a copy of one in which all are.</remarks>
internal static class PageCodec
{
    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();

    /// <returns>The bytes of a value of this type.</returns>
    /// <param name="known">A text that whoever reads knows without them, such as the path of the page.</param>
    /// <exception cref="NotSupportedException">Our mistake: something in it has a type that is not known here.</exception>
    public static byte[] Write<T>(T value, string known = "") => Write(value, known, out _);

    /// <param name="known">Likewise.</param>
    /// <param name="listed">Where the texts stand that lists alone show (<see cref="ListedAttribute"/>), in their order.</param>
    /// <returns>The same.</returns>
    /// <exception cref="NotSupportedException">Our mistake, likewise.</exception>
    public static byte[] Write<T>(T value, string known, out IReadOnlyList<Range> listed)
    {
        var to = Targets.Value!;
        to.Begin(known);
        ShapeOf(typeof(T)).Write(to, value);
        listed = [.. to.Listed];
        return to.Bytes.WrittenSpan.ToArray();
    }

    /// <param name="bytes">What <see cref="Write{T}(T, string)"/> gave; bytes in the value that is read are a part of them, and headings and what else is late are read from them when somebody asks.</param>
    /// <param name="pool">Keeps one string for all short ones that are equal.</param>
    /// <param name="known">As it was when they were written.</param>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, TextPool pool, string known = "")
    {
        var from = Origins.Value!;
        from.Begin(bytes, pool, known);
        return (T)ShapeOf(typeof(T)).Read(from)!;
    }

    /// <summary>Ten thousand pages are written and read with what one needs.</summary>
    private static readonly ThreadLocal<Target> Targets = new(() => new());

    /// <summary>For what is written apart within another value.</summary>
    private static readonly ThreadLocal<Target> TargetsApart = new(() => new());

    private static readonly ThreadLocal<Origin> Origins = new(() => new());

    private static Shape ShapeOf(Type type) => Shapes.GetOrAdd(type, Make);

    private static Shape Make(Type type) =>
        type == typeof(string) ? new TextShape()
        : type == typeof(ReadOnlyMemory<byte>) ? new BytesShape()
        : type == typeof(decimal) ? new DecimalShape()
        : type == typeof(LateBytes) ? new LateShape()
        : type == typeof(Location) ? new LocationShape()
        : type == typeof(ImmutableArray<(string Name, int Line, int Column)>) ? new PlacesShape()
        : type == typeof(Late<ImmutableArray<Heading>>) ? new HeadingsShape()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Late<>) ? (Shape)Activator.CreateInstance(typeof(ApartShape<>).MakeGenericType(type.GetGenericArguments()))!
        : Numbers.TryGetValue(type, out var number) ? new NumberShape(number.To, number.From)
        : type.IsEnum ? new NumberShape(value => Convert.ToInt64(value, null), value => Enum.ToObject(type, value))
        : typeof(ContentType).IsAssignableFrom(type) ? new ContentTypeShape()
        : Nullable.GetUnderlyingType(type) is { } inner ? new NullableShape(inner)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? (Shape)Activator.CreateInstance(typeof(ArrayShape<>).MakeGenericType(type.GetGenericArguments()))!
        : IsRecord(type) ? new RecordShape(type)
        : throw new NotSupportedException($"A page cannot be kept with a {type} in it.");

    private static readonly Dictionary<Type, (Func<object, long> To, Func<long, object> From)> Numbers = new()
    {
        [typeof(int)] = (value => (int)value, value => (int)value),
        [typeof(long)] = (value => (long)value, value => value),
        [typeof(bool)] = (value => (bool)value ? 1 : 0, value => value != 0),
        [typeof(DateOnly)] = (value => ((DateOnly)value).DayNumber, value => DateOnly.FromDayNumber((int)value)),
        [typeof(TimeOnly)] = (value => ((TimeOnly)value).Ticks, value => new TimeOnly(value)),
    };

    private static bool IsRecord(Type type) => typeof(ITuple).IsAssignableFrom(type) || type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private abstract class Shape
    {
        /// <summary>What most fields hold: nothing, zero or an empty list. Of a record such fields are not written.</summary>
        public virtual object? Usual => null;

        public virtual bool IsUsual(object? value) => value is null;

        public abstract void Write(Target to, object? value);

        public abstract object? Read(Origin from);
    }

    private sealed class TextShape : Shape
    {
        public override void Write(Target to, object? value) => to.Text((string?)value);

        public override object? Read(Origin from) => from.Text();
    }

    /// <summary>
    /// A text that lists alone show. It is written whole each time and never taken for another one, so that all else stays as it is where this text is another. Few pages have the same, so
    /// none is looked for.
    /// </summary>
    private sealed class ListedShape : Shape
    {
        public override void Write(Target to, object? value) => to.ListedText((string)value!);

        public override object Read(Origin from) => from.ListedText();
    }

    private sealed class NumberShape(Func<object, long> number, Func<long, object> value) : Shape
    {
        public override bool IsUsual(object? value) => number(value!) == 0;

        public override void Write(Target to, object? value) => to.Number(number(value!));

        public override object Read(Origin from) => value(from.Number());
    }

    private sealed class DecimalShape : Shape
    {
        public override bool IsUsual(object? value) => false;

        public override void Write(Target to, object? value)
        {
            foreach (var part in decimal.GetBits((decimal)value!))
            {
                to.Number(part);
            }
        }

        public override object Read(Origin from) => new decimal([(int)from.Number(), (int)from.Number(), (int)from.Number(), (int)from.Number()]);
    }

    private sealed class BytesShape : Shape
    {
        public override bool IsUsual(object? value) => ((ReadOnlyMemory<byte>)value!).IsEmpty;

        public override void Write(Target to, object? value)
        {
            var bytes = (ReadOnlyMemory<byte>)value!;
            to.Number(bytes.Length);
            to.Bytes.Write(bytes.Span);
        }

        public override object Read(Origin from) => from.Take((int)from.Number());
    }

    /// <summary>What lies elsewhere is kept there: whoever writes has put it aside.</summary>
    private sealed class LateShape : Shape
    {
        public override void Write(Target to, object? value) => throw new NotSupportedException("Bytes that lie elsewhere cannot be kept.");

        public override object? Read(Origin from) => null;
    }

    private sealed class LocationShape : Shape
    {
        public override bool IsUsual(object? value) => false;

        public override void Write(Target to, object? value)
        {
            var (path, line, column) = (Location)value!;
            to.Text(path);
            to.Number(line);
            to.Number(column);
        }

        public override object Read(Origin from) => new Location(from.Text()!, (int)from.Number(), (int)from.Number());
    }

    /// <summary>Of arrays that of places, which every page has many of, is read without a look at their fields.</summary>
    private abstract class ItemsShape<T> : Shape
    {
        public override object Usual => ImmutableArray<T>.Empty;

        public override bool IsUsual(object? value) => (ImmutableArray<T>)value! is { IsDefault: false, IsEmpty: true };

        public override void Write(Target to, object? value)
        {
            var items = (ImmutableArray<T>)value!;
            to.Number(items.IsDefault ? 0 : items.Length + 1);
            for (var at = 0; !items.IsDefault && at < items.Length; at++)
            {
                WriteItem(to, items[at]);
            }
        }

        public override object Read(Origin from)
        {
            var length = (int)from.Number() - 1;
            if (length <= 0)
            {
                return length < 0 ? default : ImmutableArray<T>.Empty;
            }

            var items = new T[length];
            for (var at = 0; at < length; at++)
            {
                items[at] = ReadItem(from);
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(items);
        }

        protected abstract void WriteItem(Target to, T item);

        protected abstract T ReadItem(Origin from);
    }

    private sealed class PlacesShape : ItemsShape<(string Name, int Line, int Column)>
    {
        protected override void WriteItem(Target to, (string Name, int Line, int Column) item)
        {
            to.Text(item.Name);
            to.Number(item.Line);
            to.Number(item.Column);
        }

        protected override (string Name, int Line, int Column) ReadItem(Origin from) => (from.Text()!, (int)from.Number(), (int)from.Number());
    }

    /// <summary>Headings are most of what a page has beside its body, and a build that draws few pages asks for few: they are passed over, and read when somebody asks. Their texts stand by themselves.</summary>
    private sealed class HeadingsShape : Shape
    {
        public override object Usual => PageHeader.NoHeadings;

        public override bool IsUsual(object? value) => ((Late<ImmutableArray<Heading>>)value!).Value.IsEmpty;

        public override void Write(Target to, object? value)
        {
            var all = ((Late<ImmutableArray<Heading>>)value!).Value;
            to.Number(all.Length);
            foreach (var (level, id, text) in all)
            {
                to.Number(level);
                to.TextApart(id);
                to.TextApart(text);
            }
        }

        public override object Read(Origin from)
        {
            var count = (int)from.Number();
            var written = from.Behind;
            for (var at = 0; at < count; at++)
            {
                _ = from.Number();
                _ = from.Take((int)from.Number());
                _ = from.Take((int)from.Number());
            }

            return new Written(written, from.Pool, count);
        }

        private sealed class Written(ReadOnlyMemory<byte> bytes, TextPool pool, int count) : Late<ImmutableArray<Heading>>
        {
            protected override ImmutableArray<Heading> Read()
            {
                var from = new Origin();
                from.Begin(bytes, pool, "");
                var all = new Heading[count];
                for (var at = 0; at < count; at++)
                {
                    all[at] = pool.KeepRecent((int)from.Number(), from.TextApart(), from.TextApart());
                }

                return ImmutableCollectionsMarshal.AsImmutableArray(all);
            }
        }
    }

    /// <summary>What most builds do without is passed over, and read when somebody asks. It stands by itself: its length in bytes, then its value as if nothing had been written before.</summary>
    private sealed class ApartShape<T> : Shape
    {
        public override void Write(Target to, object? value)
        {
            var apart = TargetsApart.Value!;
            apart.Begin(to.Known);
            ShapeOf(typeof(T)).Write(apart, ((Late<T>)value!).Value);
            to.Number(apart.Bytes.WrittenCount);
            to.Bytes.Write(apart.Bytes.WrittenSpan);
        }

        public override object Read(Origin from)
        {
            return new Written(from.Take((int)from.Number()), from.Pool, from.Known);
        }

        private sealed class Written(ReadOnlyMemory<byte> bytes, TextPool pool, string known) : Late<T>
        {
            protected override T Read() => Read<T>(bytes, pool, known);
        }
    }

    private sealed class ContentTypeShape : Shape
    {
        public override void Write(Target to, object? value) => to.Text(((ContentType)value!).Folder);

        public override object Read(Origin from) => from.Text() is var folder ? ContentTypes.All.Single(type => type.Folder == folder) : throw new InvalidOperationException();
    }

    private sealed class NullableShape(Type inner) : Shape
    {
        private readonly Shape shape = ShapeOf(inner);

        public override void Write(Target to, object? value)
        {
            to.Number(value is null ? 0 : 1);
            if (value is not null)
            {
                shape.Write(to, value);
            }
        }

        public override object? Read(Origin from) => from.Number() == 0 ? null : shape.Read(from);
    }

    private sealed class ArrayShape<T> : ItemsShape<T>
    {
        private Shape? shape;

        /// <summary>Asked for late, since a record may hold an array of its own kind.</summary>
        private Shape Item => shape ??= ShapeOf(typeof(T));

        protected override void WriteItem(Target to, T item) => Item.Write(to, item);

        protected override T ReadItem(Origin from) => (T)Item.Read(from)!;
    }

    /// <summary>A record, a structure or a tuple. Of a record that others derive from, the one that it is comes first.</summary>
    private sealed class RecordShape(Type type) : Shape
    {
        private const int Nothing = 0, Known = 1, Case = 2;

        private const int FieldsOfGroup = 32;
        private static readonly ConcurrentDictionary<Assembly, Type[]> Types = new();
        private static readonly Func<object, object> Copy =
            typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

        private readonly Lazy<(FieldInfo Field, Shape Shape)[]> fields = new(() => [.. FieldsOf(type).Select(field => (field, field.IsDefined(typeof(ListedAttribute)) ? new ListedShape() : ShapeOf(field.FieldType)))]);
        private readonly Lazy<object> usual = new(() => MakeUsual(type));
        private readonly Lazy<Type[]> cases = new(() => CasesOf(type));

        public override bool IsUsual(object? value) => !type.IsValueType && value is null;

        public override void Write(Target to, object? value)
        {
            if (!type.IsValueType)
            {
                if (value is null)
                {
                    to.Number(Nothing);
                    return;
                }

                if (to.Objects.TryGetValue(value, out var number))
                {
                    to.Number(Known);
                    to.Number(number);
                    return;
                }

                to.Objects.Add(value, to.Objects.Count);
                var one = value.GetType();
                to.Number(Case + Array.IndexOf(cases.Value, one));
                if (one != type)
                {
                    ((RecordShape)ShapeOf(one)).WriteFields(to, value);
                    return;
                }
            }

            WriteFields(to, value!);
        }

        public override object? Read(Origin from)
        {
            if (type.IsValueType)
            {
                return ReadFields(from, Copy(usual.Value));
            }

            var kind = (int)from.Number();
            if (kind is Nothing or Known)
            {
                return kind == Nothing ? null : from.Objects[(int)from.Number()];
            }

            var one = cases.Value[kind - Case];
            var shape = one == type ? this : (RecordShape)ShapeOf(one);
            var made = Copy(shape.usual.Value);
            from.Objects.Add(made);
            return shape.ReadFields(from, made);
        }

        /// <summary>Writes which fields are not as usual, a bit each from the lowest up, and what they hold; in groups.</summary>
        private void WriteFields(Target to, object value)
        {
            var all = fields.Value;
            var held = new object?[Math.Min(all.Length, FieldsOfGroup)];
            for (var start = 0; start < all.Length; start += FieldsOfGroup)
            {
                var unusual = 0L;
                for (var at = 0; at < FieldsOfGroup && start + at < all.Length; at++)
                {
                    held[at] = all[start + at].Field.GetValue(value);
                    unusual |= all[start + at].Shape.IsUsual(held[at]) ? 0 : 1L << at;
                }

                to.Number(unusual);
                for (var rest = (ulong)unusual; rest != 0; rest &= rest - 1)
                {
                    var at = BitOperations.TrailingZeroCount(rest);
                    all[start + at].Shape.Write(to, held[at]);
                }
            }
        }

        private object ReadFields(Origin from, object made)
        {
            var all = fields.Value;
            for (var start = 0; start < all.Length; start += FieldsOfGroup)
            {
                for (var rest = (ulong)from.Number(); rest != 0; rest &= rest - 1)
                {
                    var (field, shape) = all[start + BitOperations.TrailingZeroCount(rest)];
                    field.SetValue(made, shape.Read(from));
                }
            }

            return made;
        }

        /// <returns>
        /// What an object of the type may be, in the order of names. All content types are known, and a record whose cases lie within it has no others; else all types of the assembly are
        /// looked through, which takes as long as reading some hundred pages.
        /// </returns>
        private static Type[] CasesOf(Type type)
        {
            if (type.IsSealed)
            {
                return [type];
            }

            Type[] within = type == typeof(Page) ? [.. ContentTypes.All.Select(known => known.PageType)]
                : type.IsAbstract ? Array.FindAll(type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic), other => other.IsSubclassOf(type)) : [];
            var found = within.Length > 0 ? within : Array.FindAll(
                Types.GetOrAdd(type.Assembly, assembly => assembly.GetTypes()), other => !other.IsAbstract && (other == type || other.IsSubclassOf(type)));
            Array.Sort(found, (one, other) => string.CompareOrdinal(one.FullName, other.FullName));
            return found;
        }

        /// <returns>An object all of whose fields are as usual.</returns>
        private static object MakeUsual(Type type)
        {
            var made = RuntimeHelpers.GetUninitializedObject(type);
            foreach (var field in FieldsOf(type))
            {
                if (ShapeOf(field.FieldType).Usual is { } value)
                {
                    field.SetValue(made, value);
                }
            }

            return made;
        }

        private static IEnumerable<FieldInfo> FieldsOf(Type type) =>
            (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? FieldsOf(parent) : [])
                .Concat(type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).OrderBy(field => field.MetadataToken));
    }

    /// <summary>Texts that most pages have: the names of their fields. They have the first numbers, that which whoever reads knows has the next one, and then come the others in the order written.</summary>
    private static readonly ImmutableArray<string> Common = [.. ContentTypes.All.SelectMany(type => type.AllFields.Fields.Select(field => field.Name).Append(type.Folder)).Distinct(StringComparer.Ordinal)];

    private static readonly Dictionary<string, int> NumberOfCommon = Common.Index().ToDictionary(text => text.Item, text => text.Index, StringComparer.Ordinal);

    private sealed class Target
    {
        private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
        private int count;

        /// <summary>A text that whoever reads knows without it.</summary>
        public string Known { get; private set; } = "";

        public ArrayBufferWriter<byte> Bytes { get; } = new(2048);

        public Dictionary<object, int> Objects { get; } = new(ReferenceEqualityComparer.Instance);

        /// <summary>Where texts stand that lists alone show.</summary>
        public List<Range> Listed { get; } = [];

        /// <summary>Comes before all else.</summary>
        public void Begin(string known)
        {
            Bytes.ResetWrittenCount();
            texts.Clear();
            Known = known;
            count = Common.Length + 1;
            Objects.Clear();
            Listed.Clear();
        }

        /// <summary>Writes 7 bits a byte, the lowest first; small numbers of either sign take one.</summary>
        public void Number(long number)
        {
            var rest = (ulong)(number << 1) ^ (ulong)(number >> 63);
            var span = Bytes.GetSpan(10);
            var length = 0;
            for (; rest >= 0x80; rest >>= 7)
            {
                span[length++] = (byte)(rest | 0x80);
            }

            span[length++] = (byte)rest;
            Bytes.Advance(length);
        }

        /// <summary>Writes nothing as 0, a text that was written before by its number, another as -1, its length in bytes and UTF-8.</summary>
        public void Text(string? text)
        {
            if (text is null)
            {
                Number(0);
            }
            else if (text == Known)
            {
                Number(Common.Length + 1);
            }
            else if (NumberOfCommon.TryGetValue(text, out var number) || texts.TryGetValue(text, out number))
            {
                Number(number + 1);
            }
            else
            {
                texts.Add(text, count);
                Whole(text);
            }
        }

        public void ListedText(string text)
        {
            var start = Bytes.WrittenCount;
            Whole(text);
            Listed.Add(start..Bytes.WrittenCount);
        }

        private void Whole(string text)
        {
            count++;
            Number(-1);
            TextApart(text);
        }

        /// <summary>Writes a text that nothing refers to: its length in bytes and UTF-8.</summary>
        public void TextApart(string text)
        {
            Number(Encoding.UTF8.GetByteCount(text));
            Encoding.UTF8.GetBytes(text, Bytes);
        }
    }

    private sealed class Origin
    {
        /// <summary>In bytes.</summary>
        private const int LongestToPool = 300;
        private readonly List<string> texts = [];
        private readonly char[] letters = new char[LongestToPool];
        private ReadOnlyMemory<byte> bytes;
        private int at;

        /// <summary>As in <see cref="Target.Known"/>.</summary>
        public string Known { get; private set; } = "";

        public TextPool Pool { get; private set; } = null!;

        public List<object> Objects { get; } = [];

        /// <summary>Comes before all else.</summary>
        public void Begin(ReadOnlyMemory<byte> from, TextPool pool, string known)
        {
            (bytes, Pool, Known, at) = (from, pool, known, 0);
            texts.Clear();
            Objects.Clear();
        }

        public long Number()
        {
            var span = bytes.Span;
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = span[at++];
                value |= (ulong)(part & 0x7F) << shift;
                if (part < 0x80)
                {
                    return (long)(value >> 1) ^ -(long)(value & 1);
                }
            }
        }

        public string? Text()
        {
            var number = (int)Number();
            if (number >= 0)
            {
                return number == 0 ? null
                    : number <= Common.Length ? Common[number - 1]
                    : number == Common.Length + 1 ? Known
                    : texts[number - Common.Length - 2];
            }

            var text = TextApart();
            texts.Add(text);
            return text;
        }

        /// <summary>Reads what <see cref="Target.ListedText"/> wrote.</summary>
        public string ListedText()
        {
            _ = Number();
            var text = Encoding.UTF8.GetString(Take((int)Number()).Span);
            texts.Add(text);
            return text;
        }

        /// <summary>Reads what <see cref="Target.TextApart"/> wrote.</summary>
        public string TextApart()
        {
            var written = Take((int)Number()).Span;
            return written.Length <= LongestToPool ? Pool.KeepRecent(letters.AsSpan(0, Encoding.UTF8.GetChars(written, letters))) : Encoding.UTF8.GetString(written);
        }

        /// <summary>The bytes that are left.</summary>
        public ReadOnlyMemory<byte> Behind => bytes[at..];

        public ReadOnlyMemory<byte> Take(int length)
        {
            var taken = bytes.Slice(at, length);
            at += length;
            return taken;
        }
    }
}
