import type { PaperKind } from '../papers/PaperKind.ts'
import { receipt, receiptId } from '../papers/receipt.ts'
import { returnLetter, returnLetterId } from '../papers/returnLetter.ts'
import type { FormId } from '../reportTypes.ts'
import { programPaper } from './lkpj-tahunan/programPaper.ts'
import { indicatorPaper } from './lppd-tahunan/indicatorPaper.ts'
import { evaluationPaper } from './sakip-evaluasi/evaluationPaper.ts'
import { reportPaper } from './sakip-lkjip/reportPaper.ts'
import { agreementPaper } from './sakip-perjanjian-kinerja/agreementPaper.ts'
import { servicePaper } from './spm-triwulan/servicePaper.ts'

/** The papers of each form, by the ids that its kind has their names under. Apart from the kinds: a device needs the names alone. */
const papers: Record<FormId, Record<string, PaperKind>> = {
  'lkpj/tahunan': { 'bahan-lkpj': programPaper },
  'lppd/tahunan': { 'bahan-lppd': indicatorPaper },
  'sakip/evaluasi': { 'lembar-kerja-evaluasi': evaluationPaper },
  'sakip/lkjip': { lkjip: reportPaper },
  'sakip/perjanjian-kinerja': { 'perjanjian-kinerja': agreementPaper },
  'spm/triwulan': { 'laporan-spm': servicePaper },
}

const ofEvery: Record<string, PaperKind> = { [receiptId]: receipt, [returnLetterId]: returnLetter }

/** What a paper of a form is made by: one of its own, or one that every report has. Undefined where there is none. */
export const paperOf = (form: FormId, id: string): PaperKind | undefined => {
  const own = papers[form]
  if (own && Object.hasOwn(own, id)) return own[id]
  return Object.hasOwn(ofEvery, id) ? ofEvery[id] : undefined
}
