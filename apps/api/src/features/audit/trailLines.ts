import {
  actorNames,
  type Queryable,
  reportOf,
  type TrailEvent,
  trailNames,
  trailReports,
  trailSessions,
} from '@sepakat/db'
import {
  type ActorId,
  type EditionType,
  editionKinds,
  editionName,
  eventGroupOf,
  eventWords,
  type PeriodKey,
} from '@sepakat/rules'
import { longInstant } from '@sepakat/rules/periods/dates.ts'
import { deviceOf } from '#http/auth/deviceOf.ts'
import { namedReport } from '#submissions/reportView.ts'
import { eventDetails } from './eventDetails.ts'

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const actorPattern = /\b(?:post|key):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const idsIn = (text: string): string[] => text.match(idPattern) ?? []

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The report that an event is about: its own stream's, the one that was read, or the one that was asked for in vain. */
const reportIn = ({ stream, data }: TrailEvent): string | null => {
  const asked = textIn(data.route)?.includes('/submissions/:id')
    ? textIn((data.ids as { id?: unknown } | undefined)?.id)
    : null
  return reportOf(stream) ?? textIn(data.submission) ?? asked
}

/** Events in words, with the names of whatever they name. */
export const trailLines = async (tx: Queryable, events: readonly TrailEvent[], zone: string) => {
  const texts = events.map(({ data }) => JSON.stringify(data))
  const actors = [...events.map(({ actor }) => actor), ...texts.flatMap(text => text.match(actorPattern) ?? [])]
  const offices = events.flatMap(({ officeId }) => officeId ?? [])
  const sessions = events.flatMap(({ data }) => textIn(data.session) ?? [])
  const [nameOf, names, reports, opened] = await Promise.all([
    actorNames(tx, actors as ActorId[]),
    trailNames(tx, [...new Set([...texts.flatMap(idsIn), ...offices])]),
    trailReports(tx, [...new Set(events.flatMap(event => idsIn(reportIn(event) ?? '')))]),
    trailSessions(tx, [...new Set(sessions)]),
  ])
  const name = (id: unknown): string | undefined => {
    const found = typeof id === 'string' ? names.get(id) : undefined
    if (found?.kind !== 'edition') return found?.name
    return editionName(editionKinds[found.name as EditionType], found.detail as PeriodKey)
  }
  const known = {
    name,
    // of a report's own texts nothing: who may read them reads them in its history
    note: () => undefined,
    attachment: () => undefined,
    answer: () => undefined,
    place: () => 'sebuah isian',
    instant: (at: string) => longInstant(at, zone),
  }
  const actor = (id: string): string | undefined => {
    const { name: called, title } = nameOf(id as ActorId)
    return [called, title && `(${title})`].filter(Boolean).join(' ') || undefined
  }
  return events.map(event => {
    const { stream, seq, hash, at, type, data, officeId } = event
    const [did, quote] = eventWords[type]?.(data, known) ?? [type]
    const report = reports.get(reportIn(event) ?? '')
    const office = names.get(officeId ?? '')
    const person = names.get(textIn(data.person) ?? '')
    const session = opened.get(textIn(data.session) ?? '')
    return {
      stream,
      seq,
      hash,
      at: at.toISOString(),
      type,
      group: eventGroupOf[type],
      by: nameOf(event.actor as ActorId),
      did,
      quote: quote || null,
      office: office ? { id: office.id, name: office.name, shortName: office.detail } : null,
      report: report ? { submission: report.id, begun: report.begun, ...namedReport(report) } : null,
      person: person?.kind === 'person' ? { id: person.id, name: person.name } : null,
      device: session ? { name: deviceOf(session.userAgent), address: session.address } : null,
      details: eventDetails(data, { name, actor, zone }),
    }
  })
}
export type TrailLine = Awaited<ReturnType<typeof trailLines>>[number]
