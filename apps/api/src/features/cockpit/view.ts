import { type CockpitRow, type Contact, contactOf, type HeldPost } from '@sepakat/db'
import {
  type CockpitList,
  heldDue,
  internationalNumber,
  isWithin,
  kinds,
  reportTypeOf,
  shownDue,
  stuckWhy,
  takenUntil,
} from '@sepakat/rules'
import { namedReport } from '#submissions/reportView.ts'

/** So many people are named in a line; how many more there are is said. */
const mostContacts = 6

/** Who has claimed it, or all who may; requests to open a report again are answered by who reads them. */
export const reviewersOf = (row: CockpitRow, all: readonly HeldPost[]): Contact[] => {
  if (row.status === 'approved') return []
  const holder = all.filter(({ id }) => row.claimedBy === `post:${id}`).map(contactOf)
  if (row.claimedBy !== null) return holder
  const reviewer = kinds[row.form]?.reviewer
  const reportType = reportTypeOf(row.form)
  return all
    .filter(
      ({ role, reportTypes, region, offices }) =>
        role === reviewer &&
        isWithin(
          { reportTypes: reportTypes.length > 0 ? reportTypes : null, offices: region ? null : offices },
          { reportType, office: row.officePath },
        ),
    )
    .map(contactOf)
}

/** Why a row is in its list, and since when. */
const whyOf = (row: CockpitRow, list: CockpitList, now: Date) => {
  const { status, submittedAt, askedAt, claimedBy, statusAt } = row
  if (list === 'late') return { why: 'late', since: heldDue(row) ?? now } as const
  // the statement seeks by the same rule; what it found a moment ago is never left out
  if (list === 'stuck') return stuckWhy(row, now) ?? ({ why: 'idle', since: row.changedAt ?? statusAt ?? now } as const)
  // a request of what is in review is told in its line
  if (status === 'approved' && askedAt !== null) return { why: 'asked', since: askedAt } as const
  return { why: claimedBy === null ? 'unclaimed' : 'in-hand', since: submittedAt ?? now } as const
}

/** Since when its period takes it no longer: it has to be extended first. */
const closedSince = (row: CockpitRow, now: Date): string | null => {
  const until = takenUntil(row)
  return until !== null && until <= now ? until.toISOString() : null
}

/** With the number as it can be called; `null` where there is none. */
export const contactView = ({ post, role, title, name, phone }: Contact) => ({
  ...{ post, role, title, name, phone },
  whatsapp: internationalNumber(phone),
})

const summed = (progress: CockpitRow['progress']) =>
  Object.values(progress).reduce((sum, { filled, all }) => ({ filled: sum.filled + filled, all: sum.all + all }), {
    filled: 0,
    all: 0,
  })

/** A line as it is sent; `contacts`: all who move it on. */
export const cockpitLine = (
  row: CockpitRow,
  list: CockpitList,
  { now, contacts }: { now: Date; contacts: readonly Contact[] },
) => {
  const { why, since } = whyOf(row, list, now)
  return {
    id: row.id,
    obligation: row.obligation,
    submission: row.submission,
    ...namedReport(row),
    status: row.status,
    dueAt: shownDue(row)?.toISOString() ?? null,
    closed: list === 'waiting' ? null : closedSince(row, now),
    why,
    since: since.toISOString(),
    progress: row.submission === null ? null : summed(row.progress),
    openNotes: row.openNotes,
    claimedBy: row.claimedName,
    claimedAt: row.claimedBy === null ? null : (row.statusAt?.toISOString() ?? null),
    reason: row.reason,
    reminder: row.reminder && { ...row.reminder, at: new Date(row.reminder.at).toISOString() },
    contacts: contacts.slice(0, mostContacts).map(contactView),
    moreContacts: Math.max(0, contacts.length - mostContacts),
  }
}
