import type { Answers, Catalogue } from '@sepakat/rules'
import { agreementAnswers, measurementAnswers, registerAnswers } from '../builders/sakipAnswers.ts'
import { type Quarter, spmAnswers } from '../builders/spmAnswers.ts'
import { demoPassword } from './demo.ts'

interface Line {
  obligation: string
  form: string
  period: string
}
type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>

/** Signs in over HTTP and calls the API as that person, as any program would. */
const signIn = async (base: string, name: string): Promise<Call> => {
  const send = async (method: string, path: string, body: unknown, cookie: string): Promise<Response> => {
    const answer = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: { origin: base, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const session = await send('POST', '/session', { name, password: demoPassword }, '')
  const cookie = session.headers
    .getSetCookie()
    .map(c => c.split(';')[0]!)
    .join('; ')
  return async <T>(method: string, path: string, body?: unknown) =>
    (await (await send(method, path, body, cookie)).json()) as T
}

const begin = async (office: Call, form: string, period: string, answers: Answers): Promise<string> => {
  const { items } = await office<{ items: Line[] }>('GET', `/obligations?form=${form}&period=${period}`)
  const { obligation } = items[0]!
  await office('POST', '/submissions', { obligation, answers })
  return obligation
}

const approve = async (verifier: Call, id: string, answers: Answers): Promise<void> => {
  await verifier('POST', `/submissions/${id}/claim`, {})
  for (const [table, rows] of Object.entries(answers)) {
    for (const [row, cells] of Object.entries(rows)) {
      if ('state' in cells)
        await verifier('PUT', `/submissions/${id}/ticks`, { anchor: `/${table}/${row}`, ticked: true })
    }
  }
  await verifier('POST', `/submissions/${id}/approve`, {})
}

/**
 * Files what makes the demo region look lived in, through the public API: two quarters approved, one returned with two notes,
 * one waiting to be reviewed, and the chain of the performance agreement up to its first quarter.
 */
export const fileDemoReports = async (base: string, year: number): Promise<void> => {
  const [health, social, spm, sakip] = await Promise.all(
    ['operator.dinkes', 'operator.dinsos', 'verifikator.spm', 'verifikator.sakip'].map(name => signIn(base, name)),
  )
  const { catalogue } = await health!<{ catalogue: Catalogue }>('GET', '/forms/spm/triwulan')
  const services = (group: string) =>
    catalogue.rows.filter(r => r.table === 'recipients' && r.group === group).map(r => r.id)
  const quarter = async (office: Call, group: string, q: Quarter): Promise<[string, Answers]> => {
    const answers = spmAnswers(catalogue, services(group), year, q)
    const id = await begin(office, 'spm/triwulan', `${year}-TW${q}`, answers)
    await office('POST', `/submissions/${id}/submit`, {})
    return [id, answers]
  }

  for (const q of [1, 2] as const) await approve(spm!, ...(await quarter(health!, 'kesehatan', q)))
  const [third, { budget = {} }] = await quarter(health!, 'kesehatan', 3)
  const [spending] = Object.entries(budget).find(([, { $parent }]) => $parent === 'ibu-hamil')!
  await spm!('POST', `/submissions/${third}/claim`, {})
  const note = (n: number, anchor: string, text: string) =>
    spm!('POST', `/submissions/${third}/notes`, { id: `0199f5a2-0000-7000-8000-00000000000${n}`, anchor, text })
  await note(
    1,
    '/recipients/ibu-hamil/served',
    'Angka ini berbeda dari laporan bulanan September. Mohon dicek kembali.',
  )
  await note(2, `/budget/${spending}/spent`, 'Realisasi anggaran belum sesuai SP2D. Mohon lampirkan rekapnya.')
  await spm!('POST', `/submissions/${third}/return`, { dueAt: new Date(Date.now() + 7 * 86_400_000).toISOString() })
  await quarter(social!, 'sosial', 3)

  for (const [form, period, answers] of [
    ['sakip/indikator', `${year}`, registerAnswers()],
    ['sakip/perjanjian-kinerja', `${year}`, agreementAnswers(year)],
    ['sakip/pengukuran-triwulan', `${year}-TW1`, measurementAnswers(1)],
  ] as const) {
    const id = await begin(social!, form, period, answers)
    await social!('POST', `/submissions/${id}/submit`, {})
    await approve(sakip!, id, answers)
  }
}
