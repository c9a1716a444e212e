// What a person may need without a line is read before it is needed: home, every draft with its form, and what those that can be
// begun begin with. Each answer becomes a copy on this device by being read (lib/device/copies.ts), and one that did not change is a 304.
import type { QueryClient } from '@tanstack/react-query'
import { unfinishedQuery, yearQuery } from '../features/home/queries.ts'
import { addressOf, api } from '../lib/api.ts'
import type { ReportLine } from '../lib/apiTypes.ts'
import { readOwnCached } from '../lib/device/deviceCache.ts'
import { ProblemError } from '../lib/ProblemError.ts'
import { mayCreate } from '../lib/reportAction.ts'
import { announcementsQuery, contributionsQuery } from '../lib/sharedQueries.ts'
import { versionQuery } from '../lib/submissionQueries.ts'

const open = ['draft', 'returned']
const once = { staleTime: 300_000 }
/** What a report begins with changes seldom; it is had again after so long (ms), and checked when it is begun. */
const often = 2 * 3_600_000

/** Reads one after the other, behind what the person does. @throws as soon as the server does not answer. */
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
    // Somebody closed its period meanwhile: the others can still be begun.
    if (!(error instanceof ProblemError)) throw error
  }
}

/** From the server itself: a page would first be given the copy (lib/device/firstFromCopies.ts). */
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
