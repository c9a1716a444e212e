import type { Queryable } from '../database.ts'

const turn = (kind: 'shared' | 'alone') =>
  `SELECT pg_advisory_xact_lock${kind === 'shared' ? '_shared' : ''}(hashtextextended('bytes ' || $1, 0))`

/** Until the transaction ends nobody removes these bytes: whoever names them takes this turn before looking whether they are there. */
export const nameBytes = (tx: Queryable, sha256: string) => tx.query('bytes-name', turn('shared'), [sha256])

/** Until the transaction ends nobody begins to name these bytes. @returns whether an attachment names them now */
export const isNamedNow = async (tx: Queryable, sha256: string): Promise<boolean> => {
  await tx.query('bytes-alone', turn('alone'), [sha256])
  return (await tx.query('bytes-named', 'SELECT 1 FROM attachment WHERE sha256 = $1 LIMIT 1', [sha256])).length > 0
}

/** Those that neither an attachment nor a revision names, of these. A revision is asked too: what it froze is never let go. */
export const unnamedBytes = async (tx: Queryable, hashes: string[]): Promise<string[]> => {
  const unattached = await tx.query<{ sha256: string }>(
    'bytes-unattached',
    `SELECT h AS sha256 FROM unnest($1::text[]) h WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = h)`,
    [hashes],
  )
  const left = unattached.map(({ sha256 }) => sha256)
  if (left.length === 0) return []
  const frozen = await tx.query<{ sha256: string }>(
    'bytes-frozen',
    `SELECT DISTINCT a ->> 'sha256' AS sha256 FROM revision r, jsonb_array_elements(r.body -> 'attachments') a
     WHERE a ->> 'sha256' = ANY ($1)`,
    [left],
  )
  const kept = new Set(frozen.map(({ sha256 }) => sha256))
  return left.filter(hash => !kept.has(hash))
}
