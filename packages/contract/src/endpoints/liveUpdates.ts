import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { anchor, id, nothing } from '../wire.ts'
import { params } from './submissions.ts'

/** A live update: only that something is new and what to read again, and where the users are who fill in. */
const ring = z
  .discriminatedUnion('about', [
    z.object({ about: z.literal('answers'), version: z.number() }),
    z.object({ about: z.literal('report') }),
    z.object({
      about: z.literal('people'),
      people: z.array(z.object({ person: id, name: z.string(), at: z.string() })),
    }),
  ])
  .meta({ id: 'Ring' })

export const liveUpdateEndpoints = endpoints({
  'GET /submissions/:id/bell': {
    summary:
      'Lonceng laporan (text/event-stream): berbunyi bila isiannya atau keadaannya berubah; perubahannya sendiri dibaca dari GET …/changes?since= dan GET /submissions/:id',
    need: 'submission.read',
    rate: 'read',
    events: true,
    params,
    response: ring,
    problems: ['not-found'],
  },
  'PUT /submissions/:id/presence': {
    summary:
      'Tempat Anda sedang mengisi, untuk yang mengisi laporan yang sama; tidak disimpan, hilang sendiri sesudah 18 detik tanpa tanda baru',
    need: 'submission.write',
    audit: 'stores-nothing',
    rate: 'write',
    once: 'natural',
    status: 204,
    params,
    body: z.strictObject({ at: anchor }),
    response: nothing,
    problems: ['not-found', 'no-right'],
  },
})
