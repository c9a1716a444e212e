import {
  attachmentMedia,
  type FrozenReport,
  type Queryable,
  type Touched,
  type Typed,
  tickedRowsOf,
  typedCellsOf,
} from '@sepakat/db'
import { type Kind, kinds, type Pointer } from '@sepakat/rules'
import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { parsePointer } from '@sepakat/rules/pointers/pointer.ts'
import { type FrozenBody, namesOf } from './frozenBody.ts'
import type { Leaf } from './readLeaves.ts'

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
  typed: Pick<Touched, 'by' | 'when'> | null
  /** The report it was carried over from when its own was created; null of what was typed there. */
  carried: string | null
  checked: Touched | null
  evidence: Evidence[]
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

/** `Triwulan I 2026`, with its form where that is another one. */
const reportWords = (from: Typed['from'] | undefined, { form }: FrozenReport): string | null =>
  from ? [from.form === form ? '' : kinds[from.form]?.title, periodTitle(from.period)].filter(Boolean).join(', ') : null

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
  const byPlace = new Map(typed.map(one => [one.at, one]))
  return (pointer: Pointer): Omit<ReadAnswer, 'at' | 'label'> => {
    const { table, row, field } = parsePointer(pointer) ?? { table: '', row: '', field: '' }
    return {
      value: names?.cell(table, row, field, body.answers[table]?.[row]?.[field]) ?? '',
      submission: report.submission,
      revision: report.n,
      typed: byPlace.get(pointer)?.typed ?? null,
      carried: reportWords(byPlace.get(pointer)?.from, report),
      checked: ticked.find(({ at }) => at === rowOf(pointer)) ?? null,
      evidence: evidence[rows.indexOf(rowOf(pointer))] ?? [],
    }
  }
}

/** Answers at these places, each as its report was frozen; what is closed to the asker has its place and no value. */
export const readAnswers = async (tx: Queryable, leaves: readonly Leaf[]): Promise<ReadAnswer[]> => {
  const readers = new Map<FrozenReport, (pointer: Pointer) => Omit<ReadAnswer, 'at' | 'label'>>()
  for (const report of new Set(leaves.flatMap(leaf => leaf.of?.report ?? []))) {
    const own = leaves.filter(({ of }) => of?.report === report)
    const pointers = own.flatMap(({ of }) => of?.pointer ?? [])
    readers.set(report, await answersOf(tx, report, own[0]?.of?.kind, pointers))
  }
  const closed = {
    value: null,
    submission: null,
    revision: null,
    typed: null,
    carried: null,
    checked: null,
    evidence: [],
  }
  return leaves.map(({ at, label, of }) => ({ at, label, ...((of && readers.get(of.report)?.(of.pointer)) ?? closed) }))
}
