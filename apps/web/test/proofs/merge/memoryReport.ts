// The report on an in-memory server: with the API's own judgement and the moves of the rules.
import type { Anchor, Answers, Form } from '@sepakat/rules'
import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import { serverOf } from '#sheet/answers/fixtures/serverOf.ts'
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

export function memoryReport(form: Form, answers: Answers): Report {
  const server = serverOf(form, answers)
  let status: Status = 'draft'
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
    save: async changes => server.save(changes, by),
    changes: async since => ({ items: server.changes(since), version: server.version(), more: false }),
    access: async () => ({ open: isOpen(status), anchors }),
  })
  return {
    clients: [clientOf('post:me'), clientOf('post:other')],
    async move(name, part) {
      const [from, to] = leads[name]
      if (!from.includes(status)) return
      become(to, name === 'returnPart' && part ? [`/${part.table}/${part.row}`] : to === 'returned' ? null : anchors)
    },
    openAgain: async () => become('returned', null),
    hang: async () => {},
    hung: () => ({ put, found: async () => put }),
  }
}
