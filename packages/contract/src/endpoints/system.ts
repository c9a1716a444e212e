import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { instant } from '../wire.ts'

export const systemEndpoints = endpoints({
  'GET /system': {
    summary: 'Keadaan sistem: server, basis data, pekerjaan latar; dan apa yang baru',
    need: 'signed-in',
    audit: null,
    rate: 'read',
    status: 200,
    response: z.object({
      version: z.string(),
      /** When this server was started. */
      since: instant,
      now: instant,
      /** How long its answer took. */
      database: z.object({ milliseconds: z.number() }),
      jobs: z.object({
        well: z.boolean(),
        /** When a job by the clock was last done; null: never. */
        lastAt: instant.nullable(),
        /** Jobs that should have been done minutes ago. */
        overdue: z.number(),
        /** Jobs of the last day that failed for good. */
        failed: z.number(),
      }),
      /** What is new, as small Markdown, newest first. */
      news: z.string(),
    }),
    problems: [],
  },
})
