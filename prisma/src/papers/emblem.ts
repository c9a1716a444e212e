import type { ActorId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

export const emblemMedia = ['image/svg+xml', 'image/png'] as const

export interface Emblem {
  media: (typeof emblemMedia)[number]
  bytes: Uint8Array<ArrayBuffer>
}

/** The emblem in the letterheads of the region; null: none was uploaded, or it was taken away. */
export const readEmblem = async (tx: Queryable): Promise<Emblem | null> => {
  const row = await tx.prisma.emblem.findFirst({ orderBy: { version: 'desc' } })
  return row?.media && row.bytes ? { media: row.media as Emblem['media'], bytes: row.bytes } : null
}

/** The next version, or that there is none from now on. */
export const putEmblem = async (
  tx: Queryable,
  emblem: Emblem | null,
  { by, at }: { by: ActorId; at: Date },
): Promise<void> => {
  const last = await tx.prisma.emblem.findFirst({ orderBy: { version: 'desc' }, select: { version: true } })
  const data = { version: (last?.version ?? 0) + 1, media: emblem?.media ?? null, bytes: emblem?.bytes ?? null, by, at }
  await tx.prisma.emblem.create({ data, select: { version: true } })
}

/** Takes away the emblem that came with the demo region; one that somebody uploaded stays. */
export async function endDemoEmblem(tx: Queryable, at: Date): Promise<void> {
  const last = await tx.prisma.emblem.findFirst({ orderBy: { version: 'desc' }, select: { by: true, media: true } })
  if (last?.by === 'system' && last.media !== null) await putEmblem(tx, null, { by: 'system', at })
}
