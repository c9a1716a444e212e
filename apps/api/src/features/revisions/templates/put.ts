import { addPaperTemplate, listPaperTemplates, type Queryable, written } from '@sepakat/db'
import type { PaperKind, PaperTemplate } from '@sepakat/rules'
import { templateFaults } from '@sepakat/rules/papers/templateFaults.ts'
import type { Acting } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import type { NamedPaper } from './namedPaper.ts'
import { paperView } from './view.ts'

/** @throws invalid where a template names what its paper has not */
export function requireFilled(kind: PaperKind, template: PaperTemplate): void {
  const faults = templateFaults(kind, template)
  if (faults.length === 0) return
  const errors = faults.map(({ pointer, message }) => ({ pointer: `/template${pointer}`, code: 'custom', message }))
  throw problem('invalid', { errors })
}

interface Asked {
  named: NamedPaper & { kind: PaperKind }
  /** The version that was changed. */
  version: number
  /** Null: the shipped one again. */
  template: PaperTemplate | null
  actor: Pick<Acting, 'id'>
  now: Date
}

/** The next version of a paper's template. @throws invalid; stale where another one was saved since */
export const put = async (tx: Queryable, { named, version, template, actor, now }: Asked) => {
  if (template) requireFilled(named.kind, template)
  const [last] = await listPaperTemplates(tx, named.paper)
  if ((last?.version ?? 0) !== version) throw problem('stale')
  await addPaperTemplate(tx, named.paper, { version: version + 1, template, by: actor.id, at: now })
  const data = { key: 'paper-template', value: { paper: named.paper, version: version + 1, own: template !== null } }
  return written(paperView(named, { version: version + 1, own: template !== null }), {
    stream: 'rights',
    type: 'setting.changed',
    data,
  })
}
