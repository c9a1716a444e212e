import type { Answers } from '@sepakat/rules'
import { lppdAnswers } from '../../builders/lppdAnswers.ts'
import { draw } from '../draw.ts'
import { printedRows } from '../printedTables.ts'
import type { Ask } from '../YearOffice.ts'

/** Indicators of which a city published numerator and denominator of a year, by the line of its table. */
const published: Record<string, string> = {
  'partisipasi-warga-negara-usia-5-6-tahun': '2',
  'partisipasi-warga-negara-usia-7-12-tahun': '4',
  'partisipasi-warga-negara-usia-13-15-tahun': '6',
  'daya-tampung-rs-penduduk': '11',
  'rs-rujukan-terakreditasi': '12',
  'ibu-hamil-mendapatkan-pelayanan-kesehatan-ibu': '14',
  'ibu-bersalin-mendapatkan-pelayanan-persalinan': '15',
  'bayi-baru-lahir-mendapatkan-pelayanan-kesehatan': '16',
  'cakupan-pelayanan-kesehatan-balita-sesuai': '17',
  'anak-usia-pendidikan-dasar-mendapatkan-pelayanan': '18',
  'orang-usia-15-59-tahun-mendapatkan-skrining': '19',
  'warga-negara-usia-60-tahun-atas-mendapatkan': '20',
  'penderita-hipertensi-mendapatkan-pelayanan': '21',
  'penderita-dm-mendapatkan-pelayanan-kesehatan': '22',
  'odgj-berat-mendapatkan-pelayanan-kesehatan-jiwa': '23',
  'orang-terduga-tbc-mendapatkan-pelayanan-tbc': '24',
  'orang-risiko-terinfeksi-hiv-mendapatkan': '25',
  'kemantapan-jalan': '27',
  'meningkatnya-usaha-mikro-menjadi-wirausaha': '61',
  'meningkatnya-koperasi-berkualitas': '62',
  'organisasi-perangkat-daerah-opd-terhubung-akses': '65',
  'layanan-publik-diselenggarakan-secara-online': '66',
  'terlestarikannya-cagar-budaya': '68',
}

/** Whole numbers that a row may have more or less of: the answers of the builder, each year and office a little else. */
const moved = (ask: Ask, row: string, cells: Answers[string][string]): Answers[string][string] => {
  const nth = published[row]
  const printed = printedRows('lppd-ikk.csv', null).find(({ no, sumber }) => no === nth && sumber === 'Kota Gorontalo')
  if (printed && 'numerator' in cells)
    return { ...cells, numerator: printed.pembilang!, denominator: printed.penyebut!, source: 'Laporan tahunan bidang' }
  const { numerator, denominator } = cells
  if (typeof numerator !== 'string' || typeof denominator !== 'string') return cells
  const [part, whole] = [Number(numerator), Number(denominator)]
  if (part > whole || part < 50) return cells
  const less = draw(ask.seed, row, ask.year) % Math.max(1, Math.floor(part / 12))
  return { ...cells, numerator: String(part - less) }
}

/** The LPPD of an office: all its key indicators, with the numbers of a published table where one has them. */
export const keyIndicatorsOf = (ask: Ask): Answers => {
  const answers = lppdAnswers(ask.catalogue, ask.office.rows['lppd/tahunan'] ?? [], ask.year)
  const indicators = Object.entries(answers.indicators ?? {}).map(
    ([row, cells]) => [row, moved(ask, row, cells)] as const,
  )
  return { ...answers, indicators: Object.fromEntries(indicators) }
}
