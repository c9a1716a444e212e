import {
  attachmentMedia,
  type FrozenReport,
  frozenReportsOf,
  type Queryable,
  type Touched,
  tickedRowsOf,
  typedCellsOf,
} from '@sepakat/db'
import { type Kind, kinds, type Pointer } from '@sepakat/rules'
import { parsePointer } from '@sepakat/rules/pointers/pointer.ts'
import { type FrozenBody, namesOf } from './frozenBody.ts'

interface Evidence {
  id: string
  submission: string
  title: string
  number: string
  date: string | null
  page: string
  media: string
}
export interface ReadAnswer {
  at: string
  label: string
  value: string | null
  submission: string | null
  revision: number | null
  typed: Touched | null
  checked: Touched | null
  evidence: Evidence[]
}
interface Ask {
  kind: Kind
  own: FrozenReport
  /** Addresses as `leavesOf` gives them. */
  leaves: readonly string[]
  /** Whether what another report says is closed to the asker. */
  isOfOthers: (report: FrozenReport) => boolean
}

const rowOf = (pointer: string): string => pointer.split('/').slice(0, 3).join('/')

/** The evidence of a revision at these places, with what sort of file each is. */
export const evidenceOf = async (
  tx: Queryable,
  { submission, body }: Pick<FrozenReport, 'submission' | 'body'>,
  isAt: (anchor: string) => boolean,
): Promise<Evidence[]> => {
  const found = (body as FrozenBody).attachments.filter(({ anchor }) => isAt(anchor))
  if (found.length === 0) return []
  const media = await attachmentMedia(
    tx,
    found.map(({ id }) => id),
  )
  return found.map(({ id, title, number, date, page }) => ({
    id,
    submission,
    title,
    number,
    date,
    page,
    media: media.get(id) ?? '',
  }))
}

/** Those of one report, which another may have been computed from. */
const answersOf = async (tx: Queryable, report: FrozenReport, kind: Kind | undefined, pointers: readonly Pointer[]) => {
  const body = report.body as FrozenBody
  const rows = [...new Set(pointers.map(rowOf))]
  const [typed, ticked, evidence] = await Promise.all([
    typedCellsOf(tx, report, pointers),
    tickedRowsOf(tx, report, rows),
    Promise.all(rows.map(row => evidenceOf(tx, report, anchor => rowOf(anchor) === row))),
  ])
  const names = kind && namesOf(kind, body)
  return (pointer: Pointer): Omit<ReadAnswer, 'at' | 'label'> => {
    const { table, row, field } = parsePointer(pointer) ?? { table: '', row: '', field: '' }
    return {
      value: names?.cell(table, row, field, body.answers[table]?.[row]?.[field]) ?? '',
      submission: report.submission,
      revision: report.n,
      typed: typed.find(({ at }) => at === pointer) ?? null,
      checked: ticked.find(({ at }) => at === rowOf(pointer)) ?? null,
      evidence: evidence[rows.indexOf(rowOf(pointer))] ?? [],
    }
  }
}

/** Answers in the order of the addresses, of the report itself and of those it was computed from, as they were frozen. */
export const readAnswers = async (tx: Queryable, { kind, own, leaves, isOfOthers }: Ask): Promise<ReadAnswer[]> => {
  const body = own.body as FrozenBody
  const names = namesOf(kind, body)
  const placed = leaves.map(at => {
    const colon = at.startsWith('/') ? -1 : at.indexOf(':')
    return { at, source: at.slice(0, Math.max(0, colon)), pointer: at.slice(colon + 1) as Pointer }
  })
  const used = [...new Set(placed.map(({ source }) => source))]
  const refs = used.flatMap(name => {
    const { submission, revision } = body.sources[name] ?? {}
    return submission && revision ? [{ name, submission, n: revision }] : []
  })
  const others = refs.length === 0 ? [] : await frozenReportsOf(tx, refs)
  const readers = new Map<string, (pointer: Pointer) => Omit<ReadAnswer, 'at' | 'label'>>()
  for (const name of used) {
    const ref = refs.find(one => one.name === name)
    const report = name === '' ? own : others.find(({ submission, n }) => submission === ref?.submission && n === ref.n)
    if (!report || (name !== '' && isOfOthers(report))) continue
    const form = name === '' ? kind.form : kind.sources(body.period)[name]?.form
    const pointers = placed.filter(({ source }) => source === name).map(({ pointer }) => pointer)
    readers.set(name, await answersOf(tx, report, form && kinds[form], pointers))
  }
  const closed = { value: null, submission: null, revision: null, typed: null, checked: null, evidence: [] }
  return placed.map(({ at, source, pointer }) => ({
    at,
    label: names.input(at),
    ...(readers.get(source)?.(pointer) ?? closed),
  }))
}
