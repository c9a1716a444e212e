import type { Chart } from '@sepakat/rules'
import { useId, useRef, useState } from 'react'
import { Link } from 'react-router'
import { leadsToPath } from '#submissions/leadsToPath.ts'
import { Button } from '#ui/Button.tsx'
import { NumbersTable } from '#ui/NumbersTable.tsx'
import { count } from '#ui/numbers.ts'
import { saveFile } from '#ui/saveFile.ts'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { BarsDrawing } from './BarsDrawing.tsx'
import { chartCsv } from './chartCsv.ts'
import { chartPng } from './chartPng.ts'
import styles from './Dashboards.module.css'
import { hasValues, type Point, saidCoverage, saidValue, seriesOf } from './drawnSeries.ts'
import { LinesDrawing } from './LinesDrawing.tsx'
import { SeriesKey } from './SeriesKey.tsx'

/** The values of a chart, each with what it covers and where it leads. */
const ChartTable = ({ chart }: { chart: Chart }) => (
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

/** So many bars are seen at a glance; the others on request, and in the table. */
const mostBars = 12

/** A chart: what it shows as its title, drawn or as a table, and as files. */
export function ChartPart({ chart }: { chart: Chart }) {
  const [asTable, setAsTable] = useState(false)
  const [all, setAll] = useState(false)
  const heading = useId()
  const figure = useRef<HTMLElement>(null)
  const { say, said } = useSaid()
  const isEmpty = !hasValues(chart)
  const most = all || chart.as === 'lines' ? chart.categories.length : mostBars
  const left = chart.categories.length - most

  const savePng = async () => {
    const svg = figure.current?.querySelector('svg[data-chart]')
    const png = svg instanceof SVGSVGElement ? await chartPng(svg, chart.finding) : null
    if (png) saveFile(png, `${chart.subject}.png`)
    else say('Gambar tidak dapat dibuat di peramban ini. Unduh datanya sebagai CSV.')
  }
  return (
    <figure ref={figure} className={styles.chart} aria-labelledby={heading}>
      <figcaption id={heading}>
        <h3>{chart.finding}</h3>
        <p className={styles.quiet}>
          {chart.subject}
          {chart.unit && ` (${chart.unit})`}
        </p>
      </figcaption>
      {!isEmpty && (
        <>
          <div className={styles.actions}>
            <Button
              small
              kind={asTable ? 'primary' : 'secondary'}
              aria-pressed={asTable}
              aria-label={`Tabel: ${chart.subject}`}
              onClick={() => setAsTable(was => !was)}
            >
              Tabel
            </Button>
            <Button
              small
              kind="quiet"
              icon="download"
              aria-label={`CSV: ${chart.subject}`}
              onClick={() => saveFile(new Blob([chartCsv(chart)], { type: 'text/csv' }), `${chart.subject}.csv`)}
            >
              CSV
            </Button>
            {!asTable && (
              <Button
                small
                kind="quiet"
                icon="download"
                aria-label={`PNG: ${chart.subject}`}
                onClick={() => void savePng()}
              >
                PNG
              </Button>
            )}
          </div>
          {asTable ? (
            <ChartTable chart={chart} />
          ) : (
            <>
              <SeriesKey chart={chart} />
              {chart.as === 'lines' ? (
                <LinesDrawing chart={chart} series={seriesOf(chart)} />
              ) : (
                <BarsDrawing chart={chart} series={seriesOf(chart)} most={most} />
              )}
              {left > 0 && (
                <Button small kind="quiet" onClick={() => setAll(true)}>
                  Tampilkan {count(left)} lainnya
                </Button>
              )}
            </>
          )}
          <ul className={styles.notes}>
            {chart.notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <Said said={said} />
    </figure>
  )
}
