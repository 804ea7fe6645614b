// The parts of ECharts that our charts are made of.
import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import 'vue-echarts/style.css'

use([LineChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer])

export { default as VChart } from 'vue-echarts'
export type { EChartsOption } from 'echarts'
