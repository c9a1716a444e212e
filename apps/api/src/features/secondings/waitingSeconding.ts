import { lockSeconding, type Queryable, type SecondingRow } from '@sepakat/db'
import { problem } from '#http/problem.ts'

/** One that still waits, locked. @throws not-found, exists where it was decided */
export const waitingSeconding = async (tx: Queryable, id: string): Promise<SecondingRow> => {
  const row = await lockSeconding(tx, id)
  if (row === null) throw problem('not-found')
  if (row.status !== 'waiting')
    throw problem('exists', { detail: 'Permintaan ini sudah diputuskan. Muat ulang halaman.' })
  return row
}
