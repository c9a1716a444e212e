import {
  awaitsReorganisation,
  lockOffices,
  putSpans,
  type Queryable,
  readOffice,
  readSpans,
  unfinishedReports,
  unitsBelow,
  written,
} from '@sepakat/db'
import { endedAt, type FormId, formTitle, type PeriodKey, periodTitle } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'POST /offices/:id/end'>, 'params' | 'body' | 'today'>

const longestList = 10

/** Names the unfinished reports of an office, and what can be done about them. */
const unfinished = (open: { form: FormId; period: PeriodKey }[]): string => {
  const names = open.slice(0, longestList).map(({ form, period }) => `${formTitle(form)} ${periodTitle(period)}`)
  const more = open.length > longestList ? `, dan ${open.length - longestList} lainnya` : ''
  return `${open.length} laporan belum disetujui: ${names.join(', ')}${more}. Selesaikan dahulu, atau pilih penerusnya lewat Gabung atau pecah.`
}

/** @throws in-use for units below it that go on, reports it has not finished, a merge or split that waits */
const requireUnused = async (tx: Queryable, id: string, to: string): Promise<void> => {
  const children = await unitsBelow(tx, id, to)
  if (children.length > 0)
    throw problem('in-use', { detail: `Pindahkan atau akhiri dahulu yang di bawahnya: ${children.join(', ')}.` })
  const open = await unfinishedReports(tx, id)
  if (open.length > 0) throw problem('in-use', { detail: unfinished(open) })
  if (await awaitsReorganisation(tx, id))
    throw problem('in-use', {
      detail: 'Ada penggabungan atau pemecahan yang menunggu tanggalnya. Batalkan dahulu.',
    })
}

/** @throws not-found; invalid where it does not exist by then; in-use */
export const end = async (tx: Queryable, { params: { id }, body: { to }, today }: Asked) => {
  await lockOffices(tx)
  if ((await readOffice(tx, id, today)) === null) throw problem('not-found')
  const spans = endedAt(await readSpans(tx, id), to)
  if (spans === null) throw invalid('/to', 'Perangkat daerah ini belum ada pada tanggal itu.')
  await requireUnused(tx, id, to)
  await putSpans(tx, id, spans)
  const data = { office: id, change: 'ended', to }
  return written((await readOffice(tx, id, today))!, { stream: 'rights', type: 'office.changed', data })
}
