import {
  appendEvent,
  catalogueEffects,
  type MovedReport,
  openReports,
  publishCatalogue,
  type Revised,
  type RevisionRefused,
  reader,
  reviseCatalogue,
} from '@sepakat/db'
import { type CatalogueRevision, movesFigures, rowChanges } from '@sepakat/rules'
import { requireReportTypes } from '../../http/acting.ts'
import { invalid } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'
import { correctionOf } from './correction-of.ts'
import { refusal } from './refusal.ts'

/** Evaluating a report takes some hundredths of a second; what goes beyond is said. */
const mostReports = 20

const refusedRevision = (refused: RevisionRefused, { correct }: CatalogueRevision): Error =>
  refused.refused === 'invalid' && !correct
    ? invalid('/until/to', 'Ada baris yang berakhir sebelum mulai, atau sudah punya masa berlaku lain pada tahun itu.')
    : refusal(refused)

/** The first year in which a revision may move figures. */
const firstYear = ({ correct, until }: CatalogueRevision, { before }: Revised): number =>
  correct?.fromYear ??
  Math.min(...before.rows.filter(r => until?.rows.some(s => s.row === r.id && s.from === r.from)).map(r => r.from))

const movedBy = ({ moves, ...report }: MovedReport) => ({
  ...report,
  figures: moves.map(({ code, row, label, rowLabel }) => ({ code, row, label, rowLabel })),
})

export const versionHandlers = handlers({
  'POST /catalogues/:type/:form/versions/preview': async ({ params, body, actor, db }) => {
    const form = `${params.type}/${params.form}`
    requireReportTypes(actor, [params.type])
    const { basedOn, until, verify, correct } = body
    const revision = { until, verify, correct: correct && correctionOf(correct) }
    const tx = reader(db)
    const revised = await reviseCatalogue(tx, { form, basedOn, revision })
    if ('refused' in revised) throw refusedRevision(revised, revision)
    const changes = rowChanges(revised.before.rows, revised.after.rows)
    const { checked, more, reports } = changes.some(movesFigures)
      ? await catalogueEffects(tx, { form, fromYear: firstYear(revision, revised), revised, limit: mostReports })
      : { checked: 0, more: false, reports: [] }
    return {
      version: revised.version,
      changes,
      openReports: await openReports(tx, form),
      checked,
      more,
      moved: reports.map(movedBy),
    }
  },

  'POST /catalogues/:type/:form/versions': async ({ params, body, actor, write, now }) => {
    const form = `${params.type}/${params.form}`
    requireReportTypes(actor, [params.type])
    const { basedOn, reason, ...revision } = body
    return await write(async tx => {
      const published = await publishCatalogue(tx, { form, basedOn, revision, note: reason, by: actor.id })
      if ('refused' in published) throw refusedRevision(published, revision)
      const { version, sha256, before, after } = published
      const changes = rowChanges(before.rows, after.rows)
      if (changes.length === 0) throw invalid('', 'Tidak ada baris yang berubah karenanya.')
      const rows = [...new Set(changes.map(({ row }) => row))]
      const fields = [...new Set(changes.map(({ field }) => field))]
      const data = { form, version, sha256, reason, rows, fields }
      await appendEvent(tx, { stream: 'rights', type: 'catalogue.published', actor: actor.id, at: now, data })
      return { version, sha256, changed: rows.length }
    })
  },
})
