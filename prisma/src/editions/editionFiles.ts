import type { ActorId, EditionFileStatus, EditionFormat, SigningWay } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { actorNames, type Named } from '../submissions/actorNames.ts'
import { typed } from '../typed.ts'

/** A file of an edition that was ordered. */
export interface EditionFileRow {
  id: string
  editionId: string
  format: EditionFormat
  status: EditionFileStatus
  /** Of 100. */
  progress: number
  draft: boolean
  /** Where its bytes are; null until it is done. */
  address: string | null
  bytes: number | null
  problem: string | null
  /** Of a signed PDF: the file that was signed, and how; who signed it is who ordered it. */
  signs: string | null
  signedWith: SigningWay | null
  orderedBy: Named
  orderedAt: Date
  doneAt: Date | null
}

type Where = { editionId: string; id?: string; signs?: string }
const read = async (tx: Queryable, where: Where): Promise<EditionFileRow[]> => {
  const found = await tx.prisma.editionFile.findMany({
    where,
    orderBy: [{ orderedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  const rows = found.map(typed.editionFile)
  const nameOf = await actorNames(
    tx,
    rows.map(({ orderedBy }) => orderedBy),
  )
  return rows.map(row => ({ ...row, orderedBy: nameOf(row.orderedBy) }))
}

/** Those of an edition, the newest first. */
export const listEditionFiles = (tx: Queryable, editionId: string): Promise<EditionFileRow[]> => read(tx, { editionId })

export const readEditionFile = async (tx: Queryable, editionId: string, id: string): Promise<EditionFileRow | null> =>
  (await read(tx, { editionId, id }))[0] ?? null

/** The signed one of a file, null where it was not signed. */
export const readSignedFile = async (tx: Queryable, editionId: string, signs: string): Promise<EditionFileRow | null> =>
  (await read(tx, { editionId, signs }))[0] ?? null

/** Keeps a signed PDF beside the one that was signed. `sha256`: where its bytes are. */
export const addSignedFile = async (
  tx: Queryable,
  file: {
    editionId: string
    signs: string
    signedWith: SigningWay
    sha256: string
    bytes: number
    by: ActorId
    at: Date
  },
): Promise<string> => {
  const { by, at, sha256, ...row } = file
  const id = v7()
  const made = { format: 'pdf', status: 'done', progress: 100, draft: false, address: sha256 }
  await tx.prisma.editionFile.create({
    data: { ...row, ...made, id, orderedBy: by, orderedAt: at, doneAt: at },
    select: { id: true },
  })
  return id
}

export const addEditionFile = async (
  tx: Queryable,
  file: { editionId: string; format: EditionFormat; draft: boolean; by: ActorId; at: Date },
): Promise<string> => {
  const { by, at, ...row } = file
  const id = v7()
  await tx.prisma.editionFile.create({ data: { ...row, id, orderedBy: by, orderedAt: at }, select: { id: true } })
  return id
}

/** How far a file is. Of one that was cancelled or is there already nothing is changed. @returns whether it goes on */
export const moveEditionFile = async (
  tx: Queryable,
  id: string,
  to: {
    status: EditionFileStatus
    progress?: number
    address?: string
    bytes?: number
    problem?: string | null
    doneAt?: Date
  },
): Promise<boolean> => {
  const { count } = await tx.prisma.editionFile.updateMany({
    where: { id, status: { in: ['waiting', 'making', 'failed'] } },
    data: to,
  })
  return count === 1
}
