import type { Answers, Source } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { memory } from './memory.ts'

/** What a revision gives to who reads it: its answers, rows and names of figures, as they were when it was submitted. */
export interface FrozenSource {
  answers: Answers
  rows: Source['rows']
  /** Names by code; none of one frozen before they were kept. */
  figures: Record<string, string>
  formVersion: number
}

interface FrozenBlock {
  table: string
  rows: { id: string; parent: string | null; label: string; blocks: FrozenBlock[] }[]
}

const kept = memory<FrozenSource>(60)

const revisionSource = statement(
  'revision-source',
  `SELECT body -> 'answers' AS answers, body -> 'sections' AS sections, (body ->> 'formVersion')::int AS "formVersion",
          COALESCE(body #> '{words,figures}', '{}') AS figures
   FROM revision WHERE submission_id = $1 AND n = $2`,
  rowOf<Omit<FrozenSource, 'rows'> & { sections: { blocks: FrozenBlock[] }[] }>({
    answers: col.jsonb.notNull('every frozen body has it'),
    sections: col.jsonb.notNull('every frozen body has it'),
    formVersion: col.int4.notNull('every frozen body has it'),
    figures: col.jsonb.notNull('coalesced'),
  }),
)

/** Never changes, so a process keeps it by the hash of the revision. Null where there is no such revision. */
export const frozenSource = async (
  tx: Queryable,
  { submission, n, sha256 }: { submission: string; n: number; sha256: string },
): Promise<FrozenSource | null> => {
  const known = kept.get(sha256)
  if (known) return known
  const [row] = await tx.query(revisionSource, [submission, n])
  if (!row) return null
  const { sections, ...given } = row
  return kept.set(sha256, { ...given, rows: rowsIn(sections.flatMap(({ blocks }) => blocks)) })
}

const rowsIn = (blocks: FrozenBlock[]): Source['rows'] => {
  const rows: Source['rows'] = {}
  const walk = (all: FrozenBlock[]): void => {
    for (const { table, rows: own } of all) {
      for (const { id, parent, label, blocks: below } of own) {
        rows[table] ??= []
        rows[table].push({ id, parent, label })
        walk(below)
      }
    }
  }
  walk(blocks)
  return rows
}
