using Site.Model;
using Site.Model.Privacy;

namespace Site.Checking.Content;

/// <summary>Finds telephones, identity cards, bank cards, mail addresses and the like in texts that are to be published; the value itself is never repeated.</summary>
internal static class PrivateText
{
    /// <summary>Judges what reading came across in pages, each page's own contacts already left out.</summary>
    public static IEnumerable<Problem> Find(Website website) =>
        website.Suspicions.IsEmpty ? [] : Find(website.Suspicions, new(PublicContacts.OfSite(website)));

    internal static IEnumerable<Problem> Find(IEnumerable<Suspicion> suspicions, PublicContacts contacts) =>
        suspicions.Where(suspicion => !contacts.Contain(suspicion)).Select(Describe);

    private static Problem Describe(Suspicion suspicion) => Problem.Error(
        $"private/{suspicion.Kind.Code()}", suspicion.Where, $"这里像是一个{suspicion.Kind.Label()}，不能公开。",
        suspicion.Kind is PrivateKind.Mobile or PrivateKind.Landline or PrivateKind.Email or PrivateKind.Messenger
            ? "删去；是单位公开的联系方式，就在页面上声明：publicContacts: [\"号码\"]。"
            : "删去。");
}
