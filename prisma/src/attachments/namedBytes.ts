import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

const bytesAlone = statement('bytes-alone', `SELECT pg_advisory_xact_lock(hashtextextended('bytes ' || $1, 0))`)
const bytesNamed = statement(
  'bytes-named',
  `SELECT 1 FROM attachment WHERE sha256 = $1 UNION ALL SELECT 1 FROM edition_file WHERE address = $1
   UNION ALL SELECT 1 FROM edition_sending WHERE sha256 = $1 LIMIT 1`,
)

/** Until the transaction ends no other can begin to name these bytes. @returns whether an attachment, a signed PDF or a receipt names them now */
export const isNamedNow = async (tx: Queryable, sha256: string): Promise<boolean> => {
  await tx.query(bytesAlone, [sha256])
  return (await tx.query(bytesNamed, [sha256])).length > 0
}

const bytesUnattached = statement(
  'bytes-unattached',
  `SELECT h AS sha256 FROM unnest($1::text[]) h WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = h)
   AND NOT EXISTS (SELECT 1 FROM edition_file f WHERE f.address = h)
   AND NOT EXISTS (SELECT 1 FROM edition_sending s WHERE s.sha256 = h)`,
  { sha256: col.text.notNull('what is asked') },
)
const bytesFrozen = statement(
  'bytes-frozen',
  `SELECT DISTINCT a ->> 'sha256' AS sha256 FROM revision r, jsonb_array_elements(r.body -> 'attachments') a
   WHERE a ->> 'sha256' = ANY ($1)`,
  { sha256: col.text.notNull('every frozen body has it') },
)

/** Those that no attachment, signed PDF, receipt or revision names, of these. A revision is asked too: what it froze is never let go. */
export const unnamedBytes = async (tx: Queryable, hashes: string[]): Promise<string[]> => {
  const unattached = await tx.query(bytesUnattached, [hashes])
  const left = unattached.map(({ sha256 }) => sha256)
  if (left.length === 0) return []
  const frozen = await tx.query(bytesFrozen, [left])
  const kept = new Set(frozen.map(({ sha256 }) => sha256))
  return left.filter(hash => !kept.has(hash))
}
