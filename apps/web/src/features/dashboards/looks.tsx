// Looks of series that differ without colour: filled, hatched, empty and dotted bars; solid, dashed and dotted lines with marks of their own.
import { PatternCircles, PatternLines } from '@visx/pattern'
import styles from './Dashboards.module.css'

const ink = 'var(--accent)'

/** The patterns that `fillOf` names, for one drawing. */
export const Patterns = ({ id }: { id: string }) => (
  <defs>
    <PatternLines id={`${id}-1`} width={6} height={6} stroke={ink} strokeWidth={2} orientation={['diagonal']} />
    <PatternCircles id={`${id}-3`} width={5} height={5} radius={1} fill={ink} complement />
  </defs>
)

export const fillOf = (look: number, id: string): string =>
  look === 0 ? ink : look === 2 ? 'var(--surface)' : `url(#${id}-${look === 1 ? 1 : 3})`

export const strokeOf = (look: number): string | undefined => [undefined, '7 4', '2 3', '9 3 2 3'][look % 4]

const size = 5

/** The mark of a point: a circle, a square, a triangle, a ring. */
export function LineMark({ look, x, y }: { look: number; x: number; y: number }) {
  if (look % 4 === 1)
    return <rect x={x - size} y={y - size} width={size * 2} height={size * 2} className={styles.mark} />
  if (look % 4 === 2)
    return <path d={`M${x} ${y - size - 1}l${size + 1} ${2 * size}h${-2 * (size + 1)}Z`} className={styles.mark} />
  return <circle cx={x} cy={y} r={size} className={look % 4 === 3 ? styles.ring : styles.mark} />
}
