namespace Site.BrowserTests;

/// <summary>What is to be touched is large enough for a thumb. Links within a line of text are as high as the text (WCAG 2.2, 2.5.8).</summary>
public sealed class TargetSizeTests(Browsing browsing)
{
    public static TheoryData<string> TemplateNames => Templates.Names;

    [Theory, MemberData(nameof(TemplateNames))]
    public Task Every_target_is_at_least_24_px(string template) => MeasureAsync(template, isLarge: false, "body", pixels: 24);

    [Theory, MemberData(nameof(TemplateNames))]
    public Task Every_target_of_large_type_is_at_least_48_px(string template) => MeasureAsync(template, isLarge: true, "body", pixels: 48);

    [Fact]
    public async Task The_menu_and_the_hotlines_are_at_least_44_px()
    {
        await MeasureAsync("HomeTemplate", isLarge: false, ".hotlines", pixels: 44);
        await MeasureAsync("HomeTemplate", isLarge: false, ".head", pixels: 44);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_calls_for_help_are_at_least_56_px(bool isLarge) => MeasureAsync("GuideTemplate", isLarge, "nav[aria-label=紧急求助]", pixels: 56);

    private async Task MeasureAsync(string template, bool isLarge, string part, int pixels)
    {
        await using var visit = await browsing.LookAsync(Templates.Page(template), new() { Width = 360, Height = 740, IsLarge = isLarge });

        var tooSmall = await visit.Page.EvaluateAsync<string[]>(FindTooSmall, new { part, pixels });

        Assert.True(tooSmall.Length == 0, string.Join('\n', tooSmall));
    }

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
