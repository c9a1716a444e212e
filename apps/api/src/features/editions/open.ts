import {
  beginEditionTexts,
  editionStream,
  insertEdition,
  listEditions,
  lockEditions,
  ownEditionOutline,
  type Queryable,
  readEdition,
  readEditionTexts,
  readSettings,
  written,
} from '@sepakat/db'
import {
  beginningTexts,
  editionKinds,
  isPractice,
  type PeriodKey,
  parsePeriod,
  previousPeriod,
  standingTexts,
  withOwnOutline,
} from '@sepakat/rules'
import { requireReportTypes } from '#http/auth/acting.ts'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { editionLine } from './view.ts'

type Asked = Pick<Context<'POST /editions'>, 'body' | 'actor' | 'now'>

/**
 * Opens the next version with outline and texts of the last one; a new period's with the outline of the region, and the texts of the
 * period before. @throws no-right, invalid, exists
 */
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
  const own = last ? null : await ownEditionOutline(tx, type)
  const outline = last?.outline ?? withOwnOutline(kind.outline, own)
  const by = { by: actor.id, at: now }
  const { editions, region } = await readSettings(tx)
  const reviewed = editions.reviewed.includes(type)
  const id = await insertEdition(tx, { type, period, version, outline, reviewed, ...by })
  const said = (of: PeriodKey) => standingTexts(own, { region: region.name, period: of })
  const texts = beginningTexts(outline, {
    standing: said(period),
    stoodBefore: said(source?.period ?? period),
    before: source ? await readEditionTexts(tx, source.id) : new Map(),
  })
  await beginEditionTexts(tx, id, texts, by)
  const data = { edition: id, type, period, version, ...(source && { from: source.id }) }
  return written(editionLine((await readEdition(tx, id))!), { stream: editionStream(id), type: 'edition.opened', data })
}
