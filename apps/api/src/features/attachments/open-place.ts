import { lockToAttach, type Queryable, type SubmissionRecord, type ToAttach } from '@sepakat/db'
import { type Locked, statusLabels } from '@sepakat/rules'
import { invalid, type ProblemError, problem } from '../../http/problem.ts'

const reasons: Record<Locked['why'], string> = {
  status: 'Bagian ini sedang tidak terbuka untuk perangkat daerah',
  period: 'Periode ini sudah ditutup; mintalah perpanjangan kepada koordinator',
  contribution: 'Bagian ini diserahkan kepada unit lain, atau sudah Anda nyatakan selesai',
  writer: 'Isian ini diisi oleh penilai',
}

const lockedPlace = ({ why, status }: Pick<Locked, 'why' | 'status'>): ProblemError =>
  problem('wrong-status', { detail: `${reasons[why]} (status "${statusLabels[status]}").` })

/** The submission, locked, where this place is open to whoever asks. @throws the problem that says why it is not */
export const openPlace = async (tx: Queryable, ask: ToAttach): Promise<SubmissionRecord> => {
  const place = await lockToAttach(tx, ask)
  switch (place.outcome) {
    case 'open':
      return place.submission
    case 'bad-anchor':
      throw invalid('/anchor', 'Bagian ini tidak ada pada formulir.')
    case 'locked':
      throw lockedPlace(place.locked)
    default:
      throw problem(place.outcome)
  }
}
