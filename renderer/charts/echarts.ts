// The parts of ECharts that our charts are made of.
import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import 'vue-echarts/style.css'

use([LineChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer])

export { default as VChart } from 'vue-echarts'
export type { EChartsOption } from 'echarts'
