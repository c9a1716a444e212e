import { addEditionOutline, listEditionOutlines, lockEditions, type Queryable, written } from '@sepakat/db'
import { type EditionKind, type OwnOutline, outlineFaults } from '@sepakat/rules'
import type { Acting } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import { outlineView } from './view.ts'

/** @throws invalid where the regulation's outline does not allow it */
export function requireAllowed(kind: EditionKind, outline: OwnOutline): void {
  const faults = outlineFaults(kind.outline, outline)
  if (faults.length === 0) return
  const errors = faults.map(({ pointer, message }) => ({ pointer: `/outline${pointer}`, code: 'custom', message }))
  throw problem('invalid', { errors })
}

interface Asked {
  kind: EditionKind
  /** The version that was changed. */
  version: number
  /** Null: the shipped one again. */
  outline: OwnOutline | null
  actor: Pick<Acting, 'id'>
  now: Date
}

/** The next version of a report's outline, for editions that are opened from then on. @throws invalid; stale where another one was saved since */
export const put = async (tx: Queryable, { kind, version, outline, actor, now }: Asked) => {
  if (outline) requireAllowed(kind, outline)
  await lockEditions(tx)
  const [last] = await listEditionOutlines(tx, kind.type)
  if ((last?.version ?? 0) !== version) throw problem('stale')
  const next = { version: version + 1, outline }
  await addEditionOutline(tx, kind.type, { ...next, by: actor.id, at: now })
  const data = { key: 'edition-outline', value: { type: kind.type, version: next.version, own: outline !== null } }
  return written(outlineView(kind, next), { stream: 'rights', type: 'setting.changed', data })
}
