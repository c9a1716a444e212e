// The report on the real API, over HTTP: two users fill it in, a third of the office submits it, others review it.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answers, Catalogue, Finding, Form, FormId, Pointer, RuleSet, Scope } from '@sepakat/rules'
import { buildForm } from '@sepakat/rules/form/buildForm.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import { type FetchedAnswers, segmentsOf } from '#sheet/answers/cells.ts'
import { fieldAt } from '#sheet/answers/fieldAt.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { newId } from '#sync/newId.ts'
import type { Saved } from '#sync/outbox/pending.ts'
import { NoAnswerError, ProblemError } from '#sync/problems/ProblemError.ts'
import type { Beside, Changes, MoveName, Report, ReportClient } from './reportClient.ts'

/** Where the API is (each device its own process), the callers, and the values of the report. */
export interface Ground {
  origins: string[]
  origin: string
  operators: string[]
  verifier: string
  coordinator: string
  answers: Answers
}
const noAnswer = (error: unknown): never => {
  throw new NoAnswerError(error)
}
type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>

const askAs =
  (base: string, cookie: string, origin: string): Ask =>
  async <T>(method: string, path: string, body?: unknown) => {
    const isForm = body instanceof FormData
    for (;;) {
      const answer = await fetch(`${base}/api/v1${path}`, {
        method,
        headers: { cookie, origin, ...(!isForm && { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      }).catch(noAnswer)
      // a body that breaks off is no answer
      const said = await answer.text().catch(noAnswer)
      if (answer.ok) return (said === '' ? null : JSON.parse(said)) as T
      const error = new ProblemError(JSON.parse(said))
      if (error.problem.code !== 'busy') throw error
      // a slow machine has no room for all at once: who is refused comes again when it says
      await sleep(1000 * (error.problem.retryAfter ?? 1))
    }
  }
/** Where the report is not accessible right now, nothing happens. */
const ifPossible = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    error => {
      if (error instanceof ProblemError && error.problem.status < 500) return false
      throw error
    },
  )
const week = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString()

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
  const { form: id, formVersion } = await read()
  const material = await office<{ scope: Scope; ruleSet: RuleSet }>('GET', `${path}/form`)
  const { catalogue } = await office<{ catalogue: Catalogue }>('GET', `/forms/${id}/versions/${formVersion}`)
  const form = buildForm(kinds[id as FormId]!, catalogue, material.ruleSet, material.scope)

  const clientOf = (ask: Ask): ReportClient => ({
    open: () => ask<FetchedAnswers & { version: number }>('GET', `${path}/answers?revs=true`),
    save: (changes, deviceAt) => ask<Saved>('PATCH', `${path}/answers`, { changes, deviceAt }),
    changes: since => ask<{ items: Changes; version: number; more: boolean }>('GET', `${path}/changes?since=${since}`),
    async access() {
      const { status, openAnchors } = await ask<Submission>('GET', path)
      return { open: isOpen(status as Status), anchors: openAnchors as `/${string}`[] | null }
    },
  })
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
