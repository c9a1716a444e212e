import { eventTypes } from '@sepakat/rules/eventTypes.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { by, instant, page, paged } from '../wire.ts'
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

export const eventEndpoints = endpoints({
  'GET /submissions/:id/events': {
    summary: 'Riwayat laporan',
    need: 'submission.read',
    audit: null,
    rate: 'read',
    canWait: true,
    status: 200,
    params,
    query: paged,
    response: page(event),
    problems: ['not-found'],
  },
})
