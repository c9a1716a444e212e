import {
  correctedWords,
  correctionTitle,
  correctionWords,
  type ToldCorrected,
  type ToldCorrection,
} from '@sepakat/rules/names/correctionWords.ts'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import type { Piece } from './paper.ts'
import { line } from './rowPieces.ts'

/** Why an approved report was opened again, and both values of whatever changed since. */
export interface PrintedCorrection {
  about: ToldCorrection
  cells: readonly ToldCorrected[]
  /** An instant in the region's zone. */
  long: (instant: string) => string
}

/** A part of its own, before the answers, so that the correction is not overlooked. */
export function correctionPieces({ about, cells, long }: PrintedCorrection, names: FormNames): Piece[] {
  const columns = ['Isian', 'Semula', 'Menjadi', 'Oleh'].map((title, at) => ({
    title,
    number: false,
    share: [34, 21, 21, 24][at] ?? 25,
  }))
  const lines = cells.map(cell => {
    const { where, was, is } = correctedWords(cell, names)
    const texts = [where, was, is, `${cell.by.name}, ${long(cell.changedAt)}`]
    return { cells: texts.map(text => ({ pieces: [line({ text })], span: 1 })) }
  })
  return [
    { kind: 'heading', level: 1, words: [{ text: correctionTitle }] },
    line({ text: correctionWords(about, names.anchor, long) }),
    ...(lines.length > 0 ? [{ kind: 'grid', columns, lines } as const] : []),
  ]
}
