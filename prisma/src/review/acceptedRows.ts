import { type Anchor, type Answers, type FrozenBlock, type FrozenSection, parseRowPointer } from '@sepakat/rules'
import type { StandingAttachment } from '../attachments/attachments.ts'
import type { Queryable } from '../database.ts'
import { bodyHash } from '../history/verify/verifyRevision.ts'
import { col, rowOf, statement } from '../statement.ts'

/** What a revision freezes, so far as rows are accepted by it. */
export interface AcceptedIn {
  answers: Answers
  attachments: StandingAttachment[]
}

/**
 * SHA-256 of what a tick accepts: the cells of the row (a declared state with its reason) and the files that prove it. Not its place
 * in a list, and not what hangs on it: those rows have ticks of their own.
 */
export const acceptedDigest = ({ answers, attachments }: AcceptedIn, anchor: Anchor): string => {
  const { table = '', row = '' } = parseRowPointer(anchor) ?? {}
  const rows = Object.hasOwn(answers, table) ? answers[table]! : {}
  const { $position: _, ...cells } = Object.hasOwn(rows, row) ? rows[row]! : {}
  const proofs = attachments.filter(({ anchor: at }) => at === anchor || at.startsWith(`${anchor}/`))
  // What PostgreSQL gives back is what is hashed: JSON drops undefined.
  return bodyHash(JSON.parse(JSON.stringify({ cells, proofs })))
}

const revisionAccepted = statement(
  'revision-accepted',
  `SELECT body -> 'answers' AS answers, body -> 'attachments' AS attachments, body -> 'sections' AS sections
   FROM revision WHERE submission_id = $1 AND n = $2`,
  rowOf<AcceptedIn & { sections: FrozenSection[] }>({
    answers: col.jsonb.notNull('every frozen body has it'),
    attachments: col.jsonb.notNull('every frozen body has it'),
    sections: col.jsonb.notNull('every frozen body has it'),
  }),
)

/** The digest of each row of a revision that is asked for; null for one it does not have. */
export const digestsInRevision = async (
  tx: Queryable,
  { submission, n, anchors }: { submission: string; n: number; anchors: readonly Anchor[] },
): Promise<(string | null)[]> => {
  const [body] = await tx.query(revisionAccepted, [submission, n])
  const rows = body ? rowsOf(body) : new Set()
  return anchors.map(anchor => (body && rows.has(anchor) ? acceptedDigest(body, anchor) : null))
}

/** Every row by its anchor: those of the sections, and (a list declared as a whole) those of the answers. */
const rowsOf = ({ answers, sections }: { answers: Answers; sections: FrozenSection[] }): Set<string> => {
  const anchors = new Set(
    Object.entries(answers).flatMap(([table, rows]) => Object.keys(rows).map(row => `/${table}/${row}`)),
  )
  const walk = (blocks: FrozenBlock[]): void => {
    for (const { table, id, blocks: below } of blocks.flatMap(block => block.rows)) {
      anchors.add(`/${table}/${id}`)
      walk(below)
    }
  }
  walk(sections.flatMap(({ blocks }) => blocks))
  return anchors
}
