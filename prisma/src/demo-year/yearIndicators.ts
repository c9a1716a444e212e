import { draw } from './draw.ts'
import { printedRows } from './printedTables.ts'
import type { YearOffice } from './YearOffice.ts'

/** An indicator of an office with its targets of the six years of the plan, and what is reached in each. */
export interface YearIndicator {
  name: string
  unit: string
  direction: 'higher' | 'lower'
  /** `grows` from quarter to quarter; `stands` as a position; `graded` once a year on the scale of the SAKIP predicate. */
  sort: 'grows' | 'stands' | 'graded'
  base: string
  targets: string[]
  reached: string[]
}

/** The year of the plan, 0 to 5. */
export const planYear = ({ year, planFrom }: { year: number; planFrom: number }): number =>
  Math.min(5, Math.max(0, year - planFrom))

const text = (value: number): string => String(Number(value.toFixed(2)))
const isNumber = (cell = ''): boolean => /^\d+(\.\d+)?$/.test(cell)
/** What a table adds to a name to say where it belongs is left out. */
const plainName = (name: string): string => name.replace(/^\w+: /, '').replace(/ \((tujuan|sasaran \d)\)$/, '')

/** Tables that offices like ours have published, and which of their lines. */
const published: Record<string, { id: string; of?: RegExp }> = {
  bappeda: { id: 'A1' },
  disdik: { id: 'A3' },
  dinkes: { id: 'A2', of: /dihitung|bayi/ },
  disdukcapil: { id: 'B2' },
  dishub: { id: 'B3' },
  dpmptsp: { id: 'B4' },
  dpmd: { id: 'B8' },
  diskominfo: { id: 'B9' },
  bapenda: { id: 'B11', of: /^Bapenda/ },
  disbudporapar: { id: 'B11', of: /^Disbudpar/ },
}

/** The last year printed becomes the first of ours, with its target and its realization; later targets go on as the printed ones went. */
const fromPrinted = (name: string, rows: Record<string, string>[]): YearIndicator => {
  const last = rows.at(-1)!
  const before = rows.at(-2) ?? last
  const [first, target, reached] = [Number(rows[0]!.target), Number(last.target), Number(last.realisasi)]
  const lower = last.arah === '-'
  const step = rows.length > 1 ? (target - first) / (rows.length - 1) : (lower ? -0.01 : 0.01) * target
  const most = last.satuan === '%' && target <= 100 ? 100 : Number.POSITIVE_INFINITY
  const targets = Array.from({ length: 6 }, (_, n) => Math.min(most, Math.max(target * 0.5, target + step * n)))
  const next = Math.min(most, targets[1]! * Math.min(1.3, Number(before.realisasi) / Number(before.target)))
  return {
    name: plainName(name),
    unit: last.satuan || 'nilai',
    direction: lower ? 'lower' : 'higher',
    sort: 'stands',
    base: text(Number(before.realisasi)),
    targets: targets.map(text),
    reached: [text(reached), text(next)],
  }
}

const ofTable = ({ id, of }: { id: string; of?: RegExp }): YearIndicator[] => {
  const byName = new Map<string, Record<string, string>[]>()
  for (const row of printedRows('sakip-tables.md', id)) {
    if (!isNumber(row.target) || !isNumber(row.realisasi) || (of && !of.test(row.indikator!))) continue
    byName.set(row.indikator!, [...(byName.get(row.indikator!) ?? []), row])
  }
  return [...byName].map(([name, rows]) => fromPrinted(name, rows)).slice(0, 5)
}

const invented = (
  seed: number,
  office: YearOffice,
  it: Pick<YearIndicator, 'name' | 'unit' | 'direction' | 'sort'> & { start: number; step: number; most?: number },
): YearIndicator => {
  const { start, step, most = Number.POSITIVE_INFINITY, ...named } = it
  const targets = Array.from({ length: 6 }, (_, n) => Math.min(most, start + step * n))
  const reached = [0, 1].map(n => {
    const share = (91 + (draw(seed, office.code, it.name, n) % 15)) / 100
    const got = it.direction === 'higher' ? targets[n]! * share : targets[n]! * (2 - share)
    return text(Math.min(most, got))
  })
  return { ...named, base: text(start - step), targets: targets.map(text), reached }
}

