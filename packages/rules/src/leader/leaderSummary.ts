import type { BehindOffice, LeaderData } from './LeaderData.ts'
import { lkpjSentence } from './lkpjSentence.ts'
import { lppdSentence } from './lppdSentence.ts'
import { reportsSentence } from './reportsSentence.ts'
import type { LeadsTo, Sentence } from './Sentence.ts'
import { sakipSentence } from './sakipSentence.ts'
import { spmSentence } from './spmSentence.ts'

export interface LeaderSummary {
  year: number
  sentences: Sentence[]
  behind: Behind
}
/** The offices furthest behind; of those that are as far as the last of them there may be more than are named. */
export interface Behind {
  /** By what they are ranked. */
  measure: string
  offices: (BehindOffice & { to: LeadsTo })[]
  more: number
}

/** What the leader reads first: five sentences, why a figure is low, and who is furthest behind. */
export const leaderSummary = (data: LeaderData): LeaderSummary => ({
  year: data.year,
  sentences: [spmSentence(data), lppdSentence(data), sakipSentence(data), lkpjSentence(data), reportsSentence(data)],
  behind: behindOf(data),
})

function behindOf({ year, behind: { offices, more } }: LeaderData): Behind {
  return {
    measure: `Jumlah laporan tahun ${year} yang sudah lewat batas waktu dan belum dikirim; bila sama banyak, yang terlama lewat batas waktu lebih dulu.`,
    offices: offices.map(one => ({
      ...one,
      to: { page: 'reports', year, office: one.office.id, timeliness: 'missing' },
    })),
    more,
  }
}
