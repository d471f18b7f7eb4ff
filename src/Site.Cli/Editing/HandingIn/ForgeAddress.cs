using System.Text.RegularExpressions;
using Site.Cli.Infrastructure;
using Site.Core.Text;

namespace Site.Cli.Editing.HandingIn;

/// <summary>What sort of server holds the repository.</summary>
internal enum ForgeKind
{
    GitHub,
    Gitea,
    GitLab,
    Gitee,
}

/// <summary>A repository on a server where changes are reviewed.</summary>
/// <param name="Kind">Forgejo is a Gitea here.</param>
/// <param name="Root">Of the server, with a slash at its end: <c>https://git.example.gov.cn/</c>.</param>
/// <param name="Repository">Owner and name: <c>anquan/site</c>; of GitLab perhaps with groups before.</param>
/// <param name="Token">Opens requests in somebody's name; null where nobody set one.</param>
internal sealed partial record ForgeAddress(ForgeKind Kind, Uri Root, string Repository, string? Token)
{
    /// <summary>
    /// Reads it from the address of the remote, or from <c>SITE_FORGE_URL</c>, the repository's page, where the remote does not tell. <c>SITE_FORGE</c> names the
    /// kind of a server with a name of its own, and <c>SITE_FORGE_TOKEN</c> is the token; of the known servers also <c>GITHUB_TOKEN</c> and so on.
    /// </summary>
    /// <param name="remote">As <c>git remote get-url</c> gives it; empty where there is none.</param>
    /// <returns>Null where neither tells of a server.</returns>
    public static ForgeAddress? Of(string remote, Func<string, string?> variable)
    {
        var page = variable("SITE_FORGE_URL") is { Length: > 0 } named ? named : remote;
        if (Parts(page) is not var (root, repository))
        {
            return null;
        }

        ForgeKind? kind = variable("SITE_FORGE")?.Trim().ToLowerInvariant() switch
        {
            "github" => ForgeKind.GitHub,
            "gitea" or "forgejo" or "codeberg" => ForgeKind.Gitea,
            "gitlab" or "jihulab" => ForgeKind.GitLab,
            "gitee" => ForgeKind.Gitee,
            { Length: > 0 } unknown => throw new EnvironmentException($"环境变量 SITE_FORGE 可以是 github、gitea、forgejo、gitlab、gitee，不能是“{unknown}”。"),
            _ => root.Host switch
            {
                "github.com" => ForgeKind.GitHub,
                "gitee.com" => ForgeKind.Gitee,
                "codeberg.org" => ForgeKind.Gitea,
                var host when host.Contains("gitlab", StringComparison.OrdinalIgnoreCase) || host == "jihulab.com" => ForgeKind.GitLab,
                var host when host.Contains("gitea", StringComparison.OrdinalIgnoreCase) || host.Contains("forgejo", StringComparison.OrdinalIgnoreCase) => ForgeKind.Gitea,
                _ => null,
            },
        };
        return kind is not { } known ? null : new(known, root, repository, TokenOf(known, root, variable));
    }

    /// <summary>A token of a known server goes to that server alone.</summary>
    private static string? TokenOf(ForgeKind kind, Uri root, Func<string, string?> variable)
    {
        var own = variable("SITE_FORGE_TOKEN");
        var known = (kind, root.Host) switch
        {
            (ForgeKind.GitHub, "github.com") => variable("GITHUB_TOKEN"),
            (ForgeKind.Gitee, "gitee.com") => variable("GITEE_TOKEN"),
            (ForgeKind.GitLab, "gitlab.com" or "jihulab.com") => variable("GITLAB_TOKEN"),
            (ForgeKind.Gitea, "codeberg.org") => variable("GITEA_TOKEN"),
            _ => null,
        };
        return own is { Length: > 0 } ? own.Trim() : known is { Length: > 0 } ? known.Trim() : null;
    }

    /// <returns>The page on which a person opens the request; the kinds differ.</returns>
    public Uri NewRequestPage(string target, string branch)
    {
        var (from, to) = (Uri.EscapeDataString(branch), Uri.EscapeDataString(target));
        return new(Root, Kind switch
        {
            ForgeKind.GitHub => $"{Repository}/compare/{to}...{branch}?expand=1",
            ForgeKind.GitLab => $"{Repository}/-/merge_requests/new?merge_request%5Bsource_branch%5D={from}&merge_request%5Btarget_branch%5D={to}",
            ForgeKind.Gitee => $"{Repository}/pull/new/{Repository.Split('/')[0]}:{branch}...{Repository.Split('/')[0]}:{to}",
            _ => $"{Repository}/compare/{to}...{branch}",
        });
    }

    private static (Uri Root, string Repository)? Parts(string address)
    {
        var match = Ssh().Match(address);
        var text = match.Success ? $"https://{match.Groups["host"].Value}/{match.Groups["path"].Value}" : address;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var path = uri.AbsolutePath.Trim('/');
        path = path.EndsWith(".git", StringComparison.Ordinal) ? path[..^4] : path;
        return path.Contains('/', StringComparison.Ordinal) ? (new Uri(uri.GetLeftPart(UriPartial.Scheme) + uri.Authority[(uri.Authority.LastIndexOf('@') + 1)..] + "/"), path) : null;
    }

    [GeneratedRegex(@"^(?:ssh://)?(?:[\w.-]+@)(?<host>[\w.-]+)(?::\d+/|[:/])(?<path>[^:]+)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Ssh();
}
