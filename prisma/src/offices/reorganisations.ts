import type { ActorId, Reorganisation, ReorganisationStatus } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'

/** A merge or split that was decided. Days as 2027-01-01. */
export interface ReorganisationRow extends Reorganisation {
  id: string
  status: ReorganisationStatus
  by: ActorId
  at: Date
  doneAt: Date | null
}

const columns = `id, office_id AS office, successors::text[] AS successors, "date", choices, status, "by", at, done_at AS "doneAt"`

/** All that were decided of an office, the newest first. */
export const listReorganisations = (tx: Queryable, office: string): Promise<ReorganisationRow[]> =>
  tx.query<ReorganisationRow>(
    'reorganisations-list',
    `SELECT ${columns} FROM reorganisation WHERE office_id = $1 ORDER BY at DESC, id DESC`,
    [office],
  )

/** Whether one waits for its date that takes this office apart or leaves something to it. */
export const awaitsReorganisation = async (tx: Queryable, office: string): Promise<boolean> =>
  (
    await tx.query(
      'reorganisation-awaited',
      `SELECT id FROM reorganisation WHERE status = 'planned' AND (office_id = $1 OR $1::uuid = ANY (successors)) LIMIT 1`,
      [office],
    )
  ).length > 0

/** Which of some offices are no more on a day by what is planned of them. */
export const plannedToEnd = async (tx: Queryable, offices: readonly string[], day: string): Promise<string[]> =>
  (
    await tx.query<{ office: string }>(
      'reorganisations-ending',
      `SELECT office_id AS office FROM reorganisation WHERE status = 'planned' AND office_id = ANY ($1::uuid[])
         AND "date" <= $2::date AND NOT office_id = ANY (successors)`,
      [offices, day],
    )
  ).map(({ office }) => office)

/** Whether something is planned to be left to an office on a day or after it. */
export const awaitedFrom = async (tx: Queryable, office: string, day: string): Promise<boolean> =>
  (
    await tx.query(
      'reorganisation-awaited-from',
      `SELECT id FROM reorganisation WHERE status = 'planned' AND office_id <> $1 AND $1::uuid = ANY (successors)
         AND "date" >= $2::date LIMIT 1`,
      [office, day],
    )
  ).length > 0

/** Null where another of this office waits already. */
export const addReorganisation = async (
  tx: Queryable,
  { office, successors, date, choices, by, at }: Reorganisation & { by: ActorId; at: Date },
): Promise<string | null> => {
  const added = await tx.query<{ id: string }>(
    'reorganisation-add',
    `INSERT INTO reorganisation (id, office_id, successors, "date", choices, "by", at) VALUES ($1, $2, $3, $4::date, $5, $6, $7)
     ON CONFLICT (office_id) WHERE status = 'planned' DO NOTHING RETURNING id`,
    [v7(), office, successors, date, JSON.stringify(choices), by, at],
  )
  return added[0]?.id ?? null
}

/** Its id; null where none waits. */
export const withdrawReorganisation = async (tx: Queryable, office: string): Promise<string | null> =>
  (
    await tx.query<{ id: string }>(
      'reorganisation-withdraw',
      `UPDATE reorganisation SET status = 'withdrawn' WHERE office_id = $1 AND status = 'planned' RETURNING id`,
      [office],
    )
  )[0]?.id ?? null

/** The ids of those whose date has come, oldest first. */
export const dueReorganisations = async (tx: Queryable, today: string): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      'reorganisations-due',
      `SELECT id FROM reorganisation WHERE status = 'planned' AND "date" <= $1::date ORDER BY "date", at`,
      [today],
    )
  ).map(({ id }) => id)

/** Locked to the end of the transaction; null where it does not wait any more. */
export const lockReorganisation = async (tx: Queryable, id: string): Promise<ReorganisationRow | null> =>
  (
    await tx.query<ReorganisationRow>(
      'reorganisation-lock',
      `SELECT ${columns} FROM reorganisation WHERE id = $1 AND status = 'planned' FOR UPDATE`,
      [id],
    )
  )[0] ?? null

export const endReorganisation = async (tx: Queryable, id: string, at: Date): Promise<void> => {
  await tx.query('reorganisation-done', `UPDATE reorganisation SET status = 'done', done_at = $2 WHERE id = $1`, [
    id,
    at,
  ])
}
