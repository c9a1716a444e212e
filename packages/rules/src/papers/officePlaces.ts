import { periodTitle, periodYear } from '../periods/period.ts'
import type { PaperKind } from './PaperKind.ts'

/** The places of a report that its office signs. */
export const officePlaces: PaperKind['places'] = {
  tahun: ({ period }) => String(periodYear(period)),
  'tahun-lalu': ({ period }) => String(periodYear(period) - 1),
  periode: ({ period }) => periodTitle(period),
  'periode-besar': ({ period }) => periodTitle(period).toUpperCase(),
  daerah: ({ region }) => region,
  'perangkat-daerah': ({ office }) => office,
  'nama-besar': ({ office }) => office.toUpperCase(),
  'daerah-besar': ({ region }) => region.toUpperCase(),
  tempat: ({ place }) => place,
  tanggal: ({ day }) => day,
  judul: ({ item }) => item?.title ?? '',
  kode: ({ item }) => item?.code ?? '',
  uraian: ({ item }) => item?.text || 'Tidak diuraikan.',
}
