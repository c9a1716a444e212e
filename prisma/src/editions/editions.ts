import type { ActorId, EditionOutline, EditionStatus, EditionType, PeriodKey, ReviewStatement } from '@sepakat/rules'
import { v7 } from 'uuid'
import { Prisma } from '../../generated/client.ts'
import type { Queryable } from '../database.ts'
import { jsonOf } from '../jsonOf.ts'
import { statement } from '../statement.ts'
import { actorNames, type Named } from '../submissions/actorNames.ts'
import { typed } from '../typed.ts'

/** One version of one of the regency's own reports. */
export interface EditionRow {
  id: string
  type: EditionType
  period: PeriodKey
  version: number
  status: EditionStatus
  statusAt: Date
  statusBy: Named
  openedAt: Date
  openedBy: Named
  outline: EditionOutline
  reviewed: boolean
  statement: ReviewStatement | null
  /** Who made that statement. */
  statementBy: Named | null
  /** Of what it was frozen as; null until then. */
  sha256: string | null
}

const withHash = { frozen: { select: { sha256: true } } } as const
type Stored = NonNullable<Awaited<ReturnType<typeof findStored>>>
const findStored = (tx: Queryable, id: string) => tx.prisma.edition.findUnique({ where: { id }, include: withHash })

const withNames = async (tx: Queryable, stored: Stored[]): Promise<EditionRow[]> => {
  const rows = stored.map(typed.edition)
  const nameOf = await actorNames(
    tx,
    rows.flatMap(({ statusBy, openedBy, statement }) => [statusBy, openedBy, statement?.by ?? null]),
  )
  return rows.map(({ frozen, statusBy, openedBy, ...row }) => ({
    ...row,
    statusBy: nameOf(statusBy),
    openedBy: nameOf(openedBy),
    statementBy: row.statement && nameOf(row.statement.by),
    sha256: frozen?.sha256 ?? null,
  }))
}

const waits: EditionStatus[] = ['in-review', 'for-approval']

/** All, or those of some types, of a type or a year, or that wait for a review or an approval: the newest period and version first. */
export const listEditions = async (
  tx: Queryable,
  ask: { types: readonly EditionType[]; period?: PeriodKey; year?: number; waiting?: boolean },
): Promise<EditionRow[]> =>
  withNames(
    tx,
    await tx.prisma.edition.findMany({
      where: {
        type: { in: [...ask.types] },
        ...(ask.period !== undefined && { period: ask.period }),
        ...(ask.waiting !== undefined && { status: ask.waiting ? { in: waits } : { notIn: waits } }),
        ...(ask.year !== undefined && { period: { startsWith: String(ask.year) } }),
      },
      include: withHash,
      orderBy: [{ period: 'desc' }, { type: 'asc' }, { version: 'desc' }],
      take: 500,
    }),
  )

/** Null where there is none. */
export const readEdition = async (tx: Queryable, id: string): Promise<EditionRow | null> => {
  const row = await findStored(tx, id)
  return row && (await withNames(tx, [row]))[0]!
}

const editionLock = statement('edition-lock', 'SELECT 1 FROM edition WHERE id = $1 FOR NO KEY UPDATE')

/** The same, locked to the end of the transaction: moves of one edition and saves of its texts follow each other. */
export const lockEdition = async (tx: Queryable, id: string): Promise<EditionRow | null> => {
  await tx.query(editionLock, [id])
  return readEdition(tx, id)
}

const editionsLock = statement('editions-lock', `SELECT pg_advisory_xact_lock(hashtextextended('editions', 0))`)

/** Versions are numbered one after the other. */
export const lockEditions = async (tx: Queryable): Promise<void> => {
  await tx.query(editionsLock)
}

export const insertEdition = async (
  tx: Queryable,
  edition: Pick<EditionRow, 'type' | 'period' | 'version' | 'outline' | 'reviewed'> & { by: ActorId; at: Date },
): Promise<string> => {
  const { by, at, outline, ...row } = edition
  const id = v7()
  await tx.prisma.edition.create({
    data: { ...row, id, outline: jsonOf(outline), statusAt: at, statusBy: by, openedAt: at, openedBy: by },
    select: { id: true },
  })
  return id
}

/** Puts it into a status; with a statement of review, or without the one it had (null). */
export const moveEdition = async (
  tx: Queryable,
  id: string,
  to: { status: EditionStatus; by: ActorId; at: Date; statement?: ReviewStatement | null },
): Promise<void> => {
  const { status, by, at, statement } = to
  await tx.prisma.edition.update({
    where: { id },
    data: {
      status,
      statusBy: by,
      statusAt: at,
      ...(statement !== undefined && { statement: statement === null ? Prisma.DbNull : jsonOf(statement) }),
    },
    select: { id: true },
  })
}

export const putOutline = async (tx: Queryable, id: string, outline: EditionOutline): Promise<void> => {
  await tx.prisma.edition.update({ where: { id }, data: { outline: jsonOf(outline) }, select: { id: true } })
}

/** People who opened an edition or wrote any of its texts as they are now: by whom it is not approved. */
export const writersOf = async (tx: Queryable, id: string): Promise<Set<string>> => {
  const [edition, texts] = await Promise.all([
    tx.prisma.edition.findUnique({ where: { id }, select: { openedBy: true } }),
    tx.prisma.editionText.findMany({
      where: { editionId: id, carried: false },
      select: { by: true },
      distinct: ['by'],
    }),
  ])
  const posts = [edition?.openedBy ?? '', ...texts.map(({ by }) => by)].flatMap(actor =>
    actor.startsWith('post:') ? [actor.slice('post:'.length)] : [],
  )
  const holders = await tx.prisma.post.findMany({ where: { id: { in: posts } }, select: { personId: true } })
  return new Set(holders.map(({ personId }) => personId))
}
