/** Buttons that pass a page on: the device's own menu where there is one, and the clipboard. */
export function offerShare() {
  const box = document.querySelector("[data-share-box]");
  if (!box) return;
  const address = document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];
  const said = box.querySelector("[data-shared-said]");
  const share = box.querySelector("[data-share-page]");
  const copy = box.querySelector("[data-copy-page]");
  if (navigator.share) {
    share.hidden = false;
    share.addEventListener("click", () => navigator.share({ title: document.title, url: address }).catch(() => undefined));
  }

  copy.hidden = false;
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = "链接复制好了";
    } catch {
      said.textContent = "没能复制，请自己选中下面的地址";
    }
  });
}
