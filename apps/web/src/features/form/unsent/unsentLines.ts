import type { Anchor, FormId, Scope } from '@sepakat/rules'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import type { QueryClient } from '@tanstack/react-query'
import { answersQuery, materialQuery, submissionQuery, versionQuery } from '#submissions/submissionQueries.ts'
import type { Pending, StoredChange } from '#sync/outbox/pending.ts'
import { storedChangesOf, unsentReports } from '#sync/outbox/unsentReports.ts'
import { idbFileStore } from '#sync/uploads/idbFileStore.ts'
import { openStore } from '../openStore.ts'
import { type UnsentLine, unsentLine } from './unsentLine.ts'

/**
 * Everything unsent of a user on this device, of all reports, line by line. Where a report cannot be opened now, its
 * pointers and values are exported raw. `instant`: formats an instant.
 */
export async function unsentLines(
  client: QueryClient,
  person: string,
  instant: (at: string) => string,
): Promise<UnsentLine[]> {
  const lines: UnsentLine[] = []
  for (const id of (await unsentReports(person)).keys()) {
    const kept = await storedChangesOf(person, id)
    lines.push(...(await namedLines(client, person, id, kept, instant).catch(() => kept.map(bareLine(id)))))
  }
  for (const { title, fileName, order } of await idbFileStore.list(person)) {
    const at = new Date(order).toISOString()
    lines.push({ report: '', where: title, value: fileName, at, theirs: '', by: '', why: 'Berkas belum terlampir.' })
  }
  return lines
}

async function namedLines(
  client: QueryClient,
  person: string,
  id: string,
  kept: StoredChange[],
  instant: (at: string) => string,
): Promise<UnsentLine[]> {
  const report = await client.fetchQuery(submissionQuery(id))
  const part = report.part as Anchor[] | null
  const [material, version, answers] = await Promise.all([
    client.fetchQuery(materialQuery(id, report.formVersion)),
    client.fetchQuery(versionQuery(report.form, report.formVersion)),
    client.fetchQuery(answersQuery(id, part)),
  ])
  const { store, names } = openStore({
    kind: kinds[report.form as FormId]!,
    catalogue: version.catalogue,
    rules: material.ruleSet,
    // as in useMaterial
    scope: material.scope as Scope,
    answers,
    person,
    submission: id,
    part,
    // Read-only: rows that are unsent themselves get their names, and nothing is written or sent.
    disk: { load: async () => kept, recall: async () => [], write: async () => {} },
    send: () => new Promise(() => {}),
  })
  await store.restore()
  store.stop()
  return kept.map(one => unsentLine(one, `${report.title} ${report.periodTitle}`, names(), instant))
}

const bareLine =
  (report: string) =>
  ({ pointer, op, value, at }: Pending): UnsentLine => {
    const text = typeof value === 'string' ? value : op === 'set' ? JSON.stringify(value) : op
    return { report, where: pointer, value: text, at, theirs: '', by: '', why: 'Laporannya tidak dapat dibuka.' }
  }
