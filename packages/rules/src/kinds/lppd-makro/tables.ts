import { periodYear } from '../../periods/period.ts'
import type { Table } from '../../types/Kind.ts'
import type { Scope } from '../../types/Scope.ts'

const year = (back: number) => (scope: Scope) => `Capaian ${periodYear(scope.period) - back}`

// Table of chapter 2.1: capaian n-1, capaian n, laju; the numbers are those of Statistics Indonesia (BPS).
export const tables = {
  macro: {
    title: 'Indikator kinerja makro',
    rows: { from: 'catalogue' },
    section: 'table',
    layout: 'card',
    counts: 'row',
    states: ['notApplicable', 'notYetAvailable'],
    fields: {
      current: { type: 'number', label: year(0) },
      previous: { type: 'number', label: year(1), need: 'optional', before: 'current' },
      methodChanged: { type: 'boolean', label: 'Metode berubah (tidak sebanding)', need: 'optional' },
      publication: { type: 'text', label: 'Publikasi BPS (judul dan nomor)', max: 300 },
      published: { type: 'date', label: 'Tanggal terbit' },
      final: {
        type: 'choice',
        label: 'Status angka',
        options: [
          { id: 'provisional', label: 'Sementara' },
          { id: 'final', label: 'Tetap' },
        ],
      },
      note: { type: 'text', label: 'Keterangan', max: 2000, need: 'optional' },
    },
  },
} as const satisfies Record<string, Table>
