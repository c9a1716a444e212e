import {
  type Database,
  editionStream,
  listEditionFiles,
  listEditions,
  putOutline,
  type Queryable,
  readEditionFile,
  readEditionTexts,
  reader,
  snapshot,
  written,
} from '@sepakat/db'
import {
  arrangeOutline,
  compareEditions,
  type EditionData,
  editionKinds,
  editionTypes,
  periodTitle,
  type ReportStatus,
} from '@sepakat/rules'
import type { Acting } from '#http/auth/acting.ts'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { approve } from './approve.ts'
import { editionData } from './editionData.ts'
import { cancel, content, order } from './files.ts'
import { documentOf, type FoundEdition, findEdition, findEditionToWrite, requireStatus } from './findEdition.ts'
import { findFigures } from './findFigures.ts'
import { giveBack, review, send } from './moves.ts'
import { open } from './open.ts'
import { paste } from './paste.ts'
import { read } from './read.ts'
import { attachReceipt, receiptContent } from './receipt.ts'
import { recordCarried, recordSending } from './records.ts'
import { saidOf } from './saidOf.ts'
import { saveText } from './saveText.ts'
import { sectionView } from './sectionView.ts'
import { sign } from './sign.ts'
import { editionFileView, editionLine } from './view.ts'

/** @throws not-found, wrong-status, invalid */
const arrange = async (tx: Queryable, { params: { id }, body, actor }: Context<'PUT /editions/:id/outline'>) => {
  const { edition } = await findEditionToWrite(tx, id, actor)
  requireStatus(edition, 'draft')
  const outline = arrangeOutline(edition.outline, body)
  if ('at' in outline) throw invalid(outline.at, outline.message)
  await putOutline(tx, id, outline)
  const data = { edition: id, order: body.chapters.map(({ sections }) => sections), hidden: body.hidden }
  return written(null, { stream: editionStream(id), type: 'edition.outlined', data })
}

const dayMs = 86_400_000

/** By form: how much of what is owed is approved, and who is missing, how late. */
const readiness = ({ forms }: EditionData, now: Date) => ({
  forms: forms.map(({ form, title, period, reports }) => ({
    form,
    title,
    period,
    periodTitle: periodTitle(period),
    owed: reports.length,
    approved: reports.filter(({ revision }) => revision !== null).length,
    missing: reports
      .filter(({ revision }) => revision === null)
      .map(({ office, submission, status, dueAt }) => ({
        office,
        submission,
        status: status as ReportStatus,
        dueAt,
        daysLate: Math.max(0, Math.floor((now.getTime() - Date.parse(dueAt)) / dayMs)),
      })),
  })),
})

interface Asking {
  params: { id: string }
  actor: Acting
  db: Database
}

/** The data of an edition as they are now, at one moment. */
const dataOf = (db: Database, { kind, edition }: FoundEdition): Promise<EditionData> =>
  snapshot(db, tx => editionData(tx, kind, edition.period))

const found = ({ params, actor, db }: Asking): Promise<FoundEdition> => findEdition(reader(db), params.id, actor)
const foundWithData = async (asked: Asking) => {
  const one = await found(asked)
  return { one, data: await dataOf(asked.db, one) }
}
const documentNow = async (asked: Asking) => {
  const one = await found(asked)
  return documentOf(reader(asked.db), one, () => dataOf(asked.db, one))
}

export const editionHandlers = handlers({
  'GET /editions': async ({ query, actor, db }) => {
    const types = editionTypes.filter(
      type =>
        (query.type === undefined || query.type === type) &&
        (actor.reportTypes.length === 0 || actor.reportTypes.includes(editionKinds[type].reportType)),
    )
    const { year, waiting } = query
    const ask = { types, ...(year !== undefined && { year }), ...(waiting !== undefined && { waiting }) }
    return { items: (await listEditions(reader(db), ask)).map(editionLine) }
  },
  'POST /editions': asked => asked.write(tx => open(tx, asked)),
  'GET /editions/:id': async asked => {
    const one = await found(asked)
    return read(reader(asked.db), one, { actor: asked.actor, data: () => dataOf(asked.db, one) })
  },
  'GET /editions/:id/readiness': async asked => readiness((await foundWithData(asked)).data, asked.now),
  'GET /editions/:id/sections/:section': async asked => {
    const { one, data } = await foundWithData(asked)
    const section = one.edition.outline.chapters
      .flatMap(({ sections }) => sections)
      .find(({ id }) => id === asked.params.section)
    if (!section) throw problem('not-found')
    const text = (await readEditionTexts(reader(asked.db), one.edition.id)).get(section.id)
    return sectionView(one, { section, text, data })
  },
  'PUT /editions/:id/sections/:section': async asked => {
    const { data } = await foundWithData(asked)
    return asked.write(tx => saveText(tx, asked, data))
  },
  'POST /editions/:id/said': async asked => saidOf(asked.body.narrative, (await foundWithData(asked)).data),
  'GET /editions/:id/figures': async asked => findFigures((await foundWithData(asked)).data, asked.query),
  'PUT /editions/:id/outline': asked => asked.write(tx => arrange(tx, asked)),
  'POST /editions/:id/send': asked => asked.write(tx => send(tx, asked)),
  'POST /editions/:id/review': asked => asked.write(tx => review(tx, asked)),
  'POST /editions/:id/return': asked => asked.write(tx => giveBack(tx, asked)),
  'POST /editions/:id/approve': async asked => {
    const { data } = await foundWithData(asked)
    return asked.write(tx => approve(tx, asked, data))
  },
  'GET /editions/:id/document': documentNow,
  'GET /editions/:id/compare': async asked => {
    const [one, other] = await Promise.all([found(asked), found({ ...asked, params: { id: asked.query.with } })])
    if (one.kind !== other.kind) throw invalid('/with', 'Pilih laporan kabupaten yang sejenis.')
    const tx = reader(asked.db)
    const to = await documentOf(tx, one, () => dataOf(asked.db, one))
    const from = await documentOf(tx, other, () => dataOf(asked.db, other))
    return { with: editionLine(other.edition), ...compareEditions(from, to) }
  },
  'GET /editions/:id/files': async asked => {
    const { edition } = await found(asked)
    return { items: (await listEditionFiles(reader(asked.db), edition.id)).map(editionFileView) }
  },
  'POST /editions/:id/files': asked => asked.write(tx => order(tx, asked)),
  'GET /editions/:id/files/:file': async asked =>
    content(asked, await found(asked), await readEditionFile(reader(asked.db), asked.params.id, asked.params.file)),
  'POST /editions/:id/files/:file/cancel': asked => asked.write(tx => cancel(tx, asked)),
  'PUT /editions/:id/files/:file/signature': sign,
  'PUT /editions/:id/sendings/:addressee': asked => asked.write(tx => recordSending(tx, asked)),
  'PUT /editions/:id/sendings/:addressee/receipt': attachReceipt,
  'GET /editions/:id/sendings/:addressee/receipt': receiptContent,
  'GET /editions/:id/paste': async asked => paste(reader(asked.db), asked.params.id, await documentNow(asked)),
  'PUT /editions/:id/paste/:field': asked => asked.write(tx => recordCarried(tx, asked)),
})
