import { formatNumber } from '@sepakat/rules/numbers/formatNumber.ts'
import type { Bounds, RowFormula } from '@sepakat/rules/types/Catalogue.ts'
import { boundsText } from './boundsDraft.ts'
import {
  combineWords,
  confidenceWord,
  directionWord,
  formulaKinds,
  measureWords,
  senseWords,
} from './catalogueWords.ts'
import type { CatalogueRow, CorrectionChange } from './queries.ts'

export interface ChangeLine {
  label: string
  before: string
  after: string
}

/** A formula in words: its kind, its inputs and its parameters. */
function formulaText(formula: RowFormula | null): string {
  if (!formula) return ''
  const { kind, inputs, factor, sense, combine, scale } = formula
  const more = [
    factor && `faktor ${formatNumber(factor)}`,
    sense && senseWords[sense],
    combine && combineWords[combine],
    scale && `skala ${scale}`,
  ].filter(Boolean)
  const typed = Object.values(inputs).join(' | ')
  return [formulaKinds[kind].word, typed, more.join(', ')].filter(Boolean).join(': ')
}

/** What a correction changes, line by line, in words. `owner` names the new one. */
export function beforeAfter(row: CatalogueRow, change: CorrectionChange, owner?: string): ChangeLine[] {
  const lines: (ChangeLine | false)[] = [
    change.label !== undefined && { label: 'Bunyi', before: row.label, after: change.label },
    change.code !== undefined && { label: 'Kode', before: row.code, after: change.code },
    change.unit !== undefined && { label: 'Satuan', before: row.unit ?? '', after: change.unit ?? '' },
    change.direction !== undefined && {
      label: 'Arah',
      before: directionWord(row.direction),
      after: directionWord(change.direction),
    },
    change.measure !== undefined && {
      label: 'Sifat angka',
      before: measureWords[row.attrs.measure ?? ''] ?? '',
      after: measureWords[change.measure] ?? '',
    },
    change.formula !== undefined && {
      label: 'Rumus',
      before: formulaText(row.formula as RowFormula | null),
      after: formulaText(change.formula),
    },
    change.bounds !== undefined && {
      label: 'Batas nilai',
      before: boundsText(row.bounds as Bounds | null),
      after: boundsText(change.bounds as Bounds | null),
    },
    change.help !== undefined && { label: 'Penjelasan', before: row.help, after: change.help },
    change.legal !== undefined && { label: 'Dasar hukum', before: row.legal, after: change.legal },
    change.warning !== undefined && { label: 'Peringatan', before: row.warning, after: change.warning },
    change.confidence !== undefined && {
      label: 'Pencocokan',
      before: confidenceWord(row.confidence),
      after: confidenceWord(change.confidence),
    },
    change.source !== undefined && { label: 'Sumber', before: row.source, after: change.source },
    change.note !== undefined && { label: 'Catatan', before: row.note, after: change.note },
    owner !== undefined && { label: 'Pengampu', before: row.owner, after: owner },
  ]
  return lines.filter(line => line !== false)
}
