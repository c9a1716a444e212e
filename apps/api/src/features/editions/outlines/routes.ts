import { listEditionOutlines, newestEditionOutlines, reader } from '@sepakat/db'
import { editionKinds, editionTypes } from '@sepakat/rules'
import { handlers } from '#http/route.ts'
import { keptPdf } from '#submissions/keptPdf.ts'
import { exampleEdition } from './exampleEdition.ts'
import { put, requireAllowed } from './put.ts'
import { outlineView } from './view.ts'

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
