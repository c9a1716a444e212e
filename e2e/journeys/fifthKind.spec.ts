import { buildPerson, officeId } from '@sepakat/db/builders/index.ts'
import { FormPage } from '../support/formPage.ts'
import { type ScratchProduct, startProductWithKind } from '../support/scratchCheckout.ts'
import { test as base, expect, expectWell, password } from '../support/test.ts'

const from = 'packages/rules/test/fifth-kind'
const to = 'packages/rules/src/kinds/sakip-uji-kelima'
const lines = {
  'packages/rules/src/kinds/all.ts': "export { kind as sakipUjiKelima } from './sakip-uji-kelima/kind.ts'",
  'packages/rules/src/kinds/allRules.ts': "export { rules as sakipUjiKelima } from './sakip-uji-kelima/rules.ts'",
}
const form = 'sakip/uji-kelima'

const test = base.extend<{ product: ScratchProduct }>({
  product: [
    async ({ browserName: _ }, use) => {
      const product = await startProductWithKind({ from, to, lines })
      await use(product)
      await product.close()
    },
    // it builds the whole web
    { scope: 'test', timeout: 240_000 },
  ],
})

test('a fifth form is one folder and its lines in the index of kinds: it is owed, filled in, checked, computed, described, printed and compared like the others', async ({
  product,
  signIn,
  playwright,
}) => {
  const { db, url } = product
  const office = await officeId(db, 'dishub')
  const as = async (username: string) => {
    const context = await playwright.request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
    expect((await context.post('/api/v1/session', { data: { name: username, password } })).ok()).toBe(true)
    const ask = async (method: 'get' | 'post' | 'put' | 'patch', path: string, data?: object) => {
      const answer = await context[method](`/api/v1/${path}`, {
        ...(data && { data }),
        headers: { 'idempotency-key': crypto.randomUUID() },
      })
      expect(answer.status(), `${method} ${path}: ${await answer.text()}`).toBeLessThan(300)
      return answer.status() === 204 ? null : await answer.json()
    }
    return ask
  }
  const admin = await as((await buildPerson(db, { password, posts: [{ role: 'admin' }] })).username)
  const reviewer = await signIn({ posts: [{ role: 'verifier', reportTypes: ['sakip'] }] })
  const verifier = await as(reviewer.person.username)
  const { page, person } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const operator = await as(person.username)
  const screen = new FormPage(page)

  await test.step('an office owes it', async () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    const period = { form, key: '2026', opensAt: day(-30), dueAt: day(30), closesAt: day(60) }
    await admin('put', 'periods', { periods: [period] })
    await admin('post', 'waves', { name: 'Uji', fromPeriod: '2026-TW1', offices: [office], reportTypes: ['sakip'] })
    await admin('post', 'assignments', { form, row: '*', office, fromYear: 2026 })
    const { items } = await admin('post', 'obligations/preview', { year: 2026 })
    const planned = items.filter((one: { form: string; office: { id: string } }) => one.form === form)
    expect(planned).toMatchObject([{ office: { id: office }, period: '2026', state: 'new' }])
    await admin('post', 'obligations', { year: 2026 })
  })

  await test.step('its screen is rendered from kind and catalogue, with a list inside a list and a lower-is-better row', async () => {
    await screen.open(/SAKIP · Uji dermaga/)
    await expect(page.getByRole('navigation', { name: 'Bagian formulir' }).getByRole('button')).toHaveText([
      /^Sandar/,
      /^Bongkar muat/,
      /^Keselamatan/,
    ])
    await screen.section('Sandar')
    await screen.fillAll({ 'Tambatan siang: rencana setahun': '40', 'Tambatan siang: hasil setahun': '48' })
    await screen.fillAll({ 'Waktu tunggu sandar: rencana setahun': '30', 'Waktu tunggu sandar: hasil setahun': '48' })
    await screen.saved()
    await expect(page.getByText('Hasil (48) melebihi rencana (40). Jelaskan atau perbaiki.')).toBeVisible()
    await expect(page.getByText('(2 × 30 − 48) ÷ 30').first()).toBeVisible()
    await page.getByLabel('Penjelasan').fill('Kapal perintis bertambah dua.')
    await screen.add('Tambah pelayaran', 'Nunukan–Sebatik', screen.row('A.01 Tambatan siang'))
    await screen.add('Tambah persinggahan', 'Bambangan')
    await screen.fillAll({ 'Peti diturunkan': '12' })
    await screen.saved()
    await expectWell(page, 'fifth form')
  })

  const id = screen.id
  const own = '/services/dok-tambatan-siang'

  await test.step('check and computation are the same for a program that asks', async () => {
    const asked = { office, period: '2026', answers: (await operator('get', `submissions/${id}/answers`)).answers }
    const { findings, figures } = await operator('post', `forms/${form}/evaluate`, asked)
    const of = (code: string, row: string) =>
      figures.find((figure: { code: string; row: string }) => figure.code === code && figure.row === row)
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'above-plan', at: `${own}/reached`, blocks: false }),
    )
    // 48 of 40; (2 × 30 − 48) ÷ 30; the mean of the two.
    expect(Number(of('sakip.dockService', 'dok-tambatan-siang').value)).toBe(120)
    expect(Number(of('sakip.dockService', 'dok-waktu-tunggu-sandar').value)).toBe(40)
    expect(Number(of('sakip.dock', '').value)).toBe(80)
  })

  await test.step('its rule choice is shown with its words, kept in the rule set and tried out', async () => {
    const { items } = await operator('get', 'rule-sets')
    expect(items[0].body.sakip).toMatchObject({ dock: 'mean', cap: null })
    const { answers } = await operator('get', `submissions/${id}/answers`)
    const lowest = { office, period: '2026', answers, ruleSet: { sakip: { dock: 'lowest' } } }
    const { figures } = await operator('post', `forms/${form}/evaluate`, lowest)
    const dock = figures.find(({ code }: { code: string }) => code === 'sakip.dock')
    expect(Number(dock.value)).toBe(40)
    const { page: rules } = await signIn({ posts: [{ role: 'admin' }] })
    await rules.goto('/pengelolaan/paket-aturan')
    const choices = rules.getByRole('table', { name: /^Pilihan SAKIP/ })
    await expect(choices.getByRole('row', { name: /^Capaian dermaga/ })).toContainText('Rata-rata semua layanan.')
  })

  await test.step('forms, schema and OpenAPI have it', async () => {
    const { items } = await operator('get', 'forms')
    expect(items).toContainEqual(expect.objectContaining({ form, title: 'Uji dermaga', version: 1 }))
    expect((await operator('get', `forms/${form}`)).catalogue.rows).toHaveLength(40)
    const schema = JSON.stringify(await operator('get', `forms/${form}/schema?office=${office}&period=2026`))
    expect(schema).toContain('dok-perahu-penolong.mesin.busi')
    const document = await (await page.request.get('/api/openapi.json')).json()
    const described = Object.values<{ description?: string }>(document.components.schemas)
    expect(described).toContainEqual(expect.objectContaining({ description: `Isian formulir \`${form}\`` }))
  })

  await test.step('it is filled in, submitted and printed', async () => {
    const { catalogue } = await operator('get', `forms/${form}`)
    const typed = ['dok-tambatan-siang', 'dok-waktu-tunggu-sandar']
    const rest: Record<string, Record<string, string>> = {
      services: { target: '10', reached: '5' },
      parts: { ready: '2' },
      pieces: { sound: '1' },
    }
    const changes = catalogue.rows
      .filter((row: { id: string }) => !typed.includes(row.id))
      .flatMap((row: { id: string; table: string }) =>
        Object.entries(rest[row.table] ?? {}).map(([field, value]) => ({
          changeId: crypto.randomUUID(),
          op: 'set',
          pointer: `/${row.table}/${row.id}/${field}`,
          value,
          base: 0,
        })),
      )
    const { results } = await operator('patch', `submissions/${id}/answers`, { changes })
    expect(results.filter((one: { result: string }) => one.result !== 'applied')).toEqual([])
    await page.reload()
    await screen.submit()
    await page.goto(`/laporan/${id}/cetak?kiriman=1`)
    await expect(page.getByRole('heading', { name: /Uji dermaga/ }).first()).toBeVisible()
    for (const words of ['Waktu tunggu sandar', 'Bambangan', 'Tali penarik', 'belum dicocokkan dengan peraturan'])
      await expect(page.getByText(words).first()).toBeVisible()
    await expectWell(page, 'fifth form in print')
  })

  await test.step('returned, changed, submitted again: the review shows what changed', async () => {
    await verifier('post', `submissions/${id}/claim`, {})
    const note = crypto.randomUUID()
    await verifier('post', `submissions/${id}/notes`, { id: note, anchor: `${own}/reached`, text: 'Dari mana 48?' })
    await verifier('post', `submissions/${id}/return`, { dueAt: new Date(Date.now() + 604_800_000).toISOString() })
    await operator('post', `submissions/${id}/notes/${note}/answers`, { text: 'Salah ketik; sudah diperbaiki.' })
    await screen.open(/SAKIP · Uji dermaga/)
    await screen.section('Sandar')
    await screen.fillAll({ 'Tambatan siang: hasil setahun': '38' })
    await screen.add('Tambah persinggahan', 'Sungai Nyamuk')
    await screen.saved()
    await screen.submit()
    const { page: review } = reviewer
    await review.goto(`/periksa/${id}`)
    await review.getByLabel('Hanya yang berubah').check()
    await expect(review.getByText('sebelumnya 48')).toBeVisible()
    await expect(review.getByRole('row', { name: /^Sungai Nyamuk/ })).toContainText('baris baru')
    await expect(review.getByText('Waktu tunggu sandar')).toBeHidden()
    await expectWell(review, 'what changed in the fifth form')
    await verifier('post', `submissions/${id}/claim`, {})
    await verifier('post', `submissions/${id}/approve`, {})
  })

  await test.step('the stored data: figures that count', async () => {
    const { items } = await operator('get', 'figures?code=sakip.dock&year=2026')
    expect(items).toMatchObject([{ standing: 'final', revision: 2 }])
    // 38 of 40; 40 %; and 5 of 10 in the 22 others.
    expect(Number(items[0].figure.value)).toBeCloseTo((95 + 40 + 22 * 50) / 24, 10)
  })

  await test.step('no other file was changed', async () => {
    const files = ['catalogue.json', 'kind.ts', 'rules.ts']
    const own = files.map(file => `${to}/${file}`)
    expect(product.changed()).toEqual([...Object.keys(lines), ...own])
    expect(product.naming('uji-kelima')).toEqual([
      ...Object.keys(lines),
      ...own,
      ...files.map(file => `${from}/${file}`),
    ])
  })
})
