import {
  addPaperTemplate,
  listPaperTemplates,
  newestPaperTemplates,
  type Queryable,
  readEmblem,
  reader,
  written,
} from '@sepakat/db'
import type { PaperKind, PaperTemplate } from '@sepakat/rules'
import { templateFaults } from '@sepakat/rules/papers/templateFaults.ts'
import type { Acting } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import { keptPdf } from '#submissions/keptPdf.ts'
import { exampleOf } from './exampleOf.ts'
import { type NamedPaper, namedPaper, namedPapers } from './namedPaper.ts'
import { judgeEmblem, putEmblem } from './putEmblem.ts'
import { namesView, paperView } from './view.ts'

/** @throws invalid where a template names what its paper has not */
function requireFilled(kind: PaperKind, template: PaperTemplate): void {
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
const put = async (tx: Queryable, { named, version, template, actor, now }: Asked) => {
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

type Known = NonNullable<ReturnType<typeof namedPaper>>

function known(paper: string): Known {
  const named = namedPaper(paper)
  if (!named) throw problem('not-found')
  return named
}

export const paperTemplateHandlers = handlers({
  'GET /paper-templates': async ({ db }) => {
    const newest = await newestPaperTemplates(reader(db))
    const items = namedPapers.map((one: NamedPaper) => paperView(one, newest.get(one.paper)))
    return { items, emblem: (await readEmblem(reader(db))) !== null }
  },

  'GET /paper-templates/:paper': async ({ params: { paper }, db }) => {
    const named = known(paper)
    const versions = await listPaperTemplates(reader(db), paper)
    const [last] = versions
    return {
      ...paperView(named, last && { version: last.version, own: last.template !== null }),
      template: [...(last?.template ?? named.kind.template)],
      shipped: [...named.kind.template],
      names: namesView(named.kind),
      versions: versions.map(({ template, at, ...one }) => ({
        ...one,
        template: template && [...template],
        at: at.toISOString(),
      })),
    }
  },

  'POST /paper-templates/:paper': ({ params: { paper }, body, actor, now, write }) => {
    const named = known(paper)
    return write(tx => put(tx, { named, ...body, actor, now }))
  },

  'POST /paper-templates/:paper/preview': async asked => {
    const { params, body, db } = asked
    const named = known(params.paper)
    requireFilled(named.kind, body.template)
    const paper = await exampleOf(reader(db), params.paper, body.template)
    if (!paper) throw problem('not-found')
    return keptPdf(asked, {
      paper,
      job: { example: { paper: params.paper, template: body.template } },
      name: `contoh ${params.paper}.pdf`,
    })
  },

  'GET /emblem': async ({ db }) => {
    const emblem = await readEmblem(reader(db))
    return { image: emblem && { media: emblem.media, data: Buffer.from(emblem.bytes).toString('base64') } }
  },

  'PUT /emblem': async ({ body: { image }, actor, now, write }) => {
    const emblem = image === null ? null : await judgeEmblem(image)
    return write(tx => putEmblem(tx, { emblem, actor, now }))
  },
})
