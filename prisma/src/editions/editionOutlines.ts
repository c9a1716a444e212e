import type { ActorId, EditionType, OwnOutline } from '@sepakat/rules'
import { Prisma } from '../../generated/client.ts'
import type { Queryable } from '../database.ts'
import { jsonOf } from '../jsonOf.ts'
import { actorNames, type Named } from '../submissions/actorNames.ts'
import { typed } from '../typed.ts'

/** A version of the region's own outline of a report; without one the shipped outline counts from then on. */
export interface EditionOutlineVersion {
  version: number
  outline: OwnOutline | null
  by: Named
  at: Date
}

/** Of one report, newest first. */
export const listEditionOutlines = async (tx: Queryable, type: EditionType): Promise<EditionOutlineVersion[]> => {
  const stored = await tx.prisma.editionOutline.findMany({ where: { type }, orderBy: { version: 'desc' }, take: 50 })
  const rows = stored.map(typed.editionOutline)
  const nameOf = await actorNames(
    tx,
    rows.map(({ by }) => by),
  )
  return rows.map(({ version, outline, by, at }) => ({ version, outline, by: nameOf(by), at }))
}

/** The newest of each report that has any. */
export const newestEditionOutlines = async (tx: Queryable) => {
  const rows = await tx.prisma.editionOutline.findMany({
    distinct: ['type'],
    orderBy: [{ type: 'asc' }, { version: 'desc' }],
  })
  return new Map(rows.map(typed.editionOutline).map(row => [row.type, row]))
}

/** The outline that the region has of a report; null: the shipped one. */
export const ownEditionOutline = async (tx: Queryable, type: EditionType): Promise<OwnOutline | null> => {
  const row = await tx.prisma.editionOutline.findFirst({ where: { type }, orderBy: { version: 'desc' } })
  return row && typed.editionOutline(row).outline
}

export const addEditionOutline = async (
  tx: Queryable,
  type: EditionType,
  { version, outline, by, at }: { version: number; outline: OwnOutline | null; by: ActorId; at: Date },
): Promise<void> => {
  const data = { type, version, by, at, outline: outline ? jsonOf(outline) : Prisma.DbNull }
  await tx.prisma.editionOutline.create({ data, select: { version: true } })
}
