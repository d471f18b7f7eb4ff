namespace Site.Model.Privacy;

/// <summary>What may follow the symbols read so far, in a tree of all private values.</summary>
internal sealed class ValueNode
{
    private readonly char[] symbols;
    private readonly ValueNode[] nodes;

    private ValueNode(char[] symbols, ValueNode[] nodes, PrivateValue? value) => (this.symbols, this.nodes, Value) = (symbols, nodes, value);

    /// <summary>The value that ends here, or null.</summary>
    public PrivateValue? Value { get; }

    /// <summary>Grows a tree.</summary>
    /// <param name="values">Without repetitions, by their symbols (ordinal).</param>
    public static ValueNode Of(PrivateValue[] values) => Of(values, 0, values.Length, 0);

    /// <returns>The node behind this one by a symbol, or null.</returns>
    public ValueNode? Step(char symbol)
    {
        var at = Array.BinarySearch(symbols, symbol);
        return at < 0 ? null : nodes[at];
    }

    private static ValueNode Of(PrivateValue[] values, int from, int to, int depth)
    {
        var value = from < to && values[from].Symbols.Length == depth ? values[from++] : null;
        var steps = new List<char>();
        var behind = new List<ValueNode>();
        while (from < to)
        {
            var (symbol, end) = (values[from].Symbols[depth], from + 1);
            while (end < to && values[end].Symbols[depth] == symbol)
            {
                end++;
            }

            steps.Add(symbol);
            behind.Add(Of(values, from, end, depth + 1));
            from = end;
        }

        return new([.. steps], [.. behind], value);
    }
}
