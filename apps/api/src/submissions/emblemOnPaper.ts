import { type Queryable, readEmblem } from '@sepakat/db'
import type { OfficialPaper } from '@sepakat/documents'

/** The emblem of the region as a paper takes it. */
export async function emblemOnPaper(tx: Queryable): Promise<OfficialPaper['emblem']> {
  const emblem = await readEmblem(tx)
  if (!emblem) return null
  const bytes = Buffer.from(emblem.bytes)
  return emblem.media === 'image/png' ? { png: [...bytes] } : { svg: bytes.toString('utf8') }
}
