import type { ActorId, Reorganisation, ReorganisationStatus } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Reorganisation as Stored } from '../../generated/client.ts'
import type { Queryable } from '../database.ts'
import { dateOf, dayOf } from '../days.ts'
import { col, statement } from '../statement.ts'
import { typed } from '../typed.ts'

/** A merge or split that was decided. Days as 2027-01-01. */
export interface ReorganisationRow extends Reorganisation {
  id: string
  status: ReorganisationStatus
  by: ActorId
  at: Date
  doneAt: Date | null
}

const reorganisationOf = (stored: Stored): ReorganisationRow => {
  const { officeId: office, date, ...row } = typed.reorganisation(stored)
  return { ...row, office, date: dayOf(date) }
}

/** All that were decided of an office, the newest first. */
export const listReorganisations = async (tx: Queryable, office: string): Promise<ReorganisationRow[]> =>
  (
    await tx.prisma.reorganisation.findMany({
      where: { officeId: office },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    })
  ).map(reorganisationOf)

/** Whether one waits for its date that takes this office apart or leaves something to it. */
export const awaitsReorganisation = async (tx: Queryable, office: string): Promise<boolean> =>
  (await tx.prisma.reorganisation.findFirst({
    where: { status: 'planned', OR: [{ officeId: office }, { successors: { has: office } }] },
    select: { id: true },
  })) !== null

/** Which of some offices are no more on a day by what is planned of them. */
export const plannedToEnd = async (tx: Queryable, offices: readonly string[], day: string): Promise<string[]> => {
  const planned = await tx.prisma.reorganisation.findMany({
    where: { status: 'planned', officeId: { in: [...offices] }, date: { lte: dateOf(day) } },
    select: { officeId: true, successors: true },
  })
  return planned.flatMap(({ officeId, successors }) => (successors.includes(officeId) ? [] : [officeId]))
}

/** Whether something is planned to be left to an office on a day or after it. */
export const awaitedFrom = async (tx: Queryable, office: string, day: string): Promise<boolean> =>
  (await tx.prisma.reorganisation.findFirst({
    where: {
      status: 'planned',
      officeId: { not: office },
      successors: { has: office },
      date: { gte: dateOf(day) },
    },
    select: { id: true },
  })) !== null

/** Null where another of this office waits already. */
export const addReorganisation = async (
  tx: Queryable,
  { office, successors, date, choices, by, at }: Reorganisation & { by: ActorId; at: Date },
): Promise<string | null> => {
  const id = v7()
  const data = { id, officeId: office, successors, date: dateOf(date), choices, by, at }
  const { count } = await tx.prisma.reorganisation.createMany({ data, skipDuplicates: true })
  return count === 0 ? null : id
}

/** Its id; null where none waits. */
export const withdrawReorganisation = async (tx: Queryable, office: string): Promise<string | null> => {
  const [withdrawn] = await tx.prisma.reorganisation.updateManyAndReturn({
    where: { officeId: office, status: 'planned' },
    data: { status: 'withdrawn' },
    select: { id: true },
  })
  return withdrawn?.id ?? null
}

/** The ids of those whose date has come, oldest first. */
export const dueReorganisations = async (tx: Queryable, today: string): Promise<string[]> => {
  const due = await tx.prisma.reorganisation.findMany({
    where: { status: 'planned', date: { lte: dateOf(today) } },
    select: { id: true },
    orderBy: [{ date: 'asc' }, { at: 'asc' }],
  })
  return due.map(({ id }) => id)
}

const reorganisationLock = statement('reorganisation-lock', 'SELECT id FROM reorganisation WHERE id = $1 FOR UPDATE', {
  id: col.uuid,
})

/** Locked to the end of the transaction; null where it does not wait any more. By SQL: Prisma takes no locks. */
export const lockReorganisation = async (tx: Queryable, id: string): Promise<ReorganisationRow | null> => {
  await tx.query(reorganisationLock, [id])
  const row = await tx.prisma.reorganisation.findUnique({ where: { id, status: 'planned' } })
  return row && reorganisationOf(row)
}

export const endReorganisation = async (tx: Queryable, id: string, at: Date): Promise<void> => {
  await tx.prisma.reorganisation.update({ where: { id }, data: { status: 'done', doneAt: at }, select: { id: true } })
}
