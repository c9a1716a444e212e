import type { Figure } from '../types/Figure.ts'

/** The result of a figure: all that its reader sees of it. */
type Outcome = Pick<Figure, 'value' | 'why' | 'band'>
type Told = Outcome & Pick<Figure, 'code' | 'row' | 'unit'>

/** A figure that changes; null where it does not exist. */
export interface FigureMove extends Pick<Figure, 'code' | 'row' | 'unit'> {
  from: Outcome | null
  to: Outcome | null
  /** Its label changes: another band or predicate, or none. */
  band: boolean
}

const outcome = (figure: Told | undefined): Outcome | null =>
  figure ? { value: figure.value, why: figure.why, band: figure.band } : null
const bandOf = (figure: Told | undefined): string | null => figure?.band?.label ?? null
const isSame = (a: Told | undefined, b: Told | undefined): boolean =>
  a?.value === b?.value && a?.why === b?.why && bandOf(a) === bandOf(b)

/** Whether answers still give the frozen figures. A figure added by a later release was never frozen, so it is no difference. */
export const comesToFrozen = (frozen: readonly Told[], again: readonly Told[]): boolean =>
  movedFigures(frozen, again).every(({ from }) => from === null)

/** The figures that differ between two computations of the same answers; changes of band first. */
export function movedFigures(before: readonly Told[], after: readonly Told[]): FigureMove[] {
  const keyed = (figures: readonly Told[]) => new Map(figures.map(figure => [`${figure.code}/${figure.row}`, figure]))
  const [old, now] = [keyed(before), keyed(after)]
  const moves = [...new Map([...old, ...now])].flatMap(([key, { code, row, unit }]) => {
    const [a, b] = [old.get(key), now.get(key)]
    return isSame(a, b) ? [] : [{ code, row, unit, from: outcome(a), to: outcome(b), band: bandOf(a) !== bandOf(b) }]
  })
  return [...moves.filter(move => move.band), ...moves.filter(move => !move.band)]
}
