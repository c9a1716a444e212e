import { returnLetterId } from '@sepakat/rules/papers/returnLetter.ts'
import { DownloadPaper } from '#submissions/DownloadPaper.tsx'

/** The letter with which this submission went back to its office. */
export const ReturnLetter = ({ id, n }: { id: string; n: number }) => (
  <DownloadPaper small id={id} n={n} paper={returnLetterId} label="Cetak surat pengembalian" />
)
