import type { Prepared } from './cases.ts'
import { load, type Measured } from './load.ts'
import { type Part, table } from './report.ts'
import { api, of } from './writing.ts'

/** What people type: offices, reports, rows, codes, figures, and with slips. */
const asked = [
  'dinas',
  'dinas contoh nomor 7',
  'dincon 42',
  'spm triwulan ii 2024',
  'spm 2025 dincon 12',
  'pengukuran tw3 contoh nomor 31',
  'ibu hamil',
  '1.02-01',
  'gelandangan',
  'indeks pencapaian',
  'capaian penerima ibu hamil',
  'kesehtan ibu',
  'perhubugan',
]

export interface SearchMeasured {
  title: string
  measured: Measured
}

/** Ten people of the whole region search at once. */
export const measureSearch = async (
  { ground: { filling, cast, ports, processorTime } }: Prepared,
  title: string,
  seconds: number,
): Promise<SearchMeasured> => {
  // what was filled in was put there while triggers were off
  await filling.query('INSERT INTO search_name SELECT * FROM search_name_source ON CONFLICT DO NOTHING')
  await filling.query('VACUUM ANALYZE search_name')
  let at = 0
  const next = (connection: number) => ({
    method: 'GET' as const,
    path: `${api}/search?q=${encodeURIComponent(of(asked, at++))}`,
    headers: { cookie: of(cast.verifiers, connection) },
  })
  const port = ports.product
  const loaded = { port, processorTime: () => processorTime('product') }
  await load(loaded, 1, { next }, asked.length)
  return { title, measured: await load(loaded, seconds, { next }, asked.length) }
}

/** At most so long (ms), and so many times what it takes beside few reports. */
const [most, flat] = [150, 1.5]

export const judgeSearch = (all: readonly SearchMeasured[]): Part => {
  const first = all[0]?.measured.p95 ?? 0
  return {
    report: `## Search\n\nTen people at once, ${asked.length} questions in turn.\n\n${table(
      ['beside', 'a second', 'p95 ms', 'CPU ms', 'p95 ×'],
      all.map(({ title, measured: { perSecond, p95, processor } }) => [
        title,
        perSecond.toFixed(0),
        p95.toFixed(1),
        processor.toFixed(2),
        (p95 / first).toFixed(2),
      ]),
    )}`,
    verdicts: all.flatMap(({ title, measured: { p95, wrong, firstWrong } }) => [
      {
        what: `search at ${title}: every answer was right${firstWrong ? ` (${wrong} were not: ${firstWrong})` : ''}`,
        holds: wrong === 0,
      },
      { what: `search at ${title}: p95 ${p95.toFixed(1)} ms, at most ${most}`, holds: p95 <= most },
      {
        what: `search at ${title}: p95 ${(p95 / first).toFixed(2)} times that beside the fewest, at most ${flat}`,
        holds: p95 <= first * flat,
      },
    ]),
  }
}
