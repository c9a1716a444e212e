import type { Catalogue, ShippedStatus } from '@sepakat/rules'
import type { ShippedCatalogue as Stored } from '../../generated/client.ts'
import type { Queryable } from '../database.ts'
import { jsonOf } from '../jsonOf.ts'
import { typed } from '../typed.ts'

/** A catalogue that came with a release. */
export interface ShippedCatalogue extends Pick<Stored, 'n' | 'sha256' | 'arrivedAt' | 'decidedBy'> {
  status: ShippedStatus
  body: Catalogue
  /** Why it was published or declined; empty before. */
  reason: string
}

const select = { n: true, sha256: true, arrivedAt: true, decidedBy: true, reason: true, status: true, body: true }

/** Null where no release brought one since the first. */
export const newestShipped = async (tx: Queryable, form: string): Promise<ShippedCatalogue | null> => {
  const shipped = await tx.prisma.shippedCatalogue.findFirst({ where: { form }, orderBy: { n: 'desc' }, select })
  return shipped && typed.shippedCatalogue(shipped)
}

export const readShipped = async (tx: Queryable, form: string, n: number): Promise<ShippedCatalogue | null> => {
  const shipped = await tx.prisma.shippedCatalogue.findUnique({ where: { form_n: { form, n } }, select })
  return shipped && typed.shippedCatalogue(shipped)
}

/** The last one that was published; null where it is not known. */
export const lastTaken = async (tx: Queryable, form: string): Promise<Catalogue | null> => {
  const taken = await tx.prisma.shippedCatalogue.findFirst({
    where: { form, status: 'published' },
    orderBy: { n: 'desc' },
    select: { body: true },
  })
  return taken && typed.shippedCatalogue(taken).body
}

/** One that arrives takes the place of any that is still proposed. */
export const supersedeShipped = async (tx: Queryable, form: string): Promise<void> => {
  await tx.prisma.shippedCatalogue.updateMany({
    where: { form, status: 'proposed' },
    data: { status: 'superseded' },
  })
}

/** `version`: the published one that it is the same as; else it is proposed. */
export const addShipped = async (
  tx: Queryable,
  {
    version,
    at,
    body,
    ...shipped
  }: Pick<ShippedCatalogue, 'n' | 'body' | 'sha256'> & { form: string; version: number | null; at: Date },
): Promise<void> => {
  const decided = version === null ? {} : { status: 'published', version, decidedAt: at, decidedBy: 'system' }
  await tx.prisma.shippedCatalogue.create({ data: { ...shipped, ...decided, body: jsonOf(body) }, select: { n: true } })
}

/** Published as a version, or declined. */
export const decideShipped = async (
  tx: Queryable,
  ask: { form: string; n: number; version: number | null; note: string; by: string; at: Date },
): Promise<void> => {
  const { form, n, version, note, by, at } = ask
  const status = version === null ? 'declined' : 'published'
  await tx.prisma.shippedCatalogue.update({
    where: { form_n: { form, n } },
    data: { status, decidedAt: at, decidedBy: by, reason: note, version },
    select: { n: true },
  })
}
