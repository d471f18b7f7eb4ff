using Site.Model;

namespace Site.Checking.Files;

/// <summary>What is said about drawings that cannot be published.</summary>
internal static class SvgProblems
{
    private const string Export = "在绘图软件里另存为 “纯 SVG”（Plain SVG），或者把这一处删掉。";

    /// <param name="what">In Chinese, what is there and could run.</param>
    public static Problem Script(Place where, string what) =>
        Problem.Error("svg/script", where, $"图画里有{what}，打开图画时它可能会运行。", "把这一处删掉：图画里只能有图形、文字和颜色。");

    /// <param name="what">In Chinese, what is there and leads elsewhere.</param>
    public static Problem Outside(Place where, string what) =>
        Problem.Error("svg/outside-reference", where, $"图画里有{what}，会从别处取东西。",
            "只引用图画自己的部分（“#编号”），位图用 base64 写在图画里。");

    /// <param name="what">In Chinese, what is there and is not known to draw.</param>
    public static Problem Unknown(Place where, string what) =>
        Problem.Error("svg/unknown-name", where, $"图画里有{what}，本站不认识它，不能确定它无害。", Export);

    /// <param name="why">In Chinese, what is wrong with the file.</param>
    public static Problem Unreadable(Place where, string why) =>
        Problem.Error("svg/unreadable", where, $"这个图画文件{why}。", "用绘图软件重新导出为 UTF-8 编码的 SVG，不要带 DOCTYPE。");
}
