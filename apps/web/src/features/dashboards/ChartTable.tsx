import type { Chart } from '@sepakat/rules'
import { Link } from 'react-router'
import { leadsToPath } from '#submissions/leadsToPath.ts'
import { cx } from '#ui/cx.ts'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import { tableClass, tableRegionClass } from '#ui/Table.tsx'
import styles from './Dashboards.module.css'
import { type Point, saidCoverage, saidValue } from './drawnSeries.ts'

/** The values of a chart, each with what it covers and where it leads. */
export function ChartTable({ chart }: { chart: Chart }) {
  return (
    <ScrollRegion label={chart.subject} className={cx(tableRegionClass)}>
      <table className={tableClass({ frozen: true })}>
        <caption className="visually-hidden">{chart.subject}</caption>
        <thead>
          <tr>
            <td />
            {chart.series.map(({ name }) => (
              <th key={name} scope="col" className={styles.num}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.categories.map((category, n) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {chart.series.map(({ name, points }) => (
                <td key={name} className={styles.num}>
                  {points[n] && <Value chart={chart} point={points[n]} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

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
