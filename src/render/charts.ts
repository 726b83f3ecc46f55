import { createHash } from "node:crypto";
import { BarChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { cutLabel, labelWidth } from "./labels.js";

use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, LegendComponent, SVGRenderer]);

/** Colours that stand for those of the page, so that a picture follows its light and dark. */
const INK = { ink: "#010101", soft: "#020202", line: "#030303", first: "#040404", second: "#050505", panel: "#060606" };
const COLOURS: Readonly<Record<keyof typeof INK, string>> = {
  ink: "var(--ink)",
  soft: "var(--soft)",
  line: "var(--line)",
  first: "var(--neutral)",
  second: "var(--bad)",
  panel: "var(--neutral)",
};

const FONT = "system-ui,-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

/** An SVG of fixed size whose colours are the page's variables. Same data, same text. */
function draw(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({ animation: false, textStyle: { fontFamily: FONT }, ...option });
  let svg = chart.renderToSVGString();
  chart.dispose();
  for (const [name, sign] of Object.entries(INK)) {
    const [short, rgb] = [
      sign.slice(1),
      `rgb(${Number(sign.slice(1, 3))},${Number(sign.slice(1, 3))},${Number(sign.slice(1, 3))})`,
    ];
    svg = svg
      .replaceAll(`#${short}`, COLOURS[name as keyof typeof INK])
      .replaceAll(rgb, COLOURS[name as keyof typeof INK]);
  }
  // No part of this picture: what happens under a mouse, and numbers that count all pictures of the process. Those of one
  // page must not share ids.
  const still = svg
    .replace(/<style ?>.*?<\/style>/gs, "")
    .replace(/ class="[^"]*"/g, "")
    .replace(/zr\d+-/g, "zr-");
  const own = createHash("sha256").update(still).digest("hex").slice(0, 8);
  return still.replaceAll("zr-", `k${own}-`);
}

const percent = (value: number): string => `${Math.round(value * 100)}%`;

function shareAxis(name: string, most?: number): Record<string, unknown> {
  return {
    type: "value",
    name,
    min: 0,
    nameLocation: "middle",
    nameGap: 34,
    ...(most === undefined ? {} : { max: most }),
    nameTextStyle: { color: INK.soft, fontSize: 12 },
    axisLabel: { color: INK.soft, formatter: percent },
    axisLine: { show: true, lineStyle: { color: INK.line } },
    splitLine: { lineStyle: { color: INK.line } },
  };
}

const GRID = { left: 64, right: 24, top: 36, bottom: 52 };
const legend = (data: readonly string[]): Record<string, unknown> => ({
  data,
  top: 0,
  textStyle: { color: INK.soft },
  itemWidth: 18,
  itemHeight: 8,
  itemGap: 18,
  inactiveColor: INK.line,
});

/** A line through points, in the order given. */
export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly dashed?: boolean;
}

/** A chart of lines with the titles of its axes; `marks` are points without a line. */
export interface Curves {
  readonly x: string;
  readonly y: string;
  readonly curves: readonly Curve[];
  readonly marks: Curve;
  /** End of the x axis, 1 unless told otherwise, and start of the y axis, 0 unless told otherwise. */
  readonly most?: number;
  readonly least?: number;
}

/** Lines over shares, with some points marked; both axes are shares, the upper one up to its largest value. */
export function curveChart(
  { x, y, curves, marks, most = 1, least = 0 }: Curves,
  size = { width: 760, height: 340 },
): string {
  const colours = [INK.first, INK.second];
  const line = ({ name, points, dashed }: Curve, at: number): Record<string, unknown> => ({
    type: "line",
    name,
    data: points,
    showSymbol: false,
    silent: true,
    lineStyle: { color: colours[at % 2], width: 2, type: dashed === true ? "dashed" : "solid" },
    itemStyle: { color: colours[at % 2] },
  });
  const dots = { type: "scatter", name: marks.name, data: marks.points, symbolSize: 10, itemStyle: { color: INK.ink } };
  return draw(
    {
      grid: GRID,
      legend: legend([...curves.map(({ name }) => name), marks.name]),
      xAxis: shareAxis(x, most),
      yAxis: { ...shareAxis(y), min: least, nameGap: 44 },
      series: [...curves.map(line), dots],
    },
    size.width,
    size.height,
  );
}

