import type { QuotaReached } from '@sepakat/db'
import type { ProblemError } from '../../http/problem.ts'
import { problem } from '../../http/problem.ts'

/** What to do about a bound that is reached. */
export const quotaProblem = ({ reached, megabytes }: QuotaReached): ProblemError => {
  if (reached === 'waiting') return problem('uploads-full')
  const size = `${megabytes.toLocaleString('id-ID')} MB`
  return problem('quota-reached', {
    detail:
      reached === 'report'
        ? `Berkas ini tidak muat lagi: bukti laporan ini paling banyak ${size}, termasuk yang dilepas atau diganti, karena tetap tersimpan. Perkecil berkasnya, atau mintalah pengelola menaikkan batasnya di Pengaturan.`
        : `Berkas ini tidak muat lagi hari ini: dalam sehari Anda melampirkan paling banyak ${size}. Kirim lagi besok, atau mintalah pengelola menaikkan batasnya di Pengaturan.`,
  })
}
