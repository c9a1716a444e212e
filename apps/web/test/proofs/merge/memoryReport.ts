// The report on an in-memory server: with the API's own judgement and the moves of the rules.
import type { Anchor, Answers, Field, Form } from '@sepakat/rules'
import type { Capacity } from '@sepakat/rules/saving/lock.ts'
import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import { serverOf } from '#sheet/answers/fixtures/serverOf.ts'
import type { Route } from '#sync/outbox/pending.ts'
import type { Beside, MoveName, Report, ReportClient } from './reportClient.ts'

const leads: Record<MoveName, [Status[], Status]> = {
  submit: [['draft', 'returned'], 'submitted'],
  withdraw: [['submitted'], 'returned'],
  claim: [['submitted'], 'in-review'],
  return: [['in-review'], 'returned'],
  returnPart: [['in-review'], 'returned'],
  approve: [['in-review'], 'approved'],
  reopen: [['approved'], 'returned'],
}

/** In which capacity each way of saving writes. */
const capacities: Record<Route, Capacity> = {
  answers: { as: 'office' },
  evaluation: { as: 'evaluator', claimed: true },
}

/** `writer`: whose devices those are, of the office in its draft or of the evaluator who has claimed it. */
export function memoryReport(form: Form, answers: Answers, writer: NonNullable<Field['writer']> = 'office'): Report {
  const server = serverOf(form, answers)
  const begins = writer === 'office' ? 'draft' : 'in-review'
  let status: Status = begins
  let anchors: Anchor[] | null = null
  const put: Beside[] = []

  function become(next: Status, open: Anchor[] | null): void {
    status = next
    anchors = open
    server.lockWith({ status, openAnchors: anchors })
  }
  const clientOf = (by: string): ReportClient => ({
    open: async () => ({
      answers: server.answers(),
      revs: server.revs(),
      removed: server.removed(),
      version: server.version(),
    }),
    async save(changes, _, route) {
      server.lockWith({ capacity: capacities[route] })
      return server.save(changes, by)
    },
    changes: async since => ({ items: server.changes(since), version: server.version(), more: false }),
    access: async () =>
      writer === 'office' ? { open: isOpen(status), anchors } : { open: status === 'in-review', writer, anchors: null },
  })
  become(begins, null)
  return {
    clients: [clientOf('post:me'), clientOf(writer === 'office' ? 'post:other' : 'post:me')],
    async move(name, part) {
      const [from, to] = leads[name]
      if (!from.includes(status)) return
      become(to, name === 'returnPart' && part ? [`/${part.table}/${part.row}`] : to === 'returned' ? null : anchors)
    },
    showAgain: async () => {},
    openAgain: async () => become(writer === 'office' ? 'returned' : 'in-review', null),
    hang: async () => {},
    hung: () => ({ put, found: async () => put }),
  }
}
