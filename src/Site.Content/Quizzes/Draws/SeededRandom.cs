using System.Collections.Immutable;

namespace Site.Content.Quizzes.Draws;

/// <summary>Numbers that look drawn by lot and depend on a text alone: the same on every machine, here and in the browser.</summary>
/// <remarks>
/// The generator is sfc32 of Chris Doty-Humphrey's PractRand (32-bit words only, so that JavaScript can follow), its state the 128-bit hash cyrb128 of
/// the text's UTF-16 units, its first twelve numbers thrown away. Not for secrets. The twin is <c>themes/Campaign/Assets/js/quiz/draw.mjs</c>.
/// </remarks>
public sealed class SeededRandom
{
    private const int WarmUp = 12;
    private uint a = 1779033703;
    private uint b = 3144134277;
    private uint c = 1013904242;
    private uint d = 2773480762;

    public SeededRandom(string text)
    {
        unchecked
        {
            foreach (var unit in text)
            {
                a = b ^ ((a ^ unit) * 597399067);
                b = c ^ ((b ^ unit) * 2869860233);
                c = d ^ ((c ^ unit) * 951274213);
                d = a ^ ((d ^ unit) * 2716044179);
            }

            a = (c ^ (a >> 18)) * 597399067;
            b = (d ^ (b >> 22)) * 2869860233;
            c = (a ^ (c >> 17)) * 951274213;
            d = (b ^ (d >> 19)) * 2716044179;
            a ^= b ^ c ^ d;
            b ^= a;
            c ^= a;
            d ^= a;
        }

        for (var i = 0; i < WarmUp; i++)
        {
            Next();
        }
    }

    /// <returns>A number from 0 to <paramref name="count"/> − 1, each equally likely.</returns>
    /// <param name="count">1 or more.</param>
    public int Below(int count)
    {
        var bound = (1L << 32) - ((1L << 32) % count);
        long number;
        do
        {
            number = Next();
        }
        while (number >= bound);

        return (int)(number % count);
    }

    /// <returns>0 to <paramref name="count"/> − 1, each once; every order equally likely (Fisher and Yates, from the last place down).</returns>
    public ImmutableArray<int> Shuffle(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        for (var i = count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return [.. order];
    }

    private uint Next()
    {
        unchecked
        {
            var sum = a + b + d;
            d++;
            a = b ^ (b >> 9);
            b = c + (c << 3);
            c = ((c << 21) | (c >> 11)) + sum;
            return sum;
        }
    }
}
