import { isVerified } from '../catalogue/rowsOf.ts'
import type { Confidence } from '../types/Catalogue.ts'

interface PlacedRow {
  label: string
  code?: string | undefined
  confidence?: Confidence | undefined
  blocks: { rows: PlacedRow[] }[]
}

/** Codes (or, without one, labels) of the rows whose wording was not yet compared with its regulation, in the form's order. */
export function uncomparedRows(sections: readonly { blocks: { rows: PlacedRow[] }[] }[]): string[] {
  const found = new Set<string>()
  const walk = (blocks: PlacedRow['blocks']): void => {
    for (const row of blocks.flatMap(block => block.rows)) {
      if (row.confidence !== undefined && !isVerified(row.confidence)) found.add(row.code || row.label)
      walk(row.blocks)
    }
  }
  walk(sections.flatMap(section => section.blocks))
  return [...found]
}
