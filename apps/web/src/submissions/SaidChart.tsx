import type { EditionChart, EditionSeries } from '@sepakat/rules/editions/FrozenEdition.ts'
import { shownCell } from '@sepakat/rules/editions/shownCell.ts'
import { cx } from '#ui/cx.ts'
import { keyedBy } from '#ui/keyedBy.ts'
import { NumbersTable } from '#ui/NumbersTable.tsx'
import styles from './Said.module.css'
import { Notes } from './SaidTable.tsx'

/** Looks of the series, in their order. */
const looks = [styles.series1, styles.series2, styles.series3, styles.series4]
/** As the document says it: a quotient has 34 places. */
const said = (series: EditionSeries | undefined, n: number): string =>
  shownCell(series ?? {}, { value: series?.values[n] ?? null })
const width = 600
const height = 220

/** A chart of an edition: drawn for the eye, its numbers as a table for everyone. */
export function SaidChart({ number, chart }: { number: string; chart: EditionChart }) {
  const caption = `${number} ${chart.title}`.trim()
  return (
    <figure data-figure className={styles.figure}>
      <figcaption>
        {caption}
        {chart.unit && <small> ({chart.unit})</small>}
      </figcaption>
      {chart.series.length > 1 && (
        <ul className={styles.legend} aria-hidden="true">
          {chart.series.map(({ name }, n) => (
            <li key={name}>
              <span className={cx(styles.key, looks[n % looks.length])} />
              {name}
            </li>
          ))}
        </ul>
      )}
      {chart.as === 'bars' ? <Bars chart={chart} /> : <Lines chart={chart} />}
      <details open={chart.as === 'lines'}>
        <summary>Angkanya</summary>
        <NumbersTable
          title={`Angka ${caption}`}
          categories={chart.categories}
          series={chart.series.map(({ name }) => name)}
          numberClass={styles.num}
          cell={(series, n) => said(chart.series[series], n)}
        />
      </details>
      <Notes notes={chart.notes} />
    </figure>
  )
}

const sizes = ({ series }: EditionChart): number[] =>
  series.flatMap(({ values }) => values.map(value => Number(value ?? 0)))

function Bars({ chart }: { chart: EditionChart }) {
  const most = Math.max(...sizes(chart).map(Math.abs), 0) || 1
  return (
    <div className={styles.bars} aria-hidden="true">
      {keyedBy(chart.categories).map(([key, category]) => (
        <div key={key} className={styles.bar}>
          <span>{category}</span>
          {chart.series.map((series, n) => {
            const value = series.values[Number(key)] ?? null
            return (
              <span key={series.name} className={styles.barLine}>
                <svg
                  viewBox="0 0 100 10"
                  preserveAspectRatio="none"
                  className={looks[n % looks.length]}
                  aria-hidden="true"
                >
                  <rect x="0" y="0" width={(Math.abs(Number(value ?? 0)) / most) * 100} height="10" />
                </svg>
                <small>{said(series, Number(key))}</small>
              </span>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function Lines({ chart }: { chart: EditionChart }) {
  const all = sizes(chart)
  const most = Math.max(...all, 0)
  const least = Math.min(...all, 0)
  const x = (n: number) => (width * (n + 0.5)) / Math.max(chart.categories.length, 1)
  const y = (value: string) => height - ((Number(value) - least) / (most - least || 1)) * (height - 20) - 10
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.lines} aria-hidden="true">
      <line x1="0" x2={width} y1={y('0')} y2={y('0')} className={styles.zero} />
      {chart.series.map(({ name, values }, n) => {
        const points = values.flatMap((value, at) => (value === null ? [] : [[x(at), y(value)] as const]))
        return (
          <g key={name} className={looks[n % looks.length]}>
            <polyline points={points.map(point => point.join(',')).join(' ')} />
            {points.map(([px, py]) => (
              <circle key={px} cx={px} cy={py} r="4" />
            ))}
          </g>
        )
      })}
    </svg>
  )
}
