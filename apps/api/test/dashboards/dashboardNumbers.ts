import { readFileSync } from 'node:fs'
import { type Chart, exact, kinds, periodTitle, roundShown } from '@sepakat/rules'
import type { TestApi } from '#testing/testApi.ts'

const script = readFileSync(new URL('numbers.sql', import.meta.url), 'utf8')
const quarters = ['Triwulan I', 'Triwulan II', 'Triwulan III', 'Triwulan IV']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']

/** A value of a chart beside what the script says; null where the one or the other has none. */
interface ComparedValue {
  chart: string
  key: string
  shown: string | null
  computed: string | null
}

/** What the page calls a category of the script. */
const categoryOf = (chart: string, of: string): string => {
  if (chart.startsWith('pemeriksaan-')) return `${months[Number(of.slice(5)) - 1]} ${of.slice(0, 4)}`
  if (chart.startsWith('ketepatan-')) {
    const [form = '', period = ''] = of.split(' ')
    return `${kinds[form as keyof typeof kinds]?.title}, ${periodTitle(period)}`
  }
  return /^[1-4]$/.test(of) ? (quarters[Number(of) - 1] ?? '') : of
}

const rounded = (value: string): string => roundShown(exact(value).toFixed(), 8)

/** The values of a chart by series and category; of the indicators, which are told by fields of government, their sums. */
const valuesOf = ({ id, categories, series }: Chart): [key: string, value: string][] =>
  series.flatMap(({ name, points }): [string, string][] => {
    if (id === 'ikk-tahun-lalu') {
      const sum = points.reduce((all, { value }) => all + Number(value), 0)
      return name === 'Belum dapat dibandingkan' || sum === 0 ? [] : [[`${id}|${name}|semua`, String(sum)]]
    }
    return points.flatMap(({ value }, n): [string, string][] =>
      value === null ? [] : [[`${id}|${name}|${categories[n]}`, rounded(value)]],
    )
  })

/** Every value of the charts of a year beside the independent script. */
export const dashboardNumbers = async (api: TestApi, year: number): Promise<ComparedValue[]> => {
  const leader = await api.as({ role: 'leader' })
  const answer = await leader.call('GET', `/dashboards?year=${year}`)
  const { charts, at }: { charts: Chart[]; at: string } = answer.json()
  const { rows } = await api.db.pool.query<{ key: string; value: string }>(script, [year, at])
  const computed = new Map(
    rows.map(({ key, value }) => {
      const [chart = '', series = '', of = ''] = key.split('|')
      return [`${chart}|${series}|${categoryOf(chart, of)}`, rounded(value)]
    }),
  )
  const shown = new Map(charts.flatMap(valuesOf))
  return [...new Set([...shown.keys(), ...computed.keys()])].map(key => ({
    chart: key.split('|')[0] ?? '',
    key,
    shown: shown.get(key) ?? null,
    computed: computed.get(key) ?? null,
  }))
}
