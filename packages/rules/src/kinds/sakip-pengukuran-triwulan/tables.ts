import { quarterTitle } from '../../periods/period.ts'
import type { Table } from '../../types/Kind.ts'
import type { Scope } from '../../types/Scope.ts'

const quarter = (s: Scope) => quarterTitle(s.period) ?? s.period

/** The indicators of the agreement in force, kept by id when it changes. */
export const tables = {
  objectives: {
    title: 'Sasaran strategis',
    rows: { from: 'source', source: 'agreement', table: 'objectives' },
    layout: 'card',
    counts: 'no',
    fields: {},
  },
  indicators: {
    title: 'Indikator kinerja',
    rows: { from: 'source', source: 'agreement', table: 'indicators', of: 'objectives' },
    layout: 'grid',
    counts: 'row',
    states: ['notYetAvailable'],
    fields: {
      realization: {
        label: (s: Scope) => `Realisasi ${quarter(s)}`,
        help: 'Indikator yang dijumlahkan: bagian triwulan ini saja. Indikator posisi: keadaan pada akhir triwulan.',
        type: 'measure',
      },
      cause: { label: 'Penyebab keberhasilan atau kegagalan', type: 'prose', need: 'optional' },
      followUp: { label: 'Tindak lanjut', type: 'prose', need: 'optional' },
    },
  },
  programs: {
    title: 'Program dan anggaran',
    rows: { from: 'source', source: 'agreement', table: 'programs' },
    layout: 'grid',
    counts: 'row',
    fields: {
      spent: {
        label: (s: Scope) => `Realisasi anggaran s.d. ${quarter(s)}`,
        help: 'Dari 1 Januari sampai akhir triwulan.',
        type: 'number',
        min: '0',
        decimals: 2,
        unit: 'Rp',
      },
      note: { label: 'Keterangan', type: 'text', max: 1000, need: 'optional' },
    },
  },
} satisfies Record<string, Table>
