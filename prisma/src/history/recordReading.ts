import type { ActorId } from '@sepakat/rules'
import type { Database } from '../database.ts'
import { statement } from '../statement.ts'
import { noEvent, record, written } from './record.ts'
import { accessStream } from './streams.ts'

export interface Reading {
  submission: string
  /** Set where the bytes of a file were read; else the report itself. */
  attachment?: string
  actor: ActorId
  at: Date
}

const hourMs = 3_600_000
/** What this process recorded lately, so that a page that reads five times asks the database once. */
const recorded = new Map<string, number>()
const mostRemembered = 10_000

const readingTurn = statement('reading-turn', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))')
const readingKnown = statement(
  'reading-known',
  `SELECT 1 FROM event WHERE actor = $1 AND data->>'submission' = $2 AND at >= $3 AND at < $4 AND type = $5
       AND type IN ('submission.read', 'attachment.read') AND data->>'attachment' IS NOT DISTINCT FROM $6 LIMIT 1`,
)

/**
 * Records that somebody outside an office read its report, at most once per actor, submission (or file) and hour by the clock.
 * Whether the reader is outside is the caller's to say.
 */
export const recordReading = async (db: Database, { submission, attachment, actor, at }: Reading): Promise<void> => {
  const hour = Math.floor(at.getTime() / hourMs)
  const key = `${actor} ${submission} ${attachment ?? ''}`
  if (recorded.get(key) === hour) return
  const type = attachment === undefined ? 'submission.read' : 'attachment.read'
  await record(db, { actor, at }, async tx => {
    await tx.query(readingTurn, [`${key} ${hour}`])
    const known = await tx.query(readingKnown, [
      actor,
      submission,
      new Date(hour * hourMs),
      new Date((hour + 1) * hourMs),
      type,
      attachment ?? null,
    ])
    if (known.length > 0) return noEvent(null)
    const data = { submission, ...(attachment !== undefined && { attachment }) }
    return written(null, { stream: accessStream(at, submission), type, data })
  })
  if (recorded.size >= mostRemembered) recorded.clear()
  recorded.set(key, hour)
}
