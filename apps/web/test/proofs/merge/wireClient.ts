import type { Access } from '#sheet/answers/access.ts'
import type { FetchedAnswers } from '#sheet/answers/cells.ts'
import type { Submission } from '#sync/apiTypes.ts'
import type { Saved } from '#sync/outbox/pending.ts'
import type { Ask } from './asking.ts'
import type { Changes, ReportClient } from './reportClient.ts'

/** A device's requests about the report at `path`; `accessOf`: what may then be written on it. */
export const wireClient = (ask: Ask, path: string, accessOf: (submission: Submission) => Access): ReportClient => ({
  open: () => ask<FetchedAnswers & { version: number }>('GET', `${path}/answers?revs=true`),
  save: (changes, deviceAt, route) => ask<Saved>('PATCH', `${path}/${route}`, { changes, deviceAt }),
  changes: since => ask<{ items: Changes; version: number; more: boolean }>('GET', `${path}/changes?since=${since}`),
  access: async () => accessOf(await ask<Submission>('GET', path)),
})
