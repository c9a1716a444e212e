import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { params } from './submissions.ts'

/** What a bell says: only that something is new, and what to read again. */
const ring = z
  .discriminatedUnion('about', [
    z.object({ about: z.literal('answers'), version: z.number() }),
    z.object({ about: z.literal('report') }),
  ])
  .meta({ id: 'Ring' })

export const bellEndpoints = endpoints({
  'GET /submissions/:id/bell': {
    summary:
      'Lonceng laporan (text/event-stream): berbunyi bila isiannya atau keadaannya berubah; perubahannya sendiri dibaca dari GET …/changes?since= dan GET /submissions/:id',
    need: 'submission.read',
    audit: null,
    rate: 'read',
    status: 200,
    events: true,
    params,
    response: ring,
    problems: ['not-found', 'too-many', 'busy'],
  },
})
