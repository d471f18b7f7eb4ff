namespace Site.Disclosure;

/// <summary>Exact bounds of single unknowns among whole-numbered solutions, by simplex, and by branch and bound where that leaves fractions.</summary>
/// <typeparam name="T">The numbers reckoned with.</typeparam>
internal sealed class Bounds<T>(Simplex<T> simplex, Witnesses witnesses)
    where T : struct, IFraction<T>
{
    /// <summary>Solutions tried for one bound before giving up; what is not proved by then counts as not protected.</summary>
    private const int MostBranches = 200;

    /// <summary>Records a solution in which the unknown is as great (or small) as it can be, or one that is <paramref name="enough"/>.</summary>
    public void Find(int unknown, bool up, Func<bool> enough)
    {
        simplex.Drive(unknown, up, enough);
        if (enough() || simplex.FirstBroken() < 0 || IsReached(simplex, unknown, up))
        {
            return;
        }

        var open = new Stack<Simplex<T>>([simplex]);
        for (var branch = 0; branch < MostBranches && !enough() && open.TryPop(out var branching); branch++)
        {
            if (IsReached(branching, unknown, up) || branching.FirstBroken() is var broken && broken < 0)
            {
                continue;
            }

            var floor = branching.Value(broken).Floor();
            Try(branching, half => half.High[broken] = floor);
            Try(branching, half => half.Low[broken] = floor + 1);
        }

        void Try(Simplex<T> whole, Action<Simplex<T>> narrow)
        {
            var half = whole.Copy();
            narrow(half);
            if (half.Repair())
            {
                half.Drive(unknown, up, enough);
                open.Push(half);
            }
        }
    }

    /// <returns>Whether a whole-numbered solution is known that is as good as anything below this one.</returns>
    private bool IsReached(Simplex<T> at, int unknown, bool up)
    {
        var floor = at.Value(unknown).Floor();
        return up
            ? witnesses.High[unknown] >= floor
            : witnesses.Low[unknown] <= (at.Value(unknown).IsWhole ? floor : floor + 1);
    }
}
