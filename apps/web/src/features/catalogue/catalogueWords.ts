import type { Confidence, FormulaKind } from '@sepakat/rules/types/Catalogue.ts'

export const confidenceWords: Record<Confidence, { word: string; about: string }> = {
  verified: { word: 'Sudah dicocokkan', about: 'Bunyinya sudah dicocokkan dengan peraturan aslinya.' },
  seen: { word: 'Sudah dicocokkan dengan sumber', about: 'Seluruh bunyinya terbaca di sumber yang disebut.' },
  'partly-seen': {
    word: 'Baru sebagian dicocokkan',
    about: 'Sebagian bunyinya terbaca di sumber; sisanya dilengkapi.',
  },
  inferred: { word: 'Belum dicocokkan, disimpulkan', about: 'Disimpulkan dari baris atau sumber lain.' },
  memory: { word: 'Belum dicocokkan, tanpa sumber', about: 'Ditulis tanpa sumber; cari peraturannya.' },
  unsure: { word: 'Belum dicocokkan, diragukan', about: 'Bunyinya diragukan; cari peraturannya.' },
}
export const confidenceChoices = Object.entries(confidenceWords).map(([value, { word }]) => ({ value, label: word }))
export const confidenceWord = (confidence: string): string =>
  (confidenceWords as Record<string, { word: string }>)[confidence]?.word ?? confidence

export const directionWords: Record<string, string> = {
  higher: 'Makin tinggi makin baik',
  lower: 'Makin rendah makin baik',
}
export const directionWord = (direction: string | null): string =>
  direction === null ? 'tidak berarah' : (directionWords[direction] ?? direction)

export const measureWords: Record<string, string> = {
  flow: 'Kumulatif: dihitung sejak 1 Januari sampai akhir triwulan',
  stock: 'Posisi: keadaan pada akhir triwulan',
}

/** Formula kinds with what they compute and the fields users type; the parts of a composite and a checklist are rows of their own. */
export const formulaKinds: Record<FormulaKind, { word: string; about: string; inputs: Record<string, string> }> = {
  ratio: {
    word: 'Rasio (persen)',
    about: 'pembilang ÷ penyebut × faktor',
    inputs: { numerator: 'Pembilang', denominator: 'Penyebut' },
  },
  quotient: {
    word: 'Bagi',
    about: 'pembilang ÷ penyebut',
    inputs: { numerator: 'Pembilang', denominator: 'Penyebut' },
  },
  average: {
    word: 'Rata-rata',
    about: 'jumlah nilai ÷ banyaknya',
    inputs: { numerator: 'Jumlah nilai', denominator: 'Banyaknya' },
  },
  direct: { word: 'Nilai langsung', about: 'nilai yang diisi', inputs: { value: 'Nilai' } },
  growth: {
    word: 'Pertumbuhan',
    about: '(tahun ini − tahun lalu) ÷ tahun lalu × 100',
    inputs: { current: 'Tahun ini', previous: 'Tahun lalu', previousSource: 'Sumber angka tahun lalu' },
  },
  deviation: {
    word: 'Deviasi',
    about: '|rencana − realisasi| ÷ rencana × 100',
    inputs: { planned: 'Rencana', realized: 'Realisasi' },
  },
  checklist: { word: 'Daftar periksa', about: 'bagian yang terpenuhi × 100', inputs: {} },
  category: { word: 'Kategori', about: 'nilai dari tingkat yang dipilih', inputs: { step: 'Tingkat' } },
  composite: { word: 'Komposit', about: 'gabungan dari bagian-bagiannya', inputs: {} },
}
export const ownRuleWords = 'Menurut aturan formulirnya sendiri'
/** The label of a formula's input: from the formula, else from the form. */
export const inputName = (field: string, kind: FormulaKind | '', own: Record<string, string>): string =>
  (kind && formulaKinds[kind].inputs[field]) || own[field] || field
export const formulaChoices = Object.entries(formulaKinds).map(([value, { word, about }]) => ({
  value,
  label: `${word}: ${about}`,
}))

export const senseWords: Record<string, string> = { rise: 'Kenaikan', fall: 'Penurunan' }
export const combineWords: Record<string, string> = {
  mean: 'Rata-rata',
  sum: 'Jumlah',
  weighted: 'Rata-rata berbobot',
}

/** `berlaku 2024 sampai 2026`, `berlaku sejak 2024`. */
export const sliceYears = ({ from, to }: { from: number; to: number | null }): string =>
  to === null ? `sejak ${from}` : from === to ? `hanya ${from}` : `${from} sampai ${to}`
