import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { run } from "../jobs/search.mjs";
import { find, readable } from "../search-query.mjs";
import { separated } from "../search-text.mjs";
import { ask, contents, folder } from "./harness.mjs";

const page = (title, text) =>
  `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>${title}</title></head><body><nav>目录</nav><main data-pagefind-body><h1>${title}</h1><p>${text}</p></main></body></html>`;

const SITE = {
  "site/guides/extinguisher/index.html": page("灭火器怎么用", "先看压力表，再拔保险销，对准火焰根部喷射。"),
  "site/guides/gas/index.html": page("闻到臭鸡蛋味", "可能是<em>燃气</em>泄漏。开窗通风，到室外拨打119。"),
  "site/guides/confined/index.html": page("污水井作业", "污水井是有限空间：先通风、再检测、后作业。"),
  "site/guides/space/index.html": page("阳台", "空间有限，不要堆放杂物。"),
  "site/news/drill/index.html": page("示例街道演练", "居民学习了灭火器的使用方法。"),
  "site/guides/ebike/index.html": page("电动自行车", "锂电池不进楼。"),
  "site/search/index.html": "<!doctype html><title>搜索</title><main><h1>搜索灭火器</h1></main>",
};

/** Indexes a site and asks it as a browser under an address with a path would. @returns what it finds, and where */
async function searching(t, files) {
  const path = await folder(t, files);
  await run({ site: `${path}/site`, output: `${path}/index` });
  const server = createServer(async (request, response) => {
    const bytes = await readFile(`${path}/index/${request.url.split("?")[0].replace("/an/quan/pagefind/", "")}`).catch(() => null);
    response.writeHead(bytes === null ? 404 : 200).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  globalThis.location = new URL(`${origin}/an/quan/`);
  globalThis.window = globalThis;
  const { fetch } = globalThis;
  globalThis.fetch = (address, options) => fetch(new URL(address, origin), options);
  globalThis.document = { querySelector: () => ({ getAttribute: () => "zh-Hans" }) };
  t.after(() => {
    server.close();
    server.closeAllConnections();
    globalThis.fetch = fetch;
    delete globalThis.location;
    delete globalThis.window;
    delete globalThis.document;
  });

  const pagefind = await import(pathToFileURL(`${path}/index/pagefind.js`));
  await pagefind.options({ basePath: `${origin}/an/quan/pagefind/`, baseUrl: "/an/quan/" });
  const search = async (typed) => Promise.all((await find(pagefind, typed)).map((result) => result.data()));
  return { search, addresses: async (typed) => (await search(typed)).map(({ url }) => url) };
}

test("Chinese questions without spaces find their pages, the best first", async (t) => {
  const { addresses } = await searching(t, SITE);

  assert.deepEqual(await addresses("灭火器怎么用"), ["/an/quan/guides/extinguisher/", "/an/quan/news/drill/"]);
  assert.deepEqual(await addresses("灭火器"), ["/an/quan/guides/extinguisher/", "/an/quan/news/drill/"]);
  assert.deepEqual(await addresses("燃气泄漏怎么办？"), ["/an/quan/guides/gas/"]);
  assert.deepEqual(await addresses("有限空间"), ["/an/quan/guides/confined/", "/an/quan/guides/space/"]);
  assert.deepEqual(await addresses("自行车 电池"), ["/an/quan/guides/ebike/"]);
  assert.deepEqual(await addresses("拨打119"), ["/an/quan/guides/gas/"]);
  assert.deepEqual(await addresses("核电站"), []);
  assert.deepEqual(await addresses(`"《》“” `), []);
});

test("A page about something comes before pages that lead there, and a page that has most of it is better than none", async (t) => {
  const { addresses } = await searching(t, {
    "site/guides/home-fire/index.html": page("家里着火了怎么办", "先逃生，走不了就关门。出不去，在窗口挥手。"),
    "site/guides/oil-fire/index.html": page("油锅起火", "盖上锅盖，关火，别泼水。接着看：家里着火怎么办。"),
    "site/guides/heat/index.html": page("中暑", "高温天气少出门。"),
  });

  assert.deepEqual(await addresses("家里着火怎么办"), ["/an/quan/guides/home-fire/", "/an/quan/guides/oil-fire/"]);
  assert.deepEqual(await addresses("家里有人着火了"), ["/an/quan/guides/home-fire/", "/an/quan/guides/oil-fire/"]);
  assert.deepEqual(await addresses("高温天干活"), ["/an/quan/guides/heat/"]);
  assert.deepEqual(await addresses("天坑"), []);
});

test("What is found can be read: a clean title, whole sentences, and the place that was asked for", async (t) => {
  const { search } = await searching(t, SITE);
  const [{ meta, excerpt }] = await search("燃气泄漏");

  assert.equal(readable(meta.title), "闻到臭鸡蛋味");
  assert.equal(
    readable(excerpt).trim(),
    "闻到臭鸡蛋味. 可能是<mark>燃</mark><mark>气</mark><mark>泄</mark><mark>漏</mark>。开窗通风，到室外拨打119。");
});

test("Only pages with a marked body are indexed, and of them that body alone", async (t) => {
  const path = await folder(t, SITE);
  const { pages, files } = await run({ site: `${path}/site`, output: `${path}/index` });
  const names = (await readdir(`${path}/index`, { recursive: true })).filter((name) => /\./.test(name));

  assert.deepEqual([pages, files], [6, names.length]);
  assert.equal(names.filter((name) => name.endsWith(".pf_fragment")).length, 6);
  assert.deepEqual(names.filter((name) => /ui|highlight|playground/.test(name)), []);
});

test("A site without any marked body has no index", async (t) => {
  const path = await folder(t, { "site/index.html": SITE["site/search/index.html"] });

  assert.deepEqual(await run({ site: `${path}/site`, output: `${path}/index` }), { pages: 0, files: 0, bytes: 0 });
});

test("The same site gives the same index, and the site itself stays as it was", async (t) => {
  const many = Object.fromEntries(Array.from({ length: 150 }, (_, i) =>
    [`site/news/${i}/index.html`, page(`示例通报第${i}号`, `示例街道检查了${i * 7}处消防通道，整改隐患${(i * 31) % 17}项。`)]));
  const path = await folder(t, many);
  const before = await contents(`${path}/site`);
  await run({ site: `${path}/site`, output: `${path}/one` });
  await run({ site: `${path}/site`, output: `${path}/two` });

  assert.deepEqual(await contents(`${path}/one`), await contents(`${path}/two`));
  assert.deepEqual(await contents(`${path}/site`), before);
  assert.deepEqual((await readdir(path)).sort(), ["one", "site", "two"]);
});

test("An earlier index is replaced whole, a folder of anything else is left alone", async (t) => {
  const path = await folder(t, { ...SITE, "mine/letter.txt": "kept" });
  const job = { id: 1, job: "search", site: `${path}/site` };
  await run({ ...job, output: `${path}/index` });
  const first = await contents(`${path}/index`);
  const [again, taken, missing] = (await ask({ ...job, output: `${path}/index` }, { ...job, id: 2, output: `${path}/mine` }, { ...job, id: 3, site: `${path}/none`, output: `${path}/x` }))
    .slice(0, 3).sort((a, b) => a.id - b.id);

  assert.equal(again.result.pages, 6);
  assert.deepEqual(await contents(`${path}/index`), first);
  assert.deepEqual([taken.error.code, missing.error.code], ["output-taken", "not-found"]);
  assert.equal(await readFile(`${path}/mine/letter.txt`, "utf8"), "kept");
});

test("Text is separated, while tags, scripts, values and the title stay as they are", () => {
  const html = `<title>安全</title><main data-pagefind-body><a title="安全 > 防火" href='/安全/'>防火A4纸</a><i data-pagefind-filter="kind">安全知识</i><script>"防火"</script><!-- 防火 --> &#x5B89;&#20840;&lt;</main>`;

  assert.equal(
    separated(html)?.replaceAll("\u200b", "|"),
    `<title>安全</title><main data-pagefind-body><a title="安全 > 防火" href='/安全/'>|防|火|A4|纸</a><i data-pagefind-filter="kind">安全知识</i><script>"防火"</script><!-- 防火 --> 安|全&lt;</main>`);
  assert.equal(separated("<p>data-pagefind-body 安全</p>"), null);
  assert.equal(readable(separated(`<p data-pagefind-body>防火</p>`)), `<p data-pagefind-body>防火</p>`);
});

test("A page of broken markup is read to its end", () => {
  const broken = `<p data-pagefind-body>${"<a ".repeat(20_000)}安全<`;

  assert.equal(readable(separated(broken)), broken);
});
