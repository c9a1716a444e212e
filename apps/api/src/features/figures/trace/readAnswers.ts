import {
  attachmentMedia,
  type FrozenReport,
  type Queryable,
  type Touched,
  tickedRowsOf,
  typedCellsOf,
} from '@sepakat/db'
import type { Kind, Pointer } from '@sepakat/rules'
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
  typed: Touched | null
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

/** Answers at these places, each as its report was frozen; what is closed to the asker has its place and no value. */
export const readAnswers = async (tx: Queryable, leaves: readonly Leaf[]): Promise<ReadAnswer[]> => {
  const readers = new Map<FrozenReport, (pointer: Pointer) => Omit<ReadAnswer, 'at' | 'label'>>()
  for (const report of new Set(leaves.flatMap(leaf => leaf.of?.report ?? []))) {
    const own = leaves.filter(({ of }) => of?.report === report)
    const pointers = own.flatMap(({ of }) => of?.pointer ?? [])
    readers.set(report, await answersOf(tx, report, own[0]?.of?.kind, pointers))
  }
  const closed = { value: null, submission: null, revision: null, typed: null, checked: null, evidence: [] }
  return leaves.map(({ at, label, of }) => ({ at, label, ...((of && readers.get(of.report)?.(of.pointer)) ?? closed) }))
}
