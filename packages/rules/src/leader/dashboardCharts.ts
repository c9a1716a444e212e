import { budgetChart } from './budgetChart.ts'
import type { Chart } from './Chart.ts'
import type { ChartData } from './ChartData.ts'
import { indicatorCharts } from './indicatorCharts.ts'
import { punctualityCharts } from './punctualityCharts.ts'
import { quarterCharts } from './quarterCharts.ts'
import { reviewCharts } from './reviewCharts.ts'

/** Every chart of a year, in the order of the page. */
export const dashboardCharts = (data: ChartData): Chart[] => [
  ...quarterCharts(data),
  ...indicatorCharts(data),
  budgetChart(data),
  ...punctualityCharts(data),
  ...reviewCharts(data),
]
