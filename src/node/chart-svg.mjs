/** What a chart may consist of; everything else that a library writes is left out. */
const ELEMENTS = new Set(["svg", "g", "path", "rect", "text", "defs", "pattern", "line", "polyline", "circle"]);
const ATTRIBUTES = new Set([
  "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "points", "width", "height", "transform", "viewBox", "xmlns", "id",
  "text-anchor", "dominant-baseline", "stroke-width", "fill", "stroke", "patternUnits", "patternTransform",
]);
const TOKEN = /<style[^]*?<\/style>|<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|[^<]+/g;
/** Boxes that only catch the pointer. */
const INVISIBLE = /<(path|rect)(?![^>]*\sclass=)[^>]*\sfill="none"[^>]*><\/\1>/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/**
 * Makes an SVG fit to stand in a page: no style, script, address or event; colors by class, so that the page's style sheet sets
 * them for light, dark and forced colors; text in the page's own font; ids that no other drawing of the page has.
 * @param {string} svg as ECharts writes it, its text escaped @param {string} id unique in the page
 * @returns {string} one `svg` element; the same bytes for the same drawing, whatever was drawn before
 */
export function plainSvg(svg, id) {
  let patterns = 0;
  const renamed = new Map();
  const rename = (name) => renamed.get(name) ?? renamed.set(name, `${id}-p${++patterns}`).get(name);
  return (svg.match(TOKEN) ?? []).map((token) => {
    if (token[0] !== "<") {
      return token.trim();
    }

    const [, slash, name, attributes, end] = new RegExp(TOKEN.source).exec(token);
    return name === undefined || !ELEMENTS.has(name) ? ""
      : slash === "/" ? `</${name}>`
      : `<${name}${name === "svg" ? ` aria-hidden="true" focusable="false"` : ""}${written(name, attributes, rename)}${end}>`;
  }).join("").replace(INVISIBLE, "");
}

function written(element, attributes, rename) {
  const classes = [];
  const kept = [];
  for (const [, name, value] of attributes.matchAll(ATTRIBUTE)) {
    const colour = /^var\(--(chart-[a-z]+)\)$/.exec(value)?.[1];
    const reference = /^url\(#([\w-]+)\)$/.exec(value)?.[1];
    if (name === "style") {
      kept.push(...[/font-size:(\d+)px/.exec(value)].filter(Boolean).map(([, size]) => `font-size="${size}"`));
    } else if (!ATTRIBUTES.has(name) || (element === "svg" && (name === "width" || name === "height"))) {
      continue;
    } else if (colour !== undefined) {
      classes.push(name === "stroke" && colour !== "chart-line" ? `${colour}-edge` : colour);
    } else if (reference !== undefined) {
      kept.push(`${name}="url(#${rename(reference)})"`);
    } else if (name === "id") {
      kept.push(`id="${rename(value)}"`);
    } else if ((name !== "fill" && name !== "stroke") || value === "none") {
      kept.push(`${name}="${value}"`);
    }
  }

  return `${classes.length > 0 ? ` class="${classes.join(" ")}"` : ""}${kept.map((attribute) => ` ${attribute}`).join("")}`;
}
