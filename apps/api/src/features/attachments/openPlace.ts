import { loadTree, lockSubmission, type Queryable, type SubmissionRecord } from '@sepakat/db'
import {
  type Anchor,
  closedAt,
  isAnchorOf,
  isOpen,
  type Kind,
  kinds,
  type Locked,
  lineOf,
  lockedBy,
  parseAnchor,
  type RowPointer,
  statusLabels,
} from '@sepakat/rules'
import { invalid, type ProblemError, problem } from '#http/problem.ts'
import { type Asker, requireCapacity } from '#submissions/asker.ts'

interface ToAttach {
  anchor: Anchor
  asker: Asker
  now: Date
  adds?: boolean
}

/** The submission, locked, where this place is open to the caller. @throws the problem that says why it is not open */
export const openPlace = async (tx: Queryable, { id, ...ask }: ToAttach & { id: string }): Promise<SubmissionRecord> =>
  requireOpenPlace(tx, await lockSubmission(tx, id), ask)

/**
 * A submission that is locked, where this place of it is open to the caller. A file is attached, replaced and let go like the answer it
 * proves is written: by the office or whom it handed that place to, while it is open to them. An evaluator's cells are not the
 * office's to prove. `adds`: what is signed on paper is what was submitted, so its scan follows that; the office adds it to the
 * report as a whole, and it proves no answer.
 * @throws the problem that says why it is not open
 */
export const requireOpenPlace = async (
  tx: Queryable,
  found: SubmissionRecord | null,
  ask: ToAttach,
): Promise<SubmissionRecord> => {
  const { anchor, asker, now, adds = false } = ask
  const { submission, capacity } = requireCapacity(asker, found)
  const kind = kinds[submission.form]
  if (!kind) throw problem('not-found')
  if (!isAnchorOf(kind, anchor)) throw invalid('/anchor', 'Bagian ini tidak ada pada formulir.')
  const { status, statusAt, statusBy, openAnchors } = submission
  if (adds && anchor === '' && capacity.as === 'office' && !isOpen(status)) return submission
  const lock = {
    status,
    since: statusAt.toISOString(),
    by: statusBy,
    openAnchors,
    closedAt: closedAt(submission, now)?.toISOString() ?? null,
    capacity,
  }
  const partly = openAnchors !== null || submission.contributions.length > 0
  const target = { address: anchor as RowPointer, line: partly ? await lineTo(tx, kind, submission, anchor) : [] }
  const locked = lockedBy(lock, writerOf(kind, anchor), [target])
  if (locked) throw lockedPlace(locked)
  return submission
}

const writerOf = (kind: Kind, anchor: Anchor): 'office' | 'evaluator' => {
  const { table, field } = parseAnchor(anchor) ?? {}
  const fields = table === undefined ? undefined : kind.tables[table]?.fields
  return fields && field !== undefined && Object.hasOwn(fields, field) ? (fields[field]?.writer ?? 'office') : 'office'
}

/** The row an anchor names and those it hangs on. */
const lineTo = async (tx: Queryable, kind: Kind, submission: SubmissionRecord, anchor: Anchor) => {
  const { table, row } = parseAnchor(anchor) ?? {}
  return table === undefined || row === undefined ? [] : lineOf(await loadTree(tx, kind, submission), { table, row })
}

const reasons: Record<Locked['why'], string> = {
  status: 'Bagian ini sedang tidak terbuka untuk perangkat daerah',
  period: 'Periode ini sudah ditutup; mintalah perpanjangan kepada koordinator',
  contribution: 'Bagian ini diserahkan kepada unit lain, atau sudah Anda nyatakan selesai',
  writer: 'Isian ini diisi oleh penilai',
  claim: 'Laporan ini sedang diperiksa penilai lain',
}

const lockedPlace = ({ why, status }: Locked): ProblemError =>
  problem('wrong-status', { detail: `${reasons[why]} (status "${statusLabels[status]}").` })
