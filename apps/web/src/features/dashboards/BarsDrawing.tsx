import type { Chart } from '@sepakat/rules'
import { scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import { useId } from 'react'
import { ChartLink } from './ChartLink.tsx'
import styles from './Dashboards.module.css'
import { type DrawnSeries, type Point, saidCoverage, saidPoint, saidValue, sizeOf } from './drawnSeries.ts'
import { fillOf, Patterns } from './looks.tsx'
import { useWidth } from './useWidth.ts'

const thick = 14
const head = 22
const gap = 12
/** Of a letter of what is said behind a bar, and beside it. */
const [letter, beside] = [6.4, 14]
/** A long name is smaller on a phone, and whole: two may differ in their last word. */
const sizeWithin = (width: number, name: string): number => Math.max(10, Math.min(13, width / (name.length * 0.6)))
/** What is said behind a bar. */
const behind = (chart: Chart, point: Point | undefined): string =>
  [saidValue(chart, point?.value ?? null), point && saidCoverage(chart, point)].filter(Boolean).join(' · ')

/** A name with its bars below it, beside each other or as parts of a whole; each leads to what it is of. */
export function BarsDrawing({
  chart,
  series,
  most,
}: {
  chart: Chart
  series: readonly DrawnSeries[]
  /** So many categories are drawn, from the first on. */
  most: number
}) {
  const [box, width] = useWidth()
  const id = useId()
  const categories = chart.categories.slice(0, most)
  const stacked = chart.as === 'stack'
  const sizes = categories.map((_, n) => series.map(({ points }) => sizeOf(points[n]?.value ?? null)))
  const sum = (all: readonly number[]) => all.reduce((total, size) => total + size, 0)
  const largest = Math.max(...sizes.map(all => (stacked ? sum(all) : Math.max(...all))), 1)
  const ofCategory = (n: number) => series.map(({ points }) => behind(chart, points[n]))
  const said = categories.map((_, n) => (stacked ? [ofCategory(n).join(' · ')] : ofCategory(n)))
  const longest = Math.max(...said.flat().map(({ length }) => length), 9)
  const x = scaleLinear({ domain: [0, largest], range: [0, width - beside - letter * longest] })
  const tall = head + (stacked ? thick + 2 : series.length * (thick + 2)) + gap
  return (
    <div ref={box} className={styles.drawing}>
      <svg width={width} height={tall * categories.length} data-chart>
        <title>{chart.subject}</title>
        <Patterns id={id} />
        {categories.map((category, n) => {
          const own = series.map(({ name, points, look }) => ({ name, look, point: points[n] }))
          const label = own
            .flatMap(({ name, point }) => (point ? [saidPoint(chart, name, category, point)] : []))
            .join('; ')
          const to = own.find(({ point }) => point?.to)?.point?.to ?? null
          let start = 0
          return (
            <ChartLink key={category} to={to} label={label}>
              <rect x={0} y={n * tall} width={width} height={tall - gap / 2} fill="transparent" />
              <text x={0} y={n * tall + 15} fontSize={sizeWithin(width, category)} fill="var(--ink)">
                {category}
              </text>
              {own.map(({ name, look, point }, at) => {
                const value = point?.value ?? null
                const wide = Math.max(0, x(sizeOf(value)))
                const left = stacked ? start : 0
                start += stacked ? wide : 0
                const top = n * tall + head + (stacked ? 0 : at * (thick + 2))
                return (
                  <g key={name}>
                    {wide > 0 && (
                      <Bar
                        x={left + 0.5}
                        y={top}
                        width={wide}
                        height={thick}
                        className={styles.bar}
                        fill={fillOf(look, id)}
                      />
                    )}
                    {!stacked && (
                      <text x={wide + 6} y={top + 12} fontSize={12} fill="var(--ink)">
                        {said[n]?.[at]}
                      </text>
                    )}
                  </g>
                )
              })}
              {stacked && (
                <text x={start + 6} y={n * tall + head + 12} fontSize={12} fill="var(--ink)">
                  {said[n]?.[0]}
                </text>
              )}
            </ChartLink>
          )
        })}
      </svg>
    </div>
  )
}
