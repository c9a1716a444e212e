import type { Submission } from '#sync/apiTypes.ts'
import type { Moving } from './useMove.ts'

/** The result of a move, for the user who made it. */
export function doneWords(move: Moving['move'], { status, office, latestRevision }: Submission): string {
  switch (move) {
    case 'claim':
      return 'Laporan ini kini Anda periksa.'
    case 'release':
    case 'unclaim':
      return 'Laporan dilepaskan; orang lain dapat mengambilnya.'
    case 'approve':
      return status === 'second-review'
        ? 'Diloloskan; laporan menunggu pemeriksa kedua.'
        : `Kiriman ke-${latestRevision} disetujui.`
    case 'return':
      return `Laporan dikembalikan kepada ${office.shortName}.`
    case 'sign':
      return 'Ditandatangani; laporan sampai kepada pemeriksa.'
    case 'decline':
      return 'Laporan dikembalikan kepada operator.'
    case 'reopen':
      return `Laporan dibuka kembali untuk ${office.shortName}.`
  }
}
