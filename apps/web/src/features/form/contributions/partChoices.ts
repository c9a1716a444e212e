import type { Anchor, Block, Row, Section } from '@sepakat/rules'
import { covers, rowAt } from '@sepakat/rules/pointers/pointer.ts'
import type { Choice } from '#ui/SelectField.tsx'

interface Branch {
  row: Row
  key: string
  /** Its parent rows. */
  above: string[]
}

const named = (row: Row): string => (row.code ? `${row.code} ${row.label}` : row.label)
const between = ' '

/** The rows of a block; where users add rows, the cards below each too: a tree of programmes is assigned by its branches. */
const branches = (block: Block, above: string[] = []): Branch[] =>
  block.rows.flatMap(row => {
    const key = rowAt(row)
    const below = block.item ? row.blocks.filter(({ item, layout }) => item !== null && layout === 'card') : []
    return [{ row, key, above }, ...below.flatMap(one => branches(one, [...above, key]))]
  })

/** What can be assigned: each section as a whole, and each row of it. `given`: what others have already. */
export function partChoices(sections: readonly Section[], given: readonly Anchor[]): Choice[] {
  const isGiven = (anchor: string) =>
    given.some(other => covers(other, anchor as Anchor) || covers(anchor as Anchor, other))
  return sections.flatMap(section => {
    const all = section.blocks.flatMap(block => branches(block))
    const isFree = ({ key, above }: Branch) =>
      ![key, ...above].some(isGiven) && !all.some(other => other.above.includes(key) && isGiven(other.key))
    const table = section.blocks[0]?.table
    const isTable = section.id === table
    const whole = isTable ? [`/${table}`] : all.map(({ key }) => key)
    const [only] = all.length === 1 && !isTable ? all : []
    const rows = only ? [] : all.filter(isFree).map(({ row, key }) => ({ value: key, label: named(row) }))
    if (whole.length === 0 || [...whole, ...all.map(({ key }) => key)].some(isGiven)) return rows
    return [
      { value: whole.join(between), label: only ? named(only.row) : `${section.title} (seluruh bagian)` },
      ...rows,
    ]
  })
}

/** The anchors of the choices, each once, none within another. */
export function anchorsOf(chosen: readonly string[]): Anchor[] {
  const all = [...new Set(chosen.flatMap(value => value.split(between)))] as Anchor[]
  return all.filter(anchor => !all.some(other => other !== anchor && covers(other, anchor)))
}
