import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { instant } from '../wire.ts'

export const systemEndpoints = endpoints({
  'GET /system': {
    summary: 'Keadaan sistem: server, basis data, pekerjaan latar, cadangan; dan apa yang baru',
    need: 'signed-in',
    rate: 'read',
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
      mail: z.object({
        /** Whether a mail server is set up at all. */
        on: z.boolean(),
        /** How many notices wait to be sent. */
        waiting: z.number(),
        /** When the mail server last took a message; null: never, or longer ago than a year. */
        lastAt: instant.nullable(),
        /** Whose address was refused for good; shown to those who manage people, else empty. */
        refused: z.array(z.object({ name: z.string(), at: instant, code: z.string() })),
      }),
      backup: z.object({
        /** Whether both are younger than a week, and the last drill found all of it whole. */
        well: z.boolean(),
        /** Which moment the newest backup keeps; null: there is none. */
        lastAt: instant.nullable(),
        /** When a backup was last restored for trial; null: never. */
        drilledAt: instant.nullable(),
        /** Whether that found all of it whole. */
        drillWell: z.boolean().nullable(),
      }),
      /** What is new, as small Markdown, newest first. */
      news: z.string(),
    }),
    problems: [],
  },
})
