// An evaluation on the real API, over HTTP: an office assesses itself and submits it, two devices of one evaluator judge it.
import type { Answers, Form } from '@sepakat/rules'
import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import type { FetchedAnswers } from '#sheet/answers/cells.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { newId } from '#sync/newId.ts'
import { hasCode, NoAnswerError } from '#sync/problems/ProblemError.ts'
import { type Ask, askAs, formAt, ifPossible, week } from './asking.ts'
import type { Beside, MoveName, Report, ReportClient } from './reportClient.ts'
import { wireClient } from './wireClient.ts'

/** Where the API is, each device its own process, and the callers; `answers`: those of the office. */
export interface EvaluationGround {
  origins: string[]
  origin: string
  operators: string[]
  evaluator: string
  coordinator: string
  answers: Answers
}

/** Creates the owed evaluation, submits it, and gives it to the evaluator. */
export async function wireEvaluation(
  { origins, origin, operators, evaluator, coordinator, answers }: EvaluationGround,
  obligation: string,
): Promise<{ form: Form; report: Report }> {
  const at = (n: number) => origins[n % origins.length]!
  const path = `/submissions/${obligation}`
  const [office, reviewer, leader] = [operators[2]!, evaluator, coordinator].map(cookie => askAs(at(1), cookie, origin))
  const put: Beside[] = []
  const read = () => office!<Submission>('GET', path)
  const move = (by: typeof office, name: string, body: object = {}) => ifPossible(by!('POST', `${path}/${name}`, body))
  const note = async (anchor: string): Promise<void> => {
    const id = newId()
    if (await ifPossible(reviewer!('POST', `${path}/notes`, { id, anchor, text: 'Mohon dicek.' })))
      put.push({ id, anchor })
  }
  /** What the evaluator has not judged yet, from a third device: without it nothing is approved. */
  async function judgeRest(): Promise<void> {
    const { answers: now, revs } = await reviewer!<FetchedAnswers>('GET', `${path}/answers?revs=true`)
    const rest = form.evaluate(now).findings.filter(({ blocks }) => blocks)
    const changes = rest.flatMap(({ at }) => {
      const [, table = '', row = '', field = ''] = at.split('/')
      const value = {
        verified: true,
        grade: 'BB',
        note: 'Sudah dibahas.',
        text: 'Agar dilengkapi.',
        due: '2030-06-30',
      }[field]
      const base = revs[table]?.[row]?.[field] ?? 0
      return value === undefined ? [] : [{ changeId: newId(), op: 'set', pointer: at, value, base }]
    })
    if (changes.length > 0)
      await ifPossible(reviewer!('PATCH', `${path}/evaluation`, { changes: changes.slice(0, 200) }))
  }
  const makes: Record<MoveName, () => Promise<unknown>> = {
    async submit() {
      const { items } = await office!<{ items: { id: string; status: string }[] }>('GET', `${path}/notes`)
      for (const { id, status } of items)
        if (status === 'open') await ifPossible(office!('POST', `${path}/notes/${id}/answers`, { text: 'Sudah.' }))
      await move(office, 'submit')
    },
    withdraw: () => move(office, 'withdraw'),
    claim: () => move(reviewer, 'claim'),
    async return() {
      await note('')
      await move(reviewer, 'return', { dueAt: week() })
    },
    returnPart: () => move(reviewer, 'release'),
    async approve() {
      if ((await read()).status !== 'in-review') return
      await judgeRest()
      await move(reviewer, 'approve')
    },
    reopen: () => move(leader, 'reopen', { reason: 'Angka dikoreksi.', dueAt: week() }),
  }
  const showAgain = async (): Promise<void> => {
    if (isOpen((await read()).status as Status)) await makes.submit()
  }
  const openAgain = async (): Promise<void> => {
    if ((await read()).status === 'approved') await makes.reopen()
    await showAgain()
    if ((await read()).status === 'submitted') await makes.claim()
  }

  await office!('POST', '/submissions', { obligation, answers })
  await openAgain()
  const form = await formAt(reviewer!, path)
  /** While the office has the report, it is not read: the device hears nothing. */
  const askWhereShown = (ask: Ask): Ask => {
    const hidden = (error: unknown) => {
      throw hasCode(error, 'no-right') ? new NoAnswerError(error) : error
    }
    return <T>(...asked: Parameters<Ask>) => ask<T>(...asked).catch(hidden)
  }
  const clients = [0, 1].map(n =>
    wireClient(askWhereShown(askAs(at(n), evaluator, origin)), path, ({ status }) => ({
      open: status === 'in-review',
      writer: 'evaluator',
      anchors: null,
    })),
  ) as [ReportClient, ReportClient]
  const report: Report = {
    clients,
    move: async name => void (await makes[name]()),
    showAgain,
    openAgain,
    hang: note,
    hung: () => ({ put, found: async () => (await office!<{ items: Beside[] }>('GET', `${path}/notes`)).items }),
  }
  return { form, report }
}
