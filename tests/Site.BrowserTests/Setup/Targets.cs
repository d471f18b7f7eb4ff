namespace Site.BrowserTests;

/// <summary>Sizes of what is to be touched, asked of the browser.</summary>
internal static class Targets
{
    /// <returns>Targets in a part of the page that are smaller than so many CSS pixels either way, as size and HTML; that there is none to measure is told as well.</returns>
    /// <param name="part">A selector; its first element counts.</param>
    public static Task<string[]> TooSmallAsync(this IPage page, string part, int pixels) => page.EvaluateAsync<string[]>(FindTooSmall, new { part, pixels });

    /// <summary>
    /// Targets smaller than wanted; the label of a field belongs to its target, and what is drawn off the screen until it has the focus is none. Beyond 24 px, an area of a
    /// picture may be as small as what is drawn there where a line of the list does the same.
    /// </summary>
    private const string FindTooSmall =
        """
        ({ part, pixels }) => {
          const targets = [...document.querySelector(part).querySelectorAll("a[href], button, input, select, textarea, summary")];
          if (targets.length === 0) return [`There is no target in ${part}.`];
          return targets.filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.matches(".skip") && !isInText(target) && !(pixels > 24 && isInList(target)))
            .map((target) => [target, union([target, ...(target.labels ?? [])].map((element) => element.getBoundingClientRect()))])
            .filter(([, box]) => box.width < pixels - 0.5 || box.height < pixels - 0.5)
            .map(([target, box]) => `${Math.round(box.width)} × ${Math.round(box.height)} px: ${target.outerHTML.slice(0, 160)}`);

          function isInList(target) {
            return Boolean(target.dataset.spot && document.querySelector(`[data-tick="${target.dataset.spot}"]`));
          }

          function isInText(target) {
            if (getComputedStyle(target).display !== "inline") return false;
            let around = target.parentElement;
            while (getComputedStyle(around).display === "inline" && around.textContent === target.textContent) around = around.parentElement;
            return [...around.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "");
          }

          function union(boxes) {
            const seen = boxes.filter((box) => box.width > 1);
            return {
              width: Math.max(...seen.map((box) => box.right)) - Math.min(...seen.map((box) => box.left)),
              height: Math.max(...seen.map((box) => box.bottom)) - Math.min(...seen.map((box) => box.top)),
            };
          }
        }
        """;
}
