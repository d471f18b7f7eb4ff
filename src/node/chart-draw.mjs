import { BarChart } from "echarts/charts.js";
import { GridComponent } from "echarts/components.js";
import { init, use } from "echarts/core.js";
import { SVGRenderer } from "echarts/renderers.js";
import { isNone } from "./chart-bars.mjs";

use([BarChart, GridComponent, SVGRenderer]);

/** Units of the drawing: about the width of a phone, so that its text is as large as the page's. */
const WIDTH = 340;
const COLUMNS_HEIGHT = 220;
const ROW = 36;
const TYPE = 15;
const LABEL_WIDTH = 118;

/** A withheld figure: a band over the whole scale, which tells nothing of its size. */
const HATCH = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4, color: "var(--chart-hatch)" };

/**
 * Draws bars with their figures beside them; there is one scale, from zero, and it is not printed.
 * @param {"rows" | "columns"} kind @param {{label: string, value: number | "*" | "—" | "未报送", text: string}[]} bars
 * @returns {{svg: string, width: number, height: number}} SVG as ECharts writes it
 */
export function draw(kind, bars) {
  const isRows = kind === "rows";
  const height = isRows ? bars.length * ROW + 4 : COLUMNS_HEIGHT;
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  try {
    chart.setOption(isRows ? rows(bars) : columns(bars), { notMerge: true });
    return { svg: chart.renderToSVGString(), width: WIDTH, height };
  } finally {
    chart.dispose();
  }
}

const rows = (bars) => ({
  animation: false,
  grid: { left: LABEL_WIDTH + 10, right: room(bars), top: 2, bottom: 2 },
  xAxis: scale(bars),
  yAxis: { ...names(bars), inverse: true, axisLabel: { ...labelStyle, width: LABEL_WIDTH, overflow: "break", lineHeight: 17 } },
  series: series(bars, "right", 20),
});

const columns = (bars) => ({
  animation: false,
  grid: { left: 4, right: 4, top: 24, bottom: 26 },
  xAxis: { ...names(bars), axisLabel: { ...labelStyle, width: WIDTH / bars.length - 4, overflow: "break", interval: 0 } },
  yAxis: scale(bars),
  series: series(bars, "top", 44),
});

const labelStyle = { color: "var(--chart-text)", fontSize: TYPE, interval: 0 };

const names = (bars) => ({
  type: "category",
  data: bars.map(({ label }) => shortened(label)),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: "var(--chart-line)", width: 1 } },
});

const scale = (bars) => ({ type: "value", min: 0, max: largest(bars), show: false });

/** Shown figures as bars, withheld ones as hatched bands over the same place, and what can be none or is not reported as a word at the line. */
const series = (bars, position, thickness) => [
  { ...layer(bars, position, thickness, ({ value }) => typeof value === "number" || isNone(value)), itemStyle: { color: "var(--chart-bar)" } },
  {
    ...layer(bars, position, thickness, ({ value }) => value === "*"), barGap: "-100%",
    itemStyle: { color: "none", borderColor: "var(--chart-hatch)", borderWidth: 1, decal: HATCH },
  },
];

const layer = (bars, position, thickness, isIn) => ({
  type: "bar",
  silent: true,
  barMaxWidth: thickness,
  barWidth: "62%",
  data: bars.map((bar) => (isIn(bar) ? length(bar, bars) : null)),
  label: {
    show: true, position, distance: 6, color: "var(--chart-text)", fontSize: TYPE, textBorderWidth: 0,
    formatter: ({ dataIndex }) => bars[dataIndex].text,
  },
  emphasis: { disabled: true },
});

const length = ({ value }, bars) => (value === "*" ? largest(bars) : isNone(value) ? 0 : value);

const largest = (bars) => Math.max(1, ...bars.map(({ value }) => (typeof value === "number" ? value : 0)));

/** Room right of the bars for the longest figure. */
const room = (bars) => 14 + TYPE * 0.62 * Math.max(...bars.map(({ text }) => [...text].length));

/** Two lines of a name at most. */
const shortened = (label) => ([...label].length <= 14 ? label : `${[...label].slice(0, 13).join("")}…`);
