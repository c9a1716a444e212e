import {
  carryEditionTexts,
  editionStream,
  insertEdition,
  listEditions,
  lockEditions,
  type Queryable,
  readEdition,
  readSettings,
  written,
} from '@sepakat/db'
import { editionKinds, isPractice, parsePeriod, previousPeriod } from '@sepakat/rules'
import { requireReportTypes } from '#http/auth/acting.ts'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { editionLine } from './view.ts'

type Asked = Pick<Context<'POST /editions'>, 'body' | 'actor' | 'now'>

/** Opens the next version, with the texts of the last one, else of the period before. @throws no-right, invalid, exists */
export const open = async (tx: Queryable, { body: { type, period }, actor, now }: Asked) => {
  const kind = editionKinds[type]
  requireReportTypes(actor, [kind.reportType])
  const isQuarter = parsePeriod(period).quarter !== null
  if (isPractice(period) || isQuarter !== (kind.period === 'quarter'))
    throw invalid('/period', isQuarter ? 'Pilih tahun, bukan triwulan.' : 'Pilih triwulan.')
  await lockEditions(tx)
  const [last] = await listEditions(tx, { types: [type], period })
  if (last && last.status !== 'frozen')
    throw problem('exists', { detail: 'Laporan ini sedang disusun. Lanjutkan yang itu.' })
  const [before] = await listEditions(tx, { types: [type], period: previousPeriod(period) })
  const source = last ?? before
  const version = (last?.version ?? 0) + 1
  const outline = last?.outline ?? kind.outline
  const by = { by: actor.id, at: now }
  const { editions } = await readSettings(tx)
  const reviewed = editions.reviewed.includes(type)
  const id = await insertEdition(tx, { type, period, version, outline, reviewed, ...by })
  const sections = outline.chapters.flatMap(chapter => chapter.sections.map(section => section.id))
  if (source) await carryEditionTexts(tx, { from: source.id, to: id, sections }, by)
  const data = { edition: id, type, period, version, ...(source && { from: source.id }) }
  return written(editionLine((await readEdition(tx, id))!), { stream: editionStream(id), type: 'edition.opened', data })
}
