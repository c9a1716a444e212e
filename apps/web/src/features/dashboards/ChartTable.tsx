import type { Chart } from '@sepakat/rules'
import { Link } from 'react-router'
import { leadsToPath } from '#submissions/leadsToPath.ts'
import { NumbersTable } from '#ui/NumbersTable.tsx'
import styles from './Dashboards.module.css'
import { type Point, saidCoverage, saidValue } from './drawnSeries.ts'

/** The values of a chart, each with what it covers and where it leads. */
export const ChartTable = ({ chart }: { chart: Chart }) => (
  <NumbersTable
    title={chart.subject}
    categories={chart.categories}
    series={chart.series.map(({ name }) => name)}
    numberClass={styles.num}
    cell={(series, n) => {
      const point = chart.series[series]?.points[n]
      return point && <Value chart={chart} point={point} />
    }}
  />
)

function Value({ chart, point }: { chart: Chart; point: Point }) {
  const said = saidValue(chart, point.value)
  const coverage = point.value === null ? '' : saidCoverage(chart, point)
  return (
    <>
      {point.to && point.value !== null ? <Link to={leadsToPath(point.to)}>{said}</Link> : said}
      {coverage && <small className={styles.coverage}>{coverage}</small>}
    </>
  )
}
