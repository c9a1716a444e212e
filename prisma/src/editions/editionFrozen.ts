import { createHash } from 'node:crypto'
import { type ActorId, canonicalJson, type FrozenEdition } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { memory } from '../forms/memory.ts'
import { jsonOf } from '../jsonOf.ts'
import { actorNames } from '../submissions/actorNames.ts'
import { typed } from '../typed.ts'

/** SHA-256 over its canonical JSON (RFC 8785), as long as it says nothing of its freezing. */
export const editionHash = (edition: FrozenEdition): string =>
  createHash('sha256')
    .update(canonicalJson({ ...edition, frozen: null }))
    .digest('hex')

/** Writes what an edition was approved as; once. @returns its hash */
export const freezeEdition = async (
  tx: Queryable,
  id: string,
  body: FrozenEdition,
  { by, at }: { by: ActorId; at: Date },
): Promise<string> => {
  const sha256 = editionHash(body)
  const data = { editionId: id, body: jsonOf({ ...body, frozen: null }), sha256, by, at }
  await tx.prisma.editionFrozen.create({ data, select: { sha256: true } })
  return sha256
}

const kept = memory<FrozenEdition>(10)

/** As it was approved; null while it is not. A process keeps some: they never change. */
export const readFrozenEdition = async (tx: Queryable, id: string): Promise<FrozenEdition | null> => {
  const known = kept.get(id)
  if (known) return known
  const row = await tx.prisma.editionFrozen.findUnique({ where: { editionId: id } })
  if (row === null) return null
  const { body, by, at, sha256 } = typed.editionFrozen(row)
  const { name, title } = (await actorNames(tx, [by]))(by)
  const frozen = { at: at.toISOString(), by: title === '' ? name : `${name}, ${title}`, sha256 }
  return kept.set(id, { ...body, frozen })
}
