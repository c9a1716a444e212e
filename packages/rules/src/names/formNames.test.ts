import { expect, it } from 'vitest'
import { kinds } from '../kinds/index.ts'
import type { Figure, Input } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import type { Scope } from '../types/Scope.ts'
import { formNames, frozenWords } from './formNames.ts'

const scope = (sources: Scope['sources'] = {}): Scope => ({
  office: { id: 'o', name: 'Dinas' },
  period: '2026-TW3',
  rows: '*',
  plan: { from: 2025, to: 2030 },
  sources,
})
const spm = kinds['spm/triwulan']!
const row = {
  table: 'recipients',
  id: 'ibu-hamil',
  label: 'Ibu hamil',
  fields: { due: 'Harus dilayani (orang)', served: 'Terlayani (orang)' },
  blocks: [],
}
const sections = [{ id: 's', title: 'Kesehatan', blocks: [{ table: 'recipients', title: 'Penerima', rows: [row] }] }]
const lacking = (at: string): Pick<Figure, 'why' | 'derivation'> => ({
  why: 'empty',
  derivation: {
    inputs: [
      { name: 'kini', at: '/recipients/ibu-hamil/served', value: '9' },
      { name: 'dahulu', at, value: null, state: 'empty' },
    ] as Input[],
  } as Figure['derivation'],
})
const before = 'previous:/recipients/ibu-hamil/served'

it('says which quarter is missing, not that something here was left empty', () => {
  expect(formNames(sections, spm, scope()).why(lacking(before))).toBe('belum dapat dihitung (Triwulan II belum ada)')
  const there = scope({ previous: { answers: {}, rows: {}, status: 'draft' } })
  expect(formNames(sections, spm, there).why(lacking(before))).toBe('belum dapat dihitung (Triwulan II belum lengkap)')
  expect(formNames(sections, spm, scope()).why(lacking('/recipients/ibu-hamil/due'))).toBe('belum diisi')
})

it('names a source of another form without parentheses in parentheses', () => {
  const figure = lacking('agreement:/indicators/a/tw1')
  const said = formNames([], kinds['sakip/pengukuran-triwulan']!, scope()).why(figure)
  expect(said).toBe('belum dapat dihitung (Perjanjian Kinerja Tahun 2026 belum ada)')
})

it('calls an input of the same form in another period by the row’s own words', () => {
  expect(formNames(sections, spm, scope()).input(before)).toBe('Ibu hamil · Terlayani (orang) · Triwulan II 2026')
})

it('labels figures, choices and tables as they were frozen', () => {
  const words = frozenWords(spm, { ordinals: { x: [{ id: 'a', label: 'A', value: '1' }] } })
  const renamed: Kind = {
    ...spm,
    figures: { 'spm.index': { label: 'Nama baru', unit: '' } },
    tables: {
      ...spm.tables,
      recipients: { ...spm.tables.recipients!, title: 'Judul baru' },
      stages: {
        ...spm.tables.stages!,
        fields: {
          plan: { type: 'choice', label: 'Rencana', options: [{ id: 'belum', label: 'Pilihan baru' }] },
        },
      },
    },
  }
  const now = formNames([], renamed, scope())
  const then = formNames([], renamed, scope(), undefined, words)
  expect([now.figureLabel('spm.index'), now.cell('stages', 'x', 'plan', 'belum')]).toEqual([
    'Nama baru',
    'Pilihan baru',
  ])
  expect([then.figureLabel('spm.index'), then.cell('stages', 'x', 'plan', 'belum')]).toEqual([
    'Indeks pencapaian SPM',
    'Belum',
  ])
  expect(then.anchor('/recipients')).toBe(spm.tables.recipients!.title)
})

it('labels a scale by its name, not by its stored id', () => {
  const names = formNames([], kinds['sakip/indikator']!, scope())
  expect(names.cell('indicators', 'x', 'scale', 'opini-bpk')).toBe('Opini BPK')
  expect(names.cell('indicators', 'x', 'scale', 'Rendah; Tinggi')).toBe('Rendah; Tinggi')
})
