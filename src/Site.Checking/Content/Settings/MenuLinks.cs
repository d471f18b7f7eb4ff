using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>Finds entries of the menu that lead to no page.</summary>
internal static class MenuLinks
{
    public static IEnumerable<Problem> Find(Website website) =>
        from entry in website.Settings.Menu
        where LinkTargets.Find(website, "site.yaml", entry.Address) is not (LinkTarget.ToPage or LinkTarget.ToList)
        let guess = Nearest.Find(entry.Address, website.ByAddress.Keys.Concat(Lists.Sections.Select(section => section.Address))).FirstOrDefault()
        select Problem.Error("site/broken-menu-entry", website.Settings.Places[$"menu.{website.Settings.Menu.IndexOf(entry)}"],
            $"菜单 “{Quoted.Short(entry.Label)}” 指向的地址 {Quoted.Short(entry.Address)} 不存在。",
            guess is null ? "改正 address，或者去掉这一项。" : $"是不是 “{Quoted.Short(guess)}”？");
}
