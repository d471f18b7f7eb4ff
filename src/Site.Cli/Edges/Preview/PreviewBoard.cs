namespace Site.Cli.Edges;

/// <summary>Where the newest state of the preview hangs, for whoever waits for the next.</summary>
internal sealed class PreviewBoard
{
    private readonly Lock changing = new();
    private TaskCompletionSource changed = New();

    /// <summary>The newest state.</summary>
    public PreviewState State { get; private set; } = PreviewState.Start;

    /// <summary>Hangs up a new state.</summary>
    public void Put(PreviewState state)
    {
        lock (changing)
        {
            State = state;
            changed.SetResult();
            changed = New();
        }
    }

    /// <returns>The newest state, as soon as it is another than <paramref name="seen"/>.</returns>
    /// <exception cref="OperationCanceledException">The wait was called off.</exception>
    public async Task<PreviewState> NextAsync(PreviewState? seen, CancellationToken stop)
    {
        while (true)
        {
            Task change;
            lock (changing)
            {
                if (!ReferenceEquals(State, seen))
                {
                    return State;
                }

                change = changed.Task;
            }

            await change.WaitAsync(stop);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
