// Prefetches what a user may need offline: home, every draft with its form, and the drafts of reports that can be created.
// Reading a response caches it (sync/cache/deviceCache.ts); an unchanged one is a 304.
import type { QueryClient } from '@tanstack/react-query'
import { unfinishedQuery, yearQuery } from '#features/home/queries.ts'
import { mayCreate } from '#submissions/reportAction.ts'
import { announcementsQuery, contributionsQuery } from '#submissions/sharedQueries.ts'
import { versionQuery } from '#submissions/submissionQueries.ts'
import type { ReportLine } from '#sync/apiTypes.ts'
import { readOwnCached } from '#sync/cache/deviceCache.ts'
import { ProblemError } from '#sync/problems/ProblemError.ts'
import { addressOf, api } from '#sync/transport/api.ts'

const open = ['draft', 'returned']
const once = { staleTime: 300_000 }
/** The draft of a new report changes seldom; it is fetched again after this time (ms), and compared when the report is created. */
const often = 2 * 3_600_000

/** Reads one after the other, yielding to what the user does. @throws as soon as the server does not answer. */
export async function fetchAhead(client: QueryClient, year: number, now: number): Promise<void> {
  const lines = await client.fetchQuery({ ...unfinishedQuery(false), ...once })
  const practice = await client.fetchQuery({ ...unfinishedQuery(true), ...once })
  await client.fetchQuery({ ...yearQuery(year), ...once })
  await client.fetchQuery({ ...announcementsQuery, ...once })
  const parts = await client.fetchQuery({ ...contributionsQuery, ...once })
  const drafts = [...lines, ...practice].filter(({ status }) => open.includes(status)).map(line => line.submission)
  const ids = [...drafts, ...parts.items.map(part => part.submission)].filter(id => id !== null)
  for (const id of new Set(ids)) await fetchReport(client, id)
  for (const line of [...lines, ...practice]) if (mayCreate(line, now)) await fetchDraft(client, line)
}

async function fetchDraft(client: QueryClient, { obligation }: ReportLine): Promise<void> {
  const params = { id: obligation ?? '' }
  const kept = await readOwnCached(addressOf('GET /obligations/:id/draft', { params }))
  if (kept && kept.at > Date.now() - often) return
  try {
    const { submission } = await api('GET /obligations/:id/draft', { params })
    await client.prefetchQuery(versionQuery(submission.form, submission.formVersion))
  } catch (error) {
    // Its period was closed meanwhile: the others can still be created.
    if (!(error instanceof ProblemError)) throw error
  }
}

/** From the server itself: a page would get the cached response first (sync/transport/cacheFirst.ts). */
async function fetchReport(client: QueryClient, id: string): Promise<void> {
  const params = { id }
  const { readable, form, formVersion } = await api('GET /submissions/:id', { params })
  if (!readable) return
  await client.prefetchQuery(versionQuery(form, formVersion))
  await api('GET /submissions/:id/form', { params })
  await api('GET /submissions/:id/answers', { params, query: { revs: true } })
  await api('GET /submissions/:id/notes', { params })
  await api('GET /submissions/:id/attachments', { params })
}
