import { namedScales } from '../../scales/scaleLabel.ts'
import type { Field, Table } from '../../types/Kind.ts'
import { yearFields } from './years.ts'

const name = (label: string): Field => ({ label, type: 'text', max: 500, need: 'required', carry: true })

export const tables = {
  goals: {
    title: 'Tujuan',
    rows: { from: 'items' },
    layout: 'card',
    counts: 'row',
    named: 'name',
    fields: { name: name('Tujuan') },
  },
  objectives: {
    title: 'Sasaran strategis',
    rows: { from: 'items', of: 'goals' },
    layout: 'card',
    counts: 'row',
    named: 'name',
    fields: { name: name('Sasaran strategis') },
  },
  indicators: {
    title: 'Indikator kinerja',
    rows: { from: 'items', of: ['goals', 'objectives'] },
    layout: 'card',
    counts: 'row',
    named: 'name',
    fields: {
      name: name('Indikator kinerja'),
      definition: { label: 'Definisi operasional', type: 'prose', carry: true },
      formula: { label: 'Formula perhitungan', type: 'prose', carry: true },
      unit: { label: 'Satuan', type: 'text', max: 60, carry: true },
      direction: {
        label: 'Arah',
        type: 'choice',
        options: [
          { id: 'higher', label: 'Makin tinggi makin baik' },
          { id: 'lower', label: 'Makin rendah makin baik' },
        ],
        need: 'required',
        carry: true,
      },
      scale: {
        label: 'Skala bertingkat',
        help: 'Kosongkan bila diukur dengan angka. Pilih skalanya, atau tulis tingkatnya dari yang terendah: Rendah; Sedang; Tinggi.',
        type: 'text',
        suggest: namedScales,
        max: 500,
        need: 'optional',
        carry: true,
      },
      quarterly: {
        label: 'Hitungan triwulan',
        help: 'Kosongkan untuk mengikuti aturan penghitungan daerah.',
        type: 'choice',
        options: [
          { id: 'sum', label: 'Dijumlahkan: tiap triwulan bagiannya sendiri' },
          { id: 'last', label: 'Posisi: triwulan terakhir yang terisi' },
        ],
        need: 'optional',
        carry: true,
      },
      lower: {
        label: 'Rumus makin rendah makin baik',
        help: 'Kosongkan untuk mengikuti aturan penghitungan daerah.',
        type: 'choice',
        options: [
          { id: '2T-R', label: '(2 × target − realisasi) ÷ target' },
          { id: 'T/R', label: 'Target ÷ realisasi' },
        ],
        need: 'optional',
        carry: true,
      },
      cap: {
        label: 'Batas atas capaian',
        help: 'Kosongkan untuk mengikuti aturan penghitungan daerah.',
        type: 'number',
        min: '0',
        unit: '%',
        need: 'optional',
        carry: true,
      },
      base: { label: scope => `Kondisi awal (${scope.plan.from - 1})`, type: 'measure', carry: 'same-plan' },
      ...yearFields('renstra', 'Target Renstra', year => (year === '6' ? 'optional' : 'counted')),
      iku: { label: 'Indikator kinerja utama (IKU)', type: 'boolean', need: 'optional', carry: true },
      ...yearFields('iku', 'Target IKU', () => 'optional'),
      agreed: {
        label: 'Masuk perjanjian kinerja',
        help: 'Indikator sasaran yang diperjanjikan kepala perangkat daerah.',
        type: 'boolean',
        need: 'optional',
        carry: true,
      },
      source: { label: 'Sumber data', type: 'text', max: 500, carry: true },
      owner: { label: 'Penanggung jawab', type: 'text', max: 200, carry: true },
    },
  },
} satisfies Record<string, Table>
