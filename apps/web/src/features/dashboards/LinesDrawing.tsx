import type { Chart } from '@sepakat/rules'
import { AxisBottom, AxisLeft } from '@visx/axis'
import { scaleLinear, scalePoint } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { formatNumber } from '#ui/numbers.ts'
import { ChartLink } from './ChartLink.tsx'
import styles from './Dashboards.module.css'
import { type DrawnSeries, type Point, saidPoint, saidValue, sizeOf } from './drawnSeries.ts'
import { LineMark, strokeOf } from './looks.tsx'
import { useWidth } from './useWidth.ts'

const height = 280
const edge = { top: 28, right: 20, bottom: 32, left: 52 }
const letters = { fontSize: 13, fontFamily: 'inherit', fill: 'var(--ink-2)' }

/** Lines over time, each with a look and marks of its own; every point leads to what it is of. */
export function LinesDrawing({ chart, series }: { chart: Chart; series: readonly DrawnSeries[] }) {
  const [box, width] = useWidth()
  const known = series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [sizeOf(value)])))
  const x = scalePoint({
    domain: chart.categories.map((_, n) => n),
    range: [edge.left, width - edge.right],
    padding: 0.5,
  })
  const y = scaleLinear({
    domain: [Math.min(0, ...known), Math.max(...known, 1)],
    range: [height - edge.bottom, edge.top],
    nice: true,
  })
  // on a narrow screen each second or third of many categories is written
  const every = Math.ceil(chart.categories.length / Math.max(1, Math.floor((width - edge.left) / 90)))
  const placed = ({ points }: DrawnSeries) =>
    points.flatMap((point, n) => (point.value === null ? [] : [{ point, n, x: x(n) ?? 0, y: y(sizeOf(point.value)) }]))
  return (
    <div ref={box} className={styles.drawing}>
      <svg width={width} height={height} data-chart>
        <title>{chart.subject}</title>
        <AxisLeft
          scale={y}
          left={edge.left}
          numTicks={4}
          tickFormat={value => formatNumber(String(value))}
          tickLabelProps={{ ...letters, textAnchor: 'end', dx: -4, dy: 4 }}
          stroke="var(--line-strong)"
          tickStroke="var(--line-strong)"
        />
        <AxisBottom
          scale={x}
          top={height - edge.bottom}
          tickValues={chart.categories.map((_, n) => n).filter(n => n % every === 0)}
          tickFormat={n => chart.categories[n] ?? ''}
          tickLabelProps={{ ...letters, textAnchor: 'middle' }}
          stroke="var(--line-strong)"
          tickStroke="var(--line-strong)"
        />
        {series.map(one => (
          <LinePath
            key={one.name}
            data={placed(one)}
            x={at => at.x}
            y={at => at.y}
            className={styles.line}
            strokeDasharray={strokeOf(one.look)}
          />
        ))}
        {series.map(one =>
          placed(one).map(({ point, n, ...at }) => (
            <ChartLink
              key={`${one.name} ${n}`}
              to={point.to}
              label={saidPoint(chart, one.name, chart.categories[n] ?? '', point)}
            >
              <rect x={at.x - 12} y={at.y - 12} width={24} height={24} fill="transparent" />
              <LineMark look={one.look} {...at} />
              <Value chart={chart} point={point} {...at} below={one.look % 2 === 1} />
            </ChartLink>
          )),
        )}
      </svg>
    </div>
  )
}

/** The value beside its mark: a line is read without its axis. One that would be written over the axis is beside its mark instead. */
function Value({ chart, point, x, y, below }: { chart: Chart; point: Point; x: number; y: number; below: boolean }) {
  const beside = below && y + 20 > height - edge.bottom
  const at = beside ? { x: x + 12, y: y - 4 } : { x, y: below ? y + 20 : y - 10 }
  return (
    <text {...at} textAnchor={beside ? 'start' : 'middle'} fontSize={12} fill="var(--ink)">
      {saidValue(chart, point.value)}
    </text>
  )
}
