// A recap after a release that renames: what was approved keeps its names.
import { createHash } from 'node:crypto'
import { spmAnswers } from '@sepakat/db/builders/index.ts'
import { type Catalogue, canonicalJson, kinds } from '@sepakat/rules'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approve, move, type Reporting, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { formHandlers } from '../forms/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { figureHandlers } from './routes.ts'

const form = 'spm/triwulan'
const { figures } = kinds[form]!
const old = { ...figures }
const renamed = (label: string): string => `${label} (baru)`
let api: TestApi
let plan: Reporting
let catalogue: Catalogue
let leader: SignedIn
let verifier: SignedIn
let health: SignedIn

const begin = async (by: SignedIn, office: string, row: string): Promise<string> => {
  const { recipients = {} } = spmAnswers(catalogue, [row], 2026, 2)
  const body = { office, form, period: '2026-TW2', answers: { recipients: { [row]: recipients[row] } } }
  const made = await by.call('POST', '/submissions', body)
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}
const namesOf = async (code: string, row: string) => {
  const { items, names } = (await leader.call('GET', `/recap?form=${form}&period=2026-TW2&provisional=true`)).json()
  const { label, rowLabel, group } = items.find((one: { figure: { code: string; row: string } }) => {
    return one.figure.code === code && one.figure.row === row
  })
  return { label, rowLabel, group, derived: names['spm.recipients'] }
}

beforeAll(async () => {
  api = await testApi({
    ...figureHandlers,
    ...submissionHandlers,
    ...answerHandlers,
    ...moveHandlers,
    ...formHandlers,
  })
  plan = await reporting(api.db)
  const social = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  health = await api.as({ role: 'operator', offices: [plan.dinkes] })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm'] })
  leader = await api.as({ role: 'leader' })
  catalogue = (await leader.call('GET', `/forms/${form}`)).json().catalogue
  await approve(social, verifier, await begin(social, plan.dsp3a, 'gepeng'))

  for (const [code, spec] of Object.entries(old)) figures[code] = { ...spec, label: renamed(spec.label) }
  const body = JSON.parse(JSON.stringify(catalogue)) as Catalogue
  for (const named of [...body.rows, ...body.groups]) named.label = renamed(named.label)
  const sha256 = createHash('sha256').update(canonicalJson(body)).digest('hex')
  const { version } = await api.db.prisma.formVersion.findFirstOrThrow({
    where: { form },
    orderBy: { version: 'desc' },
  })
  await api.db.prisma.formVersion.create({
    data: { form, version: version + 1, body: body as object, sha256, publishedBy: 'system' },
  })
})
afterAll(() => {
  Object.assign(figures, old)
  return api.close()
})

const before = (code: string, row: string) => ({
  label: old[code]!.label,
  rowLabel: [...catalogue.rows, ...catalogue.groups].find(({ id }) => id === row)?.label ?? '',
  derived: old['spm.recipients']!.label,
})

it('calls figures, rows and groups as the approved revisions did, whatever a later release calls them', async () => {
  expect(await namesOf('spm.index', 'gepeng')).toEqual({ ...before('spm.index', 'gepeng'), group: 'Sosial' })
  expect(await namesOf('spm.urusanIndex', 'sosial')).toMatchObject(before('spm.urusanIndex', 'sosial'))
  expect(await namesOf('spm.regionIndex', '')).toMatchObject(before('spm.regionIndex', ''))
})

it('calls the figures of an office so too', async () => {
  const { items } = (await leader.call('GET', `/figures?form=${form}&code=spm.index&row=gepeng`)).json()
  const { label, rowLabel } = before('spm.index', 'gepeng')
  expect(items).toMatchObject([{ label, rowLabel }])
})

it('takes the names of the newest approved revision; one that was only submitted renames nothing', async () => {
  const id = await begin(health, plan.dinkes, 'ibu-hamil')
  await move(health, id, 'submit')
  expect((await namesOf('spm.index', 'gepeng')).label).toBe(old['spm.index']!.label)
  await move(verifier, id, 'claim')
  await move(verifier, id, 'approve')
  expect(await namesOf('spm.index', 'gepeng')).toMatchObject({
    label: renamed(old['spm.index']!.label),
    rowLabel: before('spm.index', 'gepeng').rowLabel,
    derived: renamed(old['spm.recipients']!.label),
  })
})
