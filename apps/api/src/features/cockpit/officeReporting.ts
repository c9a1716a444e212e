import {
  type Contact,
  contactsFor,
  officePathOf,
  type PunctualityReport,
  postsToTell,
  punctualReports,
  reader,
  readOffice,
} from '@sepakat/db'
import { isWithin, parsePeriod, punctualityOf, reachOf, reportTypes } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { contactView } from './view.ts'

type Asked = Pick<Context<'GET /offices/:id/reporting'>, 'params' | 'actor' | 'db' | 'now' | 'today'>

/**
 * Who files for an office and how punctual it is, of the report types in reach. A number is that of a post for report types that the
 * asker may call about. @throws not-found, also out of reach
 */
export const officeReporting = async ({ params: { id }, actor, db, now, today }: Asked) => {
  const tx = reader(db)
  const reach = reachOf(actor.access, 'submission.read', today)
  const path = await officePathOf(tx, id)
  if (reach === null || path === null || !isWithin(reach, { office: path })) throw problem('not-found')
  const calls = reachOf(actor.access, 'contact.read', today)
  const mayCall = ({ reportTypes: held }: Pick<Contact, 'reportTypes'>): boolean =>
    calls !== null &&
    (held.length === 0 ? [undefined] : held).some(reportType => isWithin(calls, { reportType, office: path }))
  const [office, posts, reports] = await Promise.all([
    readOffice(tx, id, today),
    postsToTell(tx, ['operator', 'head'], today, path),
    punctualReports(tx, id, reach.reportTypes),
  ])
  if (office === null) throw problem('not-found')
  const contacts = contactsFor({ officePath: path, reportTypes }, posts)
  return {
    office: { id, name: office.name, shortName: office.shortName },
    contacts: contacts.map(one => ({
      ...contactView(mayCall(one) ? one : { ...one, phone: null }),
      reportTypes: one.reportTypes,
    })),
    phones: mayCall({ reportTypes: [] }),
    punctuality: byTypeAndYear(reports, now),
  }
}

/** The newest year first, in it by report type; without those of which nothing is judged. */
const byTypeAndYear = (reports: readonly PunctualityReport[], now: Date) =>
  [...Map.groupBy(reports, ({ reportType, period }) => `${9999 - parsePeriod(period).year} ${reportType}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, some]) => {
      const [first] = some
      const punctuality = punctualityOf(some, now)
      if (first === undefined || punctuality.judged === 0) return []
      const { medianDays } = punctuality
      return [
        {
          ...{ reportType: first.reportType, year: parsePeriod(first.period).year, ...punctuality },
          medianDays: medianDays && Math.round(medianDays * 100) / 100,
        },
      ]
    })
