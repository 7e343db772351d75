import { BarChart, SankeyChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

echarts.use([BarChart, SankeyChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

/** Draws as SVG: sharp on paper and in any zoom. */
export const drawOn = (element: HTMLElement): echarts.ECharts => echarts.init(element, null, { renderer: 'svg' })
export type Drawing = echarts.ECharts
export type ChartOption = echarts.EChartsCoreOption
