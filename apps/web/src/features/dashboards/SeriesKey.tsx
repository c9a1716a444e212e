import type { Chart } from '@sepakat/rules'
import styles from './Dashboards.module.css'
import { fillOf, LineMark, Patterns, strokeOf } from './looks.tsx'

/** Which look is which series; a chart of one series needs none. */
export function SeriesKey({ chart }: { chart: Chart }) {
  if (chart.series.length < 2) return null
  return (
    <ul className={styles.key} aria-label="Keterangan gambar">
      {chart.series.map(({ name }, look) => (
        <li key={name}>
          <svg width="32" height="14" aria-hidden="true">
            {chart.as === 'lines' ? (
              <>
                <line x1="0" x2="32" y1="7" y2="7" className={styles.line} strokeDasharray={strokeOf(look)} />
                <LineMark look={look} x={16} y={7} />
              </>
            ) : (
              <>
                <Patterns id={`key-${chart.id}-${look}`} />
                <rect
                  x="1"
                  y="1"
                  width="30"
                  height="12"
                  className={styles.bar}
                  fill={fillOf(look, `key-${chart.id}-${look}`)}
                />
              </>
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
