using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Site.Tests;

/// <summary>A running preview of a site, on a free port.</summary>
internal sealed class Preview : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly HttpClient client;
    private readonly StringBuilder said;

    private Preview(Process process, Uri address, StringBuilder said)
    {
        this.said = said;
        this.process = process;
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    }

    /// <summary>What it has written on the terminal so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public string Port => $"{client.BaseAddress!.Port}";

    /// <summary>Starts it and waits until the first build is done.</summary>
    /// <param name="until">What it says then.</param>
    public static async Task<Preview> StartAsync(SiteFolder site, string until = "已更新")
    {
        var process = SiteProgram.Start("serve", "--no-search", "--site", site.Path, "--port", "0");
        var all = new StringBuilder();
        _ = KeepAsync(process.StandardError, all);
        var said = (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience))!;
        var preview = new Preview(process, new(said["预览地址：".Length..said.IndexOf('（', StringComparison.Ordinal)]), all);
        while (!said.Contains(until, StringComparison.Ordinal))
        {
            said = (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience))!;
        }

        _ = KeepAsync(process.StandardOutput, all);
        return preview;
    }

    /// <summary>Waits until it has written something on the terminal.</summary>
    public async Task SaysAsync(string text)
    {
        for (var patience = Stopwatch.StartNew(); !Said.Contains(text, StringComparison.Ordinal); await Task.Delay(20))
        {
            Assert.True(patience.Elapsed < Patience, Said);
        }
    }

    private static async Task KeepAsync(StreamReader stream, StringBuilder all)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            lock (all)
            {
                all.AppendLine(line);
            }
        }
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request);

    public async Task<Events> ListenAsync() => new(new(await client.GetStreamAsync("/@preview/events")));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>What the preview tells open pages.</summary>
    internal sealed class Events(StreamReader stream) : IDisposable
    {
        /// <returns>The next state that is as wanted.</returns>
        public async Task<JsonNode> NextAsync(Func<JsonNode, bool>? isWanted = null)
        {
            while (await stream.ReadLineAsync().WaitAsync(Patience) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonNode.Parse(line["data: ".Length..]) is { } state && isWanted?.Invoke(state) != false)
                {
                    return state;
                }
            }

            throw new InvalidOperationException("The preview has ended.");
        }

        public void Dispose() => stream.Dispose();
    }
}