/** Bounds, number, mean confidence and share of right predictions of a bin. */
export interface ReliabilityBin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly confidence: number;
  readonly accuracy: number;
}

/** How often forecasts are right, by how sure they were; the diagonal is perfect, bars show how many there are. */
export function reliabilityChart(
  bins: readonly ReliabilityBin[],
  words: { score: string; right: string; perfect: string; count: string },
  size = { width: 760, height: 340 },
): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const filled = bins.filter(({ count }) => count > 0);
  return draw(
    {
      grid: GRID,
      legend: legend([words.right, words.perfect, words.count]),
      xAxis: shareAxis(words.score, 1),
      yAxis: { ...shareAxis(words.right, 1), nameGap: 44 },
      series: [
        {
          type: "custom",
          name: words.count,
          silent: true,
          itemStyle: { color: INK.panel, opacity: 0.22 },
          data: bins.map(({ low, high, count }) => [low, high, count / most]),
          renderItem: barOfBin,
        },
        {
          type: "line",
          name: words.perfect,
          showSymbol: false,
          silent: true,
          itemStyle: { color: INK.soft },
          data: [
            [0, 0],
            [1, 1],
          ],
          lineStyle: { color: INK.soft, type: "dashed", width: 1 },
        },
        {
          type: "line",
          name: words.right,
          symbol: "circle",
          symbolSize: 7,
          silent: true,
          data: filled.map(({ confidence, accuracy }) => [confidence, accuracy]),
          lineStyle: { color: INK.first, width: 2 },
          itemStyle: { color: INK.first },
        },
      ],
    },
    size.width,
    size.height,
  );
}

/** What a custom series is given to draw with. */
interface DrawApi {
  value(dimension: number): number;
  coord(point: readonly [number, number]): [number, number];
}

/** A quarter of the height at most, so that the line stands out. */
function barOfBin(_: unknown, api: DrawApi): unknown {
  const [left, bottom] = api.coord([api.value(0), 0]);
  const [right, top] = api.coord([api.value(1), api.value(2) / 4]);
  const shape = { x: left + 1, y: top, width: Math.max(0, right - left - 2), height: bottom - top };
  return { type: "rect", shape, style: { fill: INK.panel, opacity: 0.3 } };
}

/** A figure with its interval. */
export interface IntervalBar {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Shares side by side, each with its interval. */
export function intervalChart(bars: readonly IntervalBar[], label: string, width = 760): string {
  // The library that draws knows no font, and so not how wide a name is.
  const names = bars.map(({ name }) => cutLabel(name));
  const whisker = (_: unknown, api: DrawApi): unknown => {
    const [left, y] = api.coord([api.value(1), api.value(0)]);
    const [right] = api.coord([api.value(2), api.value(0)]);
    const line = (x1: number, y1: number, x2: number, y2: number): unknown => ({
      type: "line",
      shape: { x1, y1, x2, y2 },
      style: { stroke: INK.ink, lineWidth: 1.5 },
    });
    return {
      type: "group",
      children: [line(left, y, right, y), line(left, y - 4, left, y + 4), line(right, y - 4, right, y + 4)],
    };
  };
  return draw(
    {
      grid: { left: Math.ceil(Math.max(0, ...names.map(labelWidth))) + 20, right: 24, top: 10, bottom: 52 },
      xAxis: { ...shareAxis(label, 1), nameGap: 30 },
      yAxis: {
        type: "category",
        inverse: true,
        data: names,
        axisLabel: { color: INK.ink },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: INK.line } },
      },
      series: [
        {
          type: "bar",
          barMaxWidth: 18,
          silent: true,
          itemStyle: { color: INK.first, opacity: 0.55 },
          data: bars.map(({ value }) => value),
        },
        {
          type: "custom",
          data: bars.map(({ low, high }, at) => [at, low, high]),
          renderItem: whisker,
          silent: true,
          z: 5,
        },
      ],
    },
    width,
    70 + 30 * bars.length,
  );
}
