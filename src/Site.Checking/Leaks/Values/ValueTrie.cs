using System.Collections.Frozen;

namespace Site.Checking.Leaks.Values;

/// <summary>All private values, letter by letter, and two quick tests of whether one may begin at a place.</summary>
internal sealed class ValueTrie
{
    private readonly FrozenDictionary<(int Node, char Symbol), int> next;
    private readonly FrozenDictionary<int, PrivateValue> ends;
    private readonly ulong[] firsts = new ulong[1024];
    private readonly ulong[] seconds = new ulong[1024];

    public ValueTrie(IEnumerable<PrivateValue> values)
    {
        var steps = new Dictionary<(int, char), int>();
        var last = new Dictionary<int, PrivateValue>();
        var (firstSymbols, secondSymbols) = (new HashSet<char>(), new HashSet<char>());
        foreach (var value in values)
        {
            firstSymbols.Add(value.Symbols[0]);
            secondSymbols.Add(value.Symbols[1]);
            var node = 0;
            foreach (var symbol in value.Symbols)
            {
                node = steps.TryGetValue((node, symbol), out var known) ? known : steps[(node, symbol)] = steps.Count + 1;
            }

            last[node] = value;
        }

        next = steps.ToFrozenDictionary();
        ends = last.ToFrozenDictionary();
        IsEmpty = steps.Count == 0;
        for (var c = 0; c < 0x10000; c++)
        {
            Set(firsts, c, firstSymbols.Contains(ValueSymbols.Of((char)c)));
            Set(seconds, c, secondSymbols.Contains(ValueSymbols.Of((char)c)));
        }
    }

    public bool IsEmpty { get; }

    /// <returns>Whether a value begins with the character, however it is written.</returns>
    public bool MayBegin(int character) => (firsts[character >> 6] >> (character & 63) & 1) != 0;

    /// <returns>Whether the character is the second of a value, however it is written.</returns>
    public bool MayGoOn(int character) => (seconds[character >> 6] >> (character & 63) & 1) != 0;

    /// <returns>The node behind another by a symbol, or -1; the first node is 0.</returns>
    public int Step(int node, char symbol) => next.TryGetValue((node, symbol), out var to) ? to : -1;

    /// <returns>The value that ends at the node, or null.</returns>
    public PrivateValue? EndAt(int node) => ends.GetValueOrDefault(node);

    private static void Set(ulong[] bits, int at, bool value) => bits[at >> 6] |= value ? 1UL << (at & 63) : 0;
}
