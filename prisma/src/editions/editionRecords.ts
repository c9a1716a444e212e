import type { ActorId } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { dateOf, dayOf } from '../days.ts'
import { actorNames, type Named } from '../submissions/actorNames.ts'

/** Who did it, when. */
interface Done {
  by: Named
  at: Date
}
interface Doing {
  by: ActorId
  at: Date
}

const withNames = async <T extends { by: string }>(tx: Queryable, rows: T[]): Promise<(T & { by: Named })[]> => {
  const nameOf = await actorNames(
    tx,
    rows.map(({ by }) => by as ActorId),
  )
  return rows.map(row => ({ ...row, by: nameOf(row.by as ActorId) }))
}

/** With which words it came back, newest first. */
export const listEditionReturns = async (tx: Queryable, edition: string): Promise<(Done & { text: string })[]> =>
  withNames(
    tx,
    await tx.prisma.editionReturn.findMany({
      where: { editionId: edition },
      select: { text: true, by: true, at: true },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    }),
  )

export const addEditionReturn = async (
  tx: Queryable,
  edition: string,
  back: Doing & { text: string },
): Promise<void> => {
  await tx.prisma.editionReturn.create({ data: { id: v7(), editionId: edition, ...back }, select: { id: true } })
}

/** The receipt of a sending as a file. */
export interface ReceiptFile {
  fileName: string
  media: string
  bytes: number
  sha256: string
}

/** That it was sent to an addressee; `date` as 2026-03-31. */
export interface EditionSending extends Done {
  addressee: string
  date: string
  receipt: string
  file: ReceiptFile | null
}

export const listEditionSendings = async (tx: Queryable, edition: string): Promise<EditionSending[]> => {
  const rows = await tx.prisma.editionSending.findMany({ where: { editionId: edition } })
  return (await withNames(tx, rows)).map(({ addressee, date, receipt, by, at, ...kept }) => ({
    addressee,
    date: dayOf(date),
    receipt,
    file: receiptFileOf(kept),
    by,
    at,
  }))
}

const receiptFileOf = ({ fileName, media, bytes, sha256 }: { [K in keyof ReceiptFile]: ReceiptFile[K] | null }) =>
  fileName !== null && media !== null && bytes !== null && sha256 !== null ? { fileName, media, bytes, sha256 } : null

/** @returns false where it is not recorded as sent */
export const putEditionReceipt = async (
  tx: Queryable,
  edition: string,
  { addressee, ...file }: ReceiptFile & { addressee: string },
): Promise<boolean> => {
  const where = { editionId: edition, addressee }
  return (await tx.prisma.editionSending.updateMany({ where, data: file })).count > 0
}

/** Without a date it was not sent after all, and has no receipt. */
export const putEditionSending = async (
  tx: Queryable,
  edition: string,
  { addressee, date, receipt, by, at }: Doing & { addressee: string; date: string | null; receipt: string },
): Promise<void> => {
  const key = { editionId: edition, addressee }
  if (date === null) return void (await tx.prisma.editionSending.deleteMany({ where: key }))
  const data = { date: dateOf(date), receipt, by, at }
  await tx.prisma.editionSending.upsert({
    where: { editionId_addressee: key },
    create: { ...key, ...data },
    update: data,
    select: { addressee: true },
  })
}

/** That a value was carried over to a ministry's application, and as what. */
export interface CarriedValue extends Done {
  field: string
  value: string
}

export const listCarriedValues = async (tx: Queryable, edition: string): Promise<CarriedValue[]> =>
  withNames(
    tx,
    await tx.prisma.editionCarried.findMany({
      where: { editionId: edition },
      select: { field: true, value: true, by: true, at: true },
    }),
  )

/** Without a value it is not carried over. */
export const putCarriedValue = async (
  tx: Queryable,
  edition: string,
  { field, value, by, at }: Doing & { field: string; value: string | null },
): Promise<void> => {
  const key = { editionId: edition, field }
  if (value === null) return void (await tx.prisma.editionCarried.deleteMany({ where: key }))
  const data = { value, by, at }
  await tx.prisma.editionCarried.upsert({
    where: { editionId_field: key },
    create: { ...key, ...data },
    update: data,
    select: { field: true },
  })
}
