// The editor: a list of pages, and one page. The address says which: #/ or #/content/news/2026/06-16-open-day.md
import { make, say } from "./dom.js";
import { showList } from "./list.js";
import { showPage } from "./page.js";

const main = document.querySelector("#main");
let leave = () => true;

async function show() {
  if (!(await leave())) return;
  const path = decodeURIComponent(location.hash.slice(2));
  leave = () => true;
  main.replaceChildren(make("p", {}, "正在打开…"));
  try {
    const left = path ? await showPage(main, path) : await showList(main);
    leave = left ?? leave;
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  } catch (fault) {
    main.replaceChildren(make("h1", {}, "没有打开"), make("p", {}, fault.message), make("p", {}, make("a", { href: "#/" }, "回到全部页面")));
    say(fault.message, true);
  }
}

addEventListener("hashchange", show);
show();
