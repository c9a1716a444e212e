import { readFileSync } from 'node:fs'
import { type Database, snapshot } from '@sepakat/db'
import { composeEdition, type EditionTable, editionKinds, exact, refKey, roundShown } from '@sepakat/rules'
import { editionData } from '#features/editions/editionData.ts'

const script = readFileSync(new URL('numbers.sql', import.meta.url), 'utf8')
/** Columns that show a side of the figure they refer to. */
const sides: Record<string, string> = {
  numerator: ' numerator',
  served: ' numerator',
  denominator: ' denominator',
  due: ' denominator',
}

/** A number of a table beside what the script says; null where the script has none. */
export interface ComparedNumber {
  table: string
  key: string
  shown: string
  computed: string | null
}

const keyOf = (column: string, of: NonNullable<EditionTable['lines'][number]['cells'][string]['of']>): string =>
  'submission' in of ? `${of.submission} ${of.n} ${of.pointer}` : `${refKey(of)}${sides[column] ?? ''}`

/** Every number of the tables of all editions of 2025 that says where it is from, beside the independent script. */
export const editionNumbers = async (db: Database): Promise<ComparedNumber[]> => {
  const { rows } = await db.pool.query<{ key: string; value: string }>(script)
  const computed = new Map(rows.map(({ key, value }) => [key, roundShown(exact(value).toFixed(), 8)]))
  const all: ComparedNumber[] = []
  for (const kind of Object.values(editionKinds)) {
    const period = kind.period === 'quarter' ? '2025-TW4' : '2025'
    const data = await snapshot(db, tx => editionData(tx, kind, period))
    const { chapters } = composeEdition(kind, data, {
      outline: kind.outline,
      texts: new Map(),
      version: 1,
      statement: null,
    })
    for (const block of chapters.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks)))
      if (block.block === 'table')
        for (const { cells } of block.table.lines)
          for (const [column, { value, of }] of Object.entries(cells))
            if (value != null && of) {
              const key = keyOf(column, of)
              all.push({
                table: `${kind.type} ${block.table.id}`,
                key,
                shown: roundShown(value, 8),
                computed: computed.get(key) ?? null,
              })
            }
  }
  return all
}
