import type { Kind } from '@sepakat/rules/types/Kind.ts'
import { confidenceWord, directionWord, formulaKinds } from './catalogueWords.ts'
import type { Preview } from './queries.ts'

export type Change = Preview['changes'][number]

const words: Record<string, string> = {
  label: 'Bunyi',
  code: 'Kode',
  codeOfficial: 'Kode resmi',
  unit: 'Satuan',
  direction: 'Arah',
  table: 'Bagian',
  parent: 'Di bawah baris',
  group: 'Kelompok',
  help: 'Penjelasan',
  legal: 'Dasar hukum',
  warning: 'Peringatan',
  confidence: 'Pencocokan',
  source: 'Sumber',
  note: 'Catatan',
  from: 'Berlaku mulai',
  to: 'Berlaku sampai',
  'formula.kind': 'Cara menghitung',
  'formula.factor': 'Faktor',
  'formula.sense': 'Yang dinilai',
  'formula.combine': 'Cara menggabung',
  'formula.scale': 'Skala',
  'bounds.min': 'Nilai paling kecil',
  'bounds.max': 'Nilai paling besar',
  'bounds.oddBelow': 'Nilai wajar mulai',
  'bounds.oddAbove': 'Nilai wajar sampai',
}

const attrOf = (kind: Kind | undefined, field: string) => {
  const name = field.replace(/^attrs\./, '')
  return Object.values(kind?.tables ?? {}).find(({ attrs }) => attrs && Object.hasOwn(attrs, name))?.attrs?.[name]
}

/** The label of a row's field. `kind` labels its own attributes. */
export function fieldWord(field: string, kind?: Kind): string {
  if (field.startsWith('formula.inputs.')) return 'Bunyi isian'
  if (field.startsWith('attrs.')) return attrOf(kind, field)?.label ?? 'Keterangan'
  return words[field] ?? 'Keterangan'
}

/** The value of a row's field in words; '' for none. */
export function valueWord(field: string, value: string, kind?: Kind): string {
  if (field === 'to') return value || 'seterusnya'
  if (value === '') return field === 'from' ? 'tidak pernah' : 'kosong'
  if (field === 'confidence') return confidenceWord(value)
  if (field === 'direction') return directionWord(value)
  if (field === 'codeOfficial') return value === 'true' ? 'ya' : 'tidak'
  if (field === 'table') return kind?.tables[value]?.title ?? value
  if (field === 'formula.kind') return (formulaKinds as Record<string, { word: string }>)[value]?.word ?? value
  if (field.startsWith('attrs.')) return attrOf(kind, field)?.choices?.find(({ id }) => id === value)?.label ?? value
  return value
}

/** New rows, and the differences of the others. */
export function splitChanges(changes: readonly Change[]): { fresh: Change[]; others: Change[] } {
  const fresh = changes.filter(({ field, before }) => field === 'id' && before === '')
  const isFresh = new Set(fresh.map(({ row, from }) => `${row} ${from}`))
  return { fresh, others: changes.filter(({ row, from }) => !isFresh.has(`${row} ${from}`)) }
}
