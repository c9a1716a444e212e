// The report on the real API, over HTTP: two users fill it in, a third of the office submits it, others review it.
import type { Answers, Finding, Form, Pointer } from '@sepakat/rules'
import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import { type FetchedAnswers, segmentsOf } from '#sheet/answers/cells.ts'
import { fieldAt } from '#sheet/answers/fieldAt.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { newId } from '#sync/newId.ts'
import { type Ask, askAs, formAt, ifPossible, week } from './asking.ts'
import type { Beside, MoveName, Report, ReportClient } from './reportClient.ts'
import { wireClient } from './wireClient.ts'

/** Where the API is (each device its own process), the callers, and the values of the report. */
export interface Ground {
  origins: string[]
  origin: string
  operators: string[]
  verifier: string
  coordinator: string
  answers: Answers
}

/** Creates the owed report, and builds its form as a device does. */
export async function wireReport(ground: Ground, obligation: string): Promise<{ form: Form; report: Report }> {
  const { origins, origin, operators, answers } = ground
  const at = (n: number) => origins[n % origins.length]!
  const office = askAs(at(0), operators[2]!, origin)
  const [verifier, coordinator] = [ground.verifier, ground.coordinator].map(cookie => askAs(at(1), cookie, origin))
  const path = `/submissions/${obligation}`
  const put: Beside[] = []
  await office('POST', '/submissions', { obligation, answers })
  const read = () => office<Submission>('GET', path)
  const form = await formAt(office, path)

  const clientOf = (ask: Ask) =>
    wireClient(ask, path, ({ status, openAnchors }) => ({
      open: isOpen(status as Status),
      anchors: openAnchors as `/${string}`[] | null,
    }))
  const clients = [0, 1].map(n => clientOf(askAs(at(n), operators[n]!, origin))) as [ReportClient, ReportClient]
  const files = [0, 1].map(n => askAs(at(n), operators[n]!, origin))

  /** What blocks submitting is corrected by the third user of the office, who sees the current values. */
  async function putRight(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      const copy = await office<FetchedAnswers>('GET', `${path}/answers?revs=true`)
      const blocking = form.evaluate(copy.answers).findings.filter(({ blocks }) => blocks)
      const changes = new Map(blocking.flatMap(finding => righting(form, answers, copy, finding)))
      if (changes.size === 0) return
      await ifPossible(office('PATCH', `${path}/answers`, { changes: [...changes.values()].slice(0, 200) }))
    }
  }
  async function answerNotes(): Promise<void> {
    const { items } = await office<{ items: { id: string; status: string }[] }>('GET', `${path}/notes`)
    for (const { id, status } of items)
      if (status === 'open') await ifPossible(office('POST', `${path}/notes/${id}/answers`, { text: 'Sudah.' }))
  }
  async function note(anchor: string): Promise<void> {
    const id = newId()
    if (await ifPossible(verifier!('POST', `${path}/notes`, { id, anchor, text: 'Mohon dicek.' })))
      put.push({ id, anchor })
  }
  async function tick(): Promise<void> {
    const { answers: now } = await office<{ answers: Answers }>('GET', `${path}/answers`)
    for (const [table, rows] of Object.entries(now))
      for (const [row, cells] of Object.entries(rows))
        if ('state' in cells)
          await ifPossible(verifier!('PUT', `${path}/ticks`, { anchor: `/${table}/${row}`, ticked: true }))
  }
  const move = (by: Ask, name: string, body: object = {}) => ifPossible(by('POST', `${path}/${name}`, body))
  const makes: Record<MoveName, (part: string | null) => Promise<unknown>> = {
    async submit() {
      if (!isOpen((await read()).status as Status)) return
      await putRight()
      await answerNotes()
      await move(office, 'submit')
    },
    withdraw: () => move(office, 'withdraw'),
    claim: () => move(verifier!, 'claim'),
    async return() {
      await note('')
      await move(verifier!, 'return', { dueAt: week() })
    },
    async returnPart(part) {
      await note(part ?? '')
      await move(verifier!, 'return', { dueAt: week(), ...(part && { anchors: [part] }) })
    },
    async approve() {
      await tick()
      await move(verifier!, 'approve')
    },
    reopen: () => move(coordinator!, 'reopen', { reason: 'Angka dikoreksi.', dueAt: week() }),
  }
  const report: Report = {
    clients,
    move: async (name, part) => void (await makes[name](part && `/${part.table}/${part.row}`)),
    showAgain: async () => {},
    async openAgain() {
      const { status } = await read()
      if (status === 'submitted') await makes.withdraw(null)
      else if (status === 'in-review') await makes.return(null)
      else if (status === 'approved') await makes.reopen(null)
    },
    async hang(anchor, on) {
      await note(anchor)
      const id = newId()
      const file = new FormData()
      for (const [name, value] of Object.entries({ id, anchor, title: 'Bukti' })) file.append(name, value)
      file.append('file', new Blob([`%PDF-1.7\n% ${id}\n%%EOF\n`]), 'bukti.pdf')
      if (await ifPossible(files[on]!('POST', `${path}/attachments`, file))) put.push({ id, anchor })
    },
    hung: () => ({
      put,
      async found() {
        const [notes, attached] = await Promise.all(
          ['notes', 'attachments'].map(what => office<{ items: Beside[] }>('GET', `${path}/${what}`)),
        )
        return [...notes!.items, ...attached!.items]
      },
    }),
  }
  return { form, report }
}

/** The change that settles a finding: its explanation, or the initial answer. */
function righting(form: Form, begun: Answers, { revs }: FetchedAnswers, { at, why }: Finding): [string, object][] {
  const pointer = (why ?? at) as Pointer
  const { table, row, field } = segmentsOf(pointer)
  if (field === undefined) return []
  const text = fieldAt(form.kind, table, field)?.type === 'number' ? '1' : 'Dijelaskan.'
  const value = begun[table]?.[row]?.[field] ?? text
  return [[pointer, { changeId: newId(), op: 'set', pointer, value, base: revs[table]?.[row]?.[field] ?? 0 }]]
}
