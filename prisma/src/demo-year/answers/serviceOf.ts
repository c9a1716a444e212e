import { type Answers, type CatalogueRow, rowsOf } from '@sepakat/rules'
import { draw } from '../draw.ts'
import { idOf } from '../idOf.ts'
import { printedRows } from '../printedTables.ts'
import type { Ask } from '../YearOffice.ts'

/** Share of the year's target that is reached at the end of each quarter, in per cent. */
const reached = { 1: 22, 2: 47, 3: 72, 4: 97 } as const

/** Services whose counts a city published: numerator and denominator of a year. */
const published: Record<string, string> = {
  ...{
    'ibu-hamil': '14',
    'ibu-bersalin': '15',
    'bayi-baru-lahir': '16',
    balita: '17',
    'usia-dikdas': '18',
    'usia-produktif': '19',
  },
  ...{
    'usia-lanjut': '20',
    hipertensi: '21',
    diabetes: '22',
    'odgj-berat': '23',
    'terduga-tb': '24',
    'risiko-hiv': '25',
  },
}
/** Of services where none is published. */
const invented: Record<string, number> = {
  ...{
    paud: 7650,
    'pendidikan-dasar': 31_200,
    'pendidikan-kesetaraan': 1240,
    'air-minum': 48_300,
    'air-limbah': 48_300,
  },
  ...{ trantibum: 420, 'informasi-rawan-bencana': 12_800, 'kesiapsiagaan-bencana': 3150, 'evakuasi-bencana': 610 },
  ...{
    'evakuasi-kebakaran': 286,
    'disabilitas-telantar': 164,
    'anak-telantar': 231,
    'lansia-telantar': 387,
    gepeng: 42,
  },
}
/** In these there was no one to be served, which is declared with a proof. */
const nilServices = ['rumah-korban-bencana', 'rumah-relokasi', 'korban-bencana']

/** Who had to be served in a year, and the share that was, of 1. */
const countsOf = ({ seed, year, firstYear }: Ask, service: string): { due: number; share: number } => {
  const nth = published[service]
  const row = printedRows('lppd-ikk.csv', null).find(({ no, sumber }) => no === nth && sumber === 'Kota Gorontalo')
  const grown = year === firstYear ? 1 : 1.01 + (draw(seed, service, year) % 3) / 100
  if (row) {
    const share = Math.min(1, Number(row.pembilang) / Number(row.penyebut))
    return { due: Math.round(Number(row.penyebut) * grown), share: year === firstYear ? share : share * 0.99 }
  }
  return { due: Math.round((invented[service] ?? 500) * grown), share: 0.8 + (draw(seed, service) % 19) / 100 }
}

const served = (due: number, share: number, quarter: Ask['quarter']): number =>
  quarter === 4 ? Math.round(due * share) : Math.floor((due * share * reached[quarter]) / reached[4])

/** Goods grow over the year; staff, procedures and documents are a state at the end of the quarter. */
const quality = (ask: Ask, row: CatalogueRow): Record<string, string> => {
  const { due, share } = countsOf(ask, row.parent!)
  const stock = row.attrs?.measure === 'stock'
  const required = stock ? 8 + (draw(ask.seed, row.id) % 40) : due
  const own = Math.max(0.5, share - (draw(ask.seed, row.id, 'mutu') % 9) / 100)
  const met = stock ? Math.floor(required * own) : served(due, own, ask.quarter)
  return { required: String(required), met: String(met), ...(row.unit === null && { unit: 'buah' }) }
}

/** A quarter of SPM of the services of an office. */
export const serviceOf = (ask: Ask): Answers => {
  const { seed, office, year, quarter, catalogue, firstYear } = ask
  const all = office.rows['spm/triwulan'] ?? []
  const services = all.filter(id => !nilServices.includes(id))
  const at = new Date(Date.UTC(year, quarter * 3, 5))
  const item = (what: string, id: string) => idOf(at, seed, office.code, what, id)
  const each = <T>(make: (id: string) => T): Record<string, T> => Object.fromEntries(services.map(id => [id, make(id)]))
  const items = <T extends object>(what: string, make: (id: string) => T) =>
    Object.fromEntries(services.map(id => [item(what, id), { $parent: id, $position: 'a0', ...make(id) }]))
  const money = (id: string) => 120_000_000 + (draw(seed, id, 'pagu') % 90) * 15_000_000
  const nil = { state: 'nil', reason: 'Tidak ada yang harus dilayani sampai akhir triwulan ini.' }
  return {
    recipients: {
      ...each(id => {
        const { due, share } = countsOf(ask, id)
        return { due: String(due), served: String(served(due, share, quarter)) }
      }),
      ...Object.fromEntries(all.filter(id => nilServices.includes(id)).map(id => [id, nil])),
    },
    quality: Object.fromEntries(
      rowsOf(catalogue, year)
        .filter(row => row.table === 'quality' && services.includes(row.parent ?? ''))
        .map(row => [row.id, quality(ask, row)]),
    ),
    budget: items('budget', id => ({
      ...{ fund: 'apbd', before: String(money(id)) },
      spent: String(Math.floor((money(id) * reached[quarter]) / 100)),
    })),
    staff: items('staff', id => ({ job: 'Tenaga pelaksana', count: String(6 + (draw(seed, id, 'tenaga') % 30)) })),
    problems: items('problems', () => ({
      problem: 'Sebagian sasaran tinggal di wilayah yang hanya terjangkau perahu.',
      remedy: 'Pelayanan keliling dijadwalkan bersama pemerintah kecamatan.',
    })),
    actions: items('actions', () => ({
      ...{ what: 'Pelayanan keliling ke kecamatan yang capaiannya rendah.', who: 'Kepala bidang' },
      when: quarter === 4 ? `Triwulan I ${year + 1}` : `Triwulan ${['II', 'III', 'IV'][quarter - 1]} ${year}`,
    })),
    stages: each(() => ({
      ...{ collection: 'selesai', needs: 'selesai', plan: quarter > 1 || year > firstYear ? 'selesai' : 'sebagian' },
      delivery: quarter === 4 ? 'selesai' : 'sebagian',
    })),
  }
}
