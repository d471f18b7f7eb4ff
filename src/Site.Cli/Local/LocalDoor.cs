using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Site.Cli.Infrastructure;

namespace Site.Cli.Local;

/// <summary>
/// Who may come in: the browser that was given the address with the key, and only from our own page. A page of another site can send requests to this
/// machine, and can have its name lead here (DNS rebinding); it has neither the cookie, which is strict, nor the second key, which stands in our page alone.
/// </summary>
/// <param name="name">What is behind it: 编辑器.</param>
/// <param name="command">What opens it: <c>site edit</c>.</param>
/// <param name="port">Of the page.</param>
/// <param name="viewPort">Of the site as it is being written; null where there is none.</param>
internal sealed class LocalDoor(string name, string command, int port, int? viewPort)
{
    public int Port { get; } = port;

    public int? ViewPort { get; } = viewPort;

    /// <summary>In the address that opens the page, then in the cookie.</summary>
    public string Key { get; } = Convert.ToHexStringLower(SiteEnvironment.RandomKey());

    /// <summary>In the page, then in a header of every request that changes something.</summary>
    public string PageKey { get; } = Convert.ToHexStringLower(SiteEnvironment.RandomKey());

    public string Origin => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    /// <summary>Empty where no site is shown.</summary>
    public string ViewOrigin => ViewPort is { } view ? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{view}") : "";

    /// <summary>Ports share cookies, so each run has a name of its own.</summary>
    private string CookieName => string.Create(CultureInfo.InvariantCulture, $"{command.Replace(' ', '-')}-{Port}");

    public bool IsView(HttpContext http) => ViewPort is { } view && http.Connection.LocalPort == view;

    /// <returns>Whether a request opens the page; then it has its cookie, and goes on to the address without the key.</returns>
    public bool LetIn(HttpContext http)
    {
        if (IsView(http) || !HttpMethods.IsGet(http.Request.Method) || http.Request.Path != "/" || !Equal(http.Request.Query["key"].ToString(), Key) || !IsOurHost(http))
        {
            return false;
        }

        http.Response.Headers.SetCookie = $"{CookieName}={Key}; Path=/; HttpOnly; SameSite=Strict";
        http.Response.Redirect("/");
        return true;
    }

    /// <returns>Why a request is refused, as status and one line; null where it is not.</returns>
    public (int Status, string Why)? Refusal(HttpContext http)
    {
        var request = http.Request;
        if (!IsOurHost(http))
        {
            return (StatusCodes.Status421MisdirectedRequest, $"这里只有本机的{name}。");
        }

        var isView = IsView(http);
        ImmutableArray<string> methods = isView ? ["GET", "HEAD"] : ["GET", "HEAD", "POST"];
        if (!methods.Contains(request.Method))
        {
            http.Response.Headers.Allow = string.Join(", ", methods);
            return (StatusCodes.Status405MethodNotAllowed, "不接受这样的请求。");
        }

        // Where the browser says who asks: the view stands in a frame of the page, which is the same site on another port.
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } from && from is not ("same-origin" or "none") && !(isView && from == "same-site"))
        {
            return (StatusCodes.Status403Forbidden, "这个请求来自别的网站，没有接受。");
        }

        if (!Equal(request.Cookies[CookieName] ?? "", Key))
        {
            return (StatusCodes.Status403Forbidden, $"请用 {command} 显示的那个网址打开{name}。");
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return null;
        }

        return request.Headers.Origin != Origin || !Equal(request.Headers["X-Page-Key"].ToString(), PageKey)
            ? (StatusCodes.Status403Forbidden, $"这个请求不是从{name}的页面来的，没有接受。请刷新页面再试。")
            : request.ContentType is not ("application/json" or "application/octet-stream")
                ? (StatusCodes.Status415UnsupportedMediaType, "不接受这样的请求。")
                : null;
    }

    private bool IsOurHost(HttpContext http) => http.Request.Host is { Host: "127.0.0.1", Port: { } named } && named == (IsView(http) ? ViewPort : Port);

    private static bool Equal(string given, string wanted) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(wanted));
}
