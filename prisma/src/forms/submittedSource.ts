import type { Source, ToldFigure } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { frozenSource } from './frozenSource.ts'
import { memory } from './memory.ts'
import type { PickedSource } from './pickSources.ts'

interface FrozenRevision {
  submission: string
  n: number
  sha256: string
}

const kept = memory<ToldFigure[]>(60)

const revisionFigures = statement(
  'revision-figures',
  `SELECT code, "row", value::text, why, unit, band FROM figure WHERE submission_id = $1 AND n = $2 AND code = ANY ($3)
     AND rule_set = (SELECT r.rule_set FROM revision r WHERE r.submission_id = $1 AND r.n = $2)`,
  rowOf<ToldFigure>({
    code: col.text,
    row: col.text,
    value: col.text.orNull,
    why: col.text.orNull,
    unit: col.text,
    band: col.jsonb.orNull,
  }),
)

/** The figures with these codes that a revision came to by its own rules. They never change, so a process keeps them by its hash. */
const toldFigures = async (
  tx: Queryable,
  { submission, n, sha256 }: FrozenRevision,
  codes: readonly string[],
): Promise<ToldFigure[]> => {
  const key = `${sha256} ${codes.join(' ')}`
  const known = kept.get(key)
  if (known) return known
  const figures = await tx.query(revisionFigures, [submission, n, codes])
  return kept.set(key, figures)
}

/** What a submitted form gives as it was frozen, with the figures of these codes; null for a draft. */
export const submittedSource = async (
  tx: Queryable,
  { submission, n, sha256 }: Pick<PickedSource, 'submission' | 'n' | 'sha256'>,
  codes: readonly string[] | undefined,
): Promise<Pick<Source, 'answers' | 'rows' | 'figures'> | null> => {
  if (n === null || sha256 === null) return null
  const source = await frozenSource(tx, { submission, n, sha256 })
  const figures = codes && { figures: await toldFigures(tx, { submission, n, sha256 }, codes) }
  return source && { answers: source.answers, rows: source.rows, ...figures }
}
