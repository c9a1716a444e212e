import {
  addEditionOutline,
  listEditionOutlines,
  lockEditions,
  newestEditionOutlines,
  type Queryable,
  reader,
  written,
} from '@sepakat/db'
import { type EditionKind, editionKinds, editionTypes, type OwnOutline, outlineFaults } from '@sepakat/rules'
import type { Acting } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import { keptPdf } from '#submissions/keptPdf.ts'
import { exampleEdition } from './exampleEdition.ts'
import { outlineView } from './view.ts'

/** @throws invalid where the regulation's outline does not allow it */
function requireAllowed(kind: EditionKind, outline: OwnOutline): void {
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
const put = async (tx: Queryable, { kind, version, outline, actor, now }: Asked) => {
  if (outline) requireAllowed(kind, outline)
  await lockEditions(tx)
  const [last] = await listEditionOutlines(tx, kind.type)
  if ((last?.version ?? 0) !== version) throw problem('stale')
  const next = { version: version + 1, outline }
  await addEditionOutline(tx, kind.type, { ...next, by: actor.id, at: now })
  const data = { key: 'edition-outline', value: { type: kind.type, version: next.version, own: outline !== null } }
  return written(outlineView(kind, next), { stream: 'rights', type: 'setting.changed', data })
}

export const editionOutlineHandlers = handlers({
  'GET /edition-outlines': async ({ db }) => {
    const newest = await newestEditionOutlines(reader(db))
    return { items: editionTypes.map(type => outlineView(editionKinds[type], newest.get(type))) }
  },

  'GET /edition-outlines/:type': async ({ params: { type }, db }) => {
    const kind = editionKinds[type]
    const versions = await listEditionOutlines(reader(db), type)
    const [last] = versions
    return {
      ...outlineView(kind, last),
      shipped: kind.outline,
      outline: last?.outline ?? null,
      versions: versions.map(({ at, ...version }) => ({ ...version, at: at.toISOString() })),
    }
  },

  'POST /edition-outlines/:type': ({ params: { type }, body, actor, now, write }) =>
    write(tx => put(tx, { kind: editionKinds[type], ...body, actor, now })),

  'POST /edition-outlines/:type/preview': async asked => {
    const { params, body, db } = asked
    requireAllowed(editionKinds[params.type], body.outline)
    return keptPdf(asked, {
      paper: await exampleEdition(reader(db), params.type, body.outline),
      job: { example: { edition: params.type, outline: body.outline } },
      name: `contoh ${params.type}.pdf`,
    })
  },
})
