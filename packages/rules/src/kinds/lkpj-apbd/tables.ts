import type { Field, Table } from '../../types/Kind.ts'

const rupiah = (label: string, more: { help?: string; need?: 'optional'; min?: '0' } = {}): Field => ({
  label,
  type: 'number',
  unit: 'Rp',
  decimals: 2,
  ...more,
})
/** The three columns of a budget; a change of APBD that leaves a line as it was need not be typed. */
const amounts = (more: { need?: 'optional'; min?: '0' }) => ({
  before: rupiah('Anggaran sebelum perubahan', more),
  after: rupiah('Anggaran setelah perubahan', { help: 'Kosongkan bila tidak berubah.', ...more, need: 'optional' }),
  realized: rupiah('Realisasi', more),
})

export const tables = {
  parts: {
    title: 'Kelompok',
    rows: { from: 'catalogue' },
    section: 'group',
    layout: 'card',
    counts: 'no',
    fields: {},
  },
  lines: {
    title: 'Rincian',
    rows: { from: 'catalogue', of: 'parts' },
    layout: 'grid',
    counts: 'row',
    fields: amounts({ min: '0' }),
  },
  totals: {
    title: 'Jumlah menurut laporan realisasi anggaran',
    rows: { from: 'catalogue' },
    layout: 'card',
    counts: 'no',
    fields: amounts({ need: 'optional' }),
  },
} satisfies Record<string, Table>
