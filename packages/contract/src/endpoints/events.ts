import { eventGroups } from '@sepakat/rules/eventGroups.ts'
import { eventTypes } from '@sepakat/rules/eventTypes.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { by, dayIn, id, instant, namedReport, office, page, paged, uuid } from '../wire.ts'
import { params } from './submissions.ts'

const event = z
  .object({
    seq: z.number(),
    type: z.enum(eventTypes),
    at: instant,
    by,
    data: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'Event' })

/** An event of any stream, in words. */
const trailLine = z
  .object({
    stream: z.string(),
    seq: z.number(),
    hash: z.string(),
    at: instant,
    type: z.enum(eventTypes),
    group: z.enum(eventGroups),
    by,
    /** What was done, to be read after the name. */
    did: z.string(),
    /** What a person wrote about it. */
    quote: z.string().nullable(),
    office: office.nullable(),
    /** `begun`: there is a report to open, not only what is owed. */
    report: z.object({ submission: id, begun: z.boolean(), ...namedReport }).nullable(),
    person: z.object({ id, name: z.string() }).nullable(),
    /** As long as the session lives that it names. */
    device: z.object({ name: z.string(), address: z.string() }).nullable(),
    details: z.array(z.object({ label: z.string(), value: z.string() })),
  })
  .meta({ id: 'TrailLine' })

/** What narrows the trail; days of the region's zone, both included. */
const trailFilters = {
  group: z.enum(eventGroups).optional(),
  type: z.enum(eventTypes).optional(),
  actor: uuid.optional(),
  person: uuid.optional(),
  office: uuid.optional(),
  submission: uuid.optional(),
  from: dayIn.optional(),
  to: dayIn.optional(),
}
const ofAuditors = { need: 'audit.read', of: 'region' } as const
const list = { ...ofAuditors, canWait: true } as const

export const eventEndpoints = endpoints({
  'GET /submissions/:id/events': {
    summary: 'Riwayat laporan',
    need: 'submission.read',
    rate: 'read',
    canWait: true,
    params,
    query: paged,
    response: page(event),
    problems: ['not-found'],
  },
  'GET /events': {
    ...list,
    summary: 'Jejak audit: peristiwa seluruh daerah, yang terbaru lebih dahulu',
    note: '`actor` dan `person` adalah orang: yang melakukan, dan yang dikenai. `office` dengan unit di bawahnya.',
    rate: 'read',
    query: paged.extend(trailFilters),
    response: page(trailLine),
    problems: ['invalid'],
  },
  'GET /events/export': {
    ...list,
    summary: 'Jejak audit sebagai CSV, disaring seperti daftarnya',
    also: ['export.made'],
    rate: 'compute',
    binary: { 'text/csv': null },
    query: z.object(trailFilters),
    response: z.unknown(),
    problems: ['invalid'],
  },
  'GET /events/people': {
    ...list,
    summary: 'Orang-orang yang dapat dicari dalam jejak audit',
    rate: 'read',
    query: paged,
    response: page(z.object({ id, name: z.string(), title: z.string() }).meta({ id: 'TrailPerson' })),
    problems: ['invalid'],
  },
  'GET /audit': {
    ...ofAuditors,
    summary: 'Keadaan rantai peristiwa: segel terbaru, dan hasil pemeriksaan terakhir',
    rate: 'read',
    response: z.object({
      seal: z.object({ n: z.number(), at: instant, hash: z.string() }).nullable(),
      /** Of the last `npm run audit:verify`; null: it was never run. */
      run: z
        .object({
          at: instant,
          well: z.boolean(),
          /** Younger than a week. */
          recent: z.boolean(),
          found: z.number(),
          findings: z.array(
            z.object({ code: z.string(), where: z.string(), message: z.string(), at: instant.nullable() }),
          ),
          /** The newest seal then. */
          seal: z.object({ n: z.number(), hash: z.string() }).nullable(),
          /** Whether it was held against a seal that was noted outside. */
          anchored: z.boolean(),
        })
        .nullable(),
    }),
    problems: [],
  },
})
