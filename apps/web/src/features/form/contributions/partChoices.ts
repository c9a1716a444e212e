import type { Anchor, Row, Section } from '@sepakat/rules'
import { covers } from '@sepakat/rules/pointers/pointer.ts'
import type { Choice } from '../../../ui/SelectField.tsx'
import { rowKey } from '../model/viewStore.ts'

const keyOf = (row: Row): string => rowKey({ table: row.table, row: row.id })
const named = (row: Row): string => (row.code ? `${row.code} ${row.label}` : row.label)
const between = ' '

/** What can be handed over: each section as a whole, and each row of it. `given`: what others have already. */
export function partChoices(sections: readonly Section[], given: readonly Anchor[]): Choice[] {
  const free = (anchors: string[]) =>
    !anchors.some(anchor => given.some(other => covers(other, anchor as Anchor) || covers(anchor as Anchor, other)))
  return sections.flatMap(section => {
    const rows = section.blocks.flatMap(block => block.rows)
    const table = section.blocks[0]?.table
    const isTable = section.id === table
    const whole = isTable ? [`/${table}`] : rows.map(keyOf)
    const single = rows.length === 1 && !isTable
    const choices = [
      { anchors: whole, label: single ? named(rows[0] as Row) : `${section.title} (seluruh bagian)` },
      ...(single ? [] : rows.map(row => ({ anchors: [keyOf(row)], label: named(row) }))),
    ]
    return choices
      .filter(({ anchors }) => anchors.length > 0 && free(anchors))
      .map(({ anchors, label }) => ({ value: anchors.join(between), label }))
  })
}

/** The anchors of what was chosen, each once, none within another. */
export function anchorsOf(chosen: readonly string[]): Anchor[] {
  const all = [...new Set(chosen.flatMap(value => value.split(between)))] as Anchor[]
  return all.filter(anchor => !all.some(other => other !== anchor && covers(other, anchor)))
}
