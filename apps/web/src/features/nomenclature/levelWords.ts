import type { CodeLevel } from '@sepakat/rules'
import { count } from '#ui/numbers.ts'

const words: Record<CodeLevel, string> = {
  urusan: 'urusan',
  field: 'bidang urusan',
  program: 'program',
  activity: 'kegiatan',
  subactivity: 'sub kegiatan',
}

/** `6 program, 12 kegiatan`: the number of codes per level, without empty levels. */
export const levelWords = (counts: Record<CodeLevel, number>): string =>
  (Object.keys(words) as CodeLevel[])
    .filter(level => counts[level] > 0)
    .map(level => `${count(counts[level])} ${words[level]}`)
    .join(', ')
