import type { Field, Table } from '../../types/Kind.ts'

const year = (label: string): Field => ({ label, type: 'text', max: 4 })

export const tables = {
  recommendations: {
    title: 'Rekomendasi DPRD',
    rows: { from: 'items' },
    layout: 'card',
    counts: 'row',
    states: ['nil'],
    coded: 'number',
    named: 'text',
    fields: {
      year: year('Atas LKPJ tahun'),
      number: { label: 'Nomor', help: 'Nomor keputusan DPRD dan nomor urut rekomendasi.', type: 'text', max: 120 },
      text: { label: 'Isi rekomendasi', type: 'text', max: 2000, need: 'required' },
    },
  },
  policies: {
    title: 'Kebijakan strategis',
    rows: { from: 'items' },
    layout: 'card',
    counts: 'row',
    states: ['nil'],
    coded: 'number',
    named: 'text',
    fields: {
      year: year('Tahun penetapan'),
      number: { label: 'Nomor', help: 'Nomor peraturan atau keputusan yang menetapkannya.', type: 'text', max: 120 },
      text: { label: 'Kebijakan', type: 'text', max: 2000, need: 'required' },
      basis: { label: 'Dasar hukum', type: 'text', max: 500, need: 'optional' },
      purpose: { label: 'Tujuan atau masalah yang diselesaikan', type: 'prose', max: 4000 },
    },
  },
  addressees: {
    title: 'Perangkat daerah yang dituju',
    rows: { from: 'items', of: ['recommendations', 'policies'] },
    layout: 'list',
    counts: 'row',
    named: 'office',
    fields: { office: { label: 'Perangkat daerah', type: 'office', need: 'required' } },
  },
} satisfies Record<string, Table>
