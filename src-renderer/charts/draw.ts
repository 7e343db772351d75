import { BarChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

echarts.use([
  BarChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  CanvasRenderer,
  SVGRenderer,
])

/** Draws as SVG: sharp on paper and in any zoom. */
export const drawOn = (element: HTMLElement): echarts.ECharts => echarts.init(element, null, { renderer: 'svg' })
export type Drawing = echarts.ECharts
export type ChartOption = echarts.EChartsCoreOption

/** The size of exported pictures in pixels, that of half a page in landscape. */
const PICTURE = { width: 1200, height: 640 }

/** A chart as a file: SVG to enlarge, PNG (twice as fine, on white) to paste. @returns base64 */
export function pictureOf(
  option: ChartOption,
  kind: 'png' | 'svg',
  size: { width: number; height: number } = PICTURE,
): { mediaType: string; base64: string } {
  const place = document.createElement('div')
  const drawing =
    kind === 'svg'
      ? echarts.init(null, null, { renderer: 'svg', ssr: true, ...size })
      : echarts.init(place, null, { renderer: 'canvas', ...size, devicePixelRatio: 2 })
  try {
    drawing.setOption({ backgroundColor: '#ffffff', ...option })
    if (kind === 'png') return { mediaType: 'image/png', base64: drawing.getDataURL({ type: 'png' }).replace(/^[^,]*,/, '') }
    const bytes = new TextEncoder().encode(drawing.renderToSVGString())
    return { mediaType: 'image/svg+xml', base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
  } finally {
    drawing.dispose()
  }
}
