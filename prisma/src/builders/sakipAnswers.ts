import type { Answers } from '@sepakat/rules'

const id = (n: number): string => `0199f5a1-0000-7000-8000-${String(n).padStart(12, '0')}`
export const registerIds = {
  goal: id(1),
  objective: id(2),
  growing: id(3),
  falling: id(4),
  graded: id(5),
  program: id(6),
}

const indicator = (n: number, name: string, more: Record<string, string | boolean>) => ({
  $parent: registerIds.objective,
  $position: `a${n}`,
  name,
  definition: 'Sebagaimana Renstra perangkat daerah.',
  formula: 'Jumlah yang memenuhi dibagi jumlah seluruhnya, kali 100.',
  iku: true,
  agreed: true,
  source: 'Laporan bidang',
  owner: 'Kepala bidang',
  ...more,
})

const years = (name: string, values: string[]): Record<string, string> =>
  Object.fromEntries(values.map((v, i) => [`${name}${i + 1}`, v]))

/** Targets of the six years of the plan 2025–2030; agreements and quarters follow from them. */
const targets = {
  growing: ['75', '80', '85', '90', '95', '96'],
  falling: ['8', '7', '6', '5', '4', '4'],
  graded: ['B', 'B', 'BB', 'BB', 'A', 'A'],
}
const planYear = (year: number): number => Math.min(5, Math.max(0, year - 2025))

/** A register of one goal, one objective and three indicators: higher is better, lower is better, steps of a scale. */
export const registerAnswers = (): Answers => ({
  goals: { [registerIds.goal]: { $position: 'a0', name: 'Meningkatnya kesejahteraan sosial masyarakat' } },
  objectives: {
    [registerIds.objective]: {
      $parent: registerIds.goal,
      $position: 'a0',
      name: 'Meningkatnya pelayanan bagi pemerlu pelayanan kesejahteraan sosial',
    },
  },
  indicators: {
    [registerIds.growing]: indicator(0, 'Persentase pemerlu pelayanan yang terlayani', {
      unit: '%',
      direction: 'higher',
      base: '71.5',
      ...years('renstra', targets.growing),
      ...years('iku', targets.growing),
    }),
    [registerIds.falling]: indicator(1, 'Rata-rata lama penanganan pengaduan', {
      unit: 'hari',
      direction: 'lower',
      base: '9',
      ...years('renstra', targets.falling),
      ...years('iku', targets.falling),
    }),
    [registerIds.graded]: indicator(2, 'Predikat SAKIP perangkat daerah', {
      unit: 'predikat',
      direction: 'higher',
      scale: 'predikat-sakip',
      base: 'CC',
      ...years('renstra', targets.graded),
      ...years('iku', targets.graded),
    }),
  },
})

const agreedTargets = (n: number): Record<string, Record<string, string>> => {
  const [growing, falling, graded] = [targets.growing[n]!, targets.falling[n]!, targets.graded[n]!]
  const part = (quarter: number): string => String((Number(growing) * quarter) / 4)
  const slower = String(Number(falling) + 1)
  return {
    [registerIds.growing]: { target: growing, tw1: part(1), tw2: part(2), tw3: part(3), tw4: growing },
    [registerIds.falling]: { target: falling, tw1: slower, tw2: slower, tw3: slower, tw4: falling },
    [registerIds.graded]: { target: graded, tw4: graded },
  }
}

/** The agreement of a year on that register, its scan still to come. */
export const agreementAnswers = (year: number): Answers => ({
  parties: {
    first: { name: 'Kepala Dinas', job: 'Kepala Dinas Sosial', rank: 'Pembina Utama Muda', nip: '197001012000031001' },
    second: { name: 'Bupati Nunukan', job: 'Bupati' },
  },
  document: {
    document: { place: 'Nunukan', date: `${year}-01-20` },
  },
  indicators: agreedTargets(planYear(year)),
  actions: Object.fromEntries(
    [registerIds.growing, registerIds.falling, registerIds.graded].map(row => [row, { state: 'nil' }]),
  ),
  programs: {
    [registerIds.program]: {
      $position: 'a0',
      name: 'Program Rehabilitasi Sosial',
      code: '1.06.04',
      budget: '2450000000',
      fund: 'APBD',
    },
  },
})

/** One quarter measured against that agreement. */
export const measurementAnswers = (quarter: 1 | 2 | 3 | 4): Answers => ({
  indicators: {
    [registerIds.growing]: { realization: String(18 + (quarter - 1) * 21) },
    [registerIds.falling]: { realization: String(9 - Math.floor(quarter / 2)) },
    [registerIds.graded]:
      quarter < 4
        ? {
            state: 'notYetAvailable',
            reason: 'Evaluasi dilakukan sesudah tahun berakhir.',
            publisher: 'Inspektorat',
            expected: 'Triwulan IV',
          }
        : { realization: 'B' },
  },
  programs: { [registerIds.program]: { spent: String(480_000_000 * quarter) } },
})