/** What each field of government is measured by, where no table of it is at hand. */
const ofUrusan: Record<string, [name: string, unit: string, start: number, step: number, most?: number]> = {
  '1.01': ['Persentase satuan pendidikan terakreditasi minimal B', '%', 71, 2, 100],
  '1.02': ['Persentase puskesmas terakreditasi paripurna', '%', 62, 4, 100],
  '1.03': ['Persentase jalan kabupaten dalam kondisi mantap', '%', 58.5, 1.5, 100],
  '1.05': ['Persentase gangguan ketenteraman yang diselesaikan', '%', 82, 2, 100],
  '1.06': ['Persentase pemerlu pelayanan yang terlayani', '%', 75, 3, 100],
  '2.07': ['Persentase pencari kerja yang ditempatkan', '%', 46, 3, 100],
  '2.09': ['Skor pola pangan harapan', 'skor', 82.4, 0.8, 100],
  // of the table that Nunukan itself published (LKPJ 2023)
  '2.11': ['Indeks kualitas lingkungan hidup', 'indeks', 78.42, 0.2, 100],
  '2.17': ['Persentase koperasi aktif', '%', 68, 2, 100],
  '2.23': ['Nilai kegemaran membaca masyarakat', 'nilai', 61, 1.5, 100],
  '3.25': ['Produksi perikanan tangkap dan budi daya', 'ton', 41_500, 600],
  '4.01': ['Persentase kebijakan daerah yang ditindaklanjuti tepat waktu', '%', 84, 2, 100],
  '4.02': ['Persentase agenda dewan yang difasilitasi tepat waktu', '%', 92, 1, 100],
  '5.02': ['Persentase perangkat daerah dengan laporan keuangan tepat waktu', '%', 88, 2, 100],
  '5.03': ['Indeks profesionalitas aparatur', 'indeks', 68.5, 1.5, 100],
  '5.06': ['Persentase desa perbatasan yang tertangani', '%', 54, 4, 100],
  '6.01': ['Persentase rekomendasi pemeriksaan yang ditindaklanjuti', '%', 79, 2, 100],
  '8.01': ['Persentase potensi konflik sosial yang ditangani', '%', 86, 2, 100],
}

/** Later years reach of their targets what the second did; a grade comes a year late. */
const allReached = ({ reached, ...it }: YearIndicator): YearIndicator => {
  const most = it.unit === '%' && it.targets.every(target => Number(target) <= 100) ? 100 : Number.POSITIVE_INFINITY
  const share = Number(reached[1]) / Number(it.targets[1])
  const later = it.targets.slice(2).map((target, n) => {
    if (it.sort === 'graded') return it.targets[n + 1]!
    return text(Math.min(most, Number(target) * share))
  })
  return { ...it, reached: [...reached, ...later] }
}

/** The indicators of an office: those a similar one published, else those of its field, and what every office is measured by. */
export const yearIndicators = (seed: number, office: YearOffice): YearIndicator[] =>
  firstYears(seed, office).map(allReached)

const firstYears = (seed: number, office: YearOffice): YearIndicator[] => {
  const table = published[office.code]
  if (table) return ofTable(table)
  if (office.kind === 'kecamatan') return ofTable({ id: draw(seed, office.code) % 2 === 0 ? 'B6' : 'B7' })
  const field = office.urusan.map(code => ofUrusan[code]).find(Boolean)
  const make = (it: Parameters<typeof invented>[2]) => invented(seed, office, it)
  return [
    ...(field
      ? [
          make({
            ...{ name: field[0], unit: field[1], direction: 'higher', start: field[2], step: field[3] },
            sort: field[1] === '%' ? 'grows' : 'stands',
            ...(field[4] !== undefined && { most: field[4] }),
          }),
        ]
      : []),
    make({
      ...{ name: 'Indeks kepuasan masyarakat', unit: 'indeks', direction: 'higher', sort: 'stands' },
      ...{ start: 80 + (draw(seed, office.code, 'ikm') % 8), step: 0.5, most: 100 },
    }),
    make({
      ...{ name: 'Rata-rata waktu penyelesaian layanan', unit: 'hari', direction: 'lower', sort: 'stands' },
      ...{ start: 6 + (draw(seed, office.code, 'hari') % 5), step: -0.25 },
    }),
    {
      ...{ name: 'Predikat SAKIP perangkat daerah', unit: 'predikat', direction: 'higher', sort: 'graded', base: 'CC' },
      ...{
        targets: ['B', 'B', 'BB', 'BB', 'A', 'A'],
        reached: [draw(seed, office.code, 'sakip') % 4 === 0 ? 'CC' : 'B', 'B'],
      },
    },
  ]
}
