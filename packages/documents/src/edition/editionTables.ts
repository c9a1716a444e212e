import type { EditionTable, FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { chartTable } from './chartTable.ts'
import { wholeEdition } from './wholeEdition.ts'

/** A table with a name of its own in the edition. */
export interface NamedTable {
  /** No other has it; at most 31 letters, none of which a sheet or a file may not have: `Tabel 2.3`. */
  name: string
  /** The chapter or annex it is in. */
  part: string
  table: EditionTable
}

/** The most letters that the name of a sheet has. */
const most = 31

/** Every table of an edition in its order, that of each chart too. */
export function editionTables(edition: FrozenEdition): NamedTable[] {
  const taken = new Set<string>(['ringkasan'])
  const nameFor = (wanted: string): string => {
    const plain =
      wanted
        .replace(/[\\/?*[\]:'"<>|]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, most)
        .trim() || 'Tabel'
    for (let n = 1; ; n++) {
      const name = n === 1 ? plain : `${plain.slice(0, most - 4).trim()} (${n})`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
  return wholeEdition(edition).flatMap(({ number, title, sections }) =>
    sections.flatMap(({ blocks }) =>
      blocks.flatMap(block => {
        if (block.block !== 'table' && block.block !== 'chart') return []
        const table = block.block === 'table' ? block.table : chartTable(block.chart)
        return [{ name: nameFor(block.number || table.title), part: `${number} ${title}`.trim(), table }]
      }),
    ),
  )
}
