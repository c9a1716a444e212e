import {
  buildObligations,
  buildPeriods,
  buildWave,
  obligationId,
  officeId,
  spmAnswers,
} from '@sepakat/db/builders/index.ts'
import { countPresses, pressesIn } from '../support/countPresses.ts'
import { Filing, type Tables } from '../support/fileSpm.ts'
import { expect, test } from '../support/test.ts'

test.use({ apart: 'presses' })

const form = 'spm/triwulan'

test('a report of five services with a nil each is approved by seven keys from the queue', async ({
  product,
  signIn,
}) => {
  const { db, url } = product
  const office = await officeId(db, 'dsp3a')
  await buildPeriods(db, [{ form, key: '2026-TW3' }])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['spm'] })
  await buildObligations(db, 2026)
  const id = await obligationId(db, office, form, '2026-TW3')
  const operator = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const filing = new Filing(operator.page.request, url)
  await filing.post('submissions', { obligation: id })
  const { catalogue } = await (await filing.api.get('/api/v1/forms/spm/triwulan')).json()
  const rows: { id: string; code?: string; parent?: string }[] = catalogue.rows
  const services = rows.filter(({ code, parent }) => !parent && code?.startsWith('1.06-')).map(row => row.id)
  expect(services).toHaveLength(5)
  await filing.save(id, spmAnswers(catalogue, services, 2026, 3) as Tables)
  await filing.move(id, 'submit')

  const { page, context } = await signIn({ posts: [{ role: 'verifier', reportTypes: ['spm'] }] })
  await countPresses(context)
  const { keyboard } = page
  await page.goto('/periksa')
  await expect(page.getByRole('row', { name: /Triwulan III 2026/ })).toBeVisible()
  await keyboard.press('j')
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Ambil untuk diperiksa/ })).toBeVisible()
  await keyboard.press('a')
  await expect(page.getByRole('button', { name: /^Setujui/ }).first()).toBeVisible()
  await keyboard.press('l')
  await expect(page.getByRole('dialog')).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // the marks are saved
  await expect(page.getByRole('button', { name: /^Setujui/ })).not.toHaveAttribute('aria-disabled', 'true')
  await keyboard.press('s')
  await expect(page.getByRole('dialog')).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Ke antrean pemeriksaan' })).toBeFocused()
  expect(await pressesIn(page)).toEqual({ keys: 7, clicks: 0 })
})

test('the numbers of a quarter are typed with one key between two of them', async ({ product, signIn }) => {
  const { db, url } = product
  const office = await officeId(db, 'satpolpp')
  await buildPeriods(db, [{ form, key: '2026-TW3' }])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['spm'] })
  await buildObligations(db, 2026)
  const { page, context } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const id = await obligationId(db, office, form, '2026-TW3')
  await new Filing(page.request, url).post('submissions', { obligation: id })
  await countPresses(context)
  await page.goto(`/laporan/${id}`)
  const numbers = page.locator('main input[inputmode=decimal][id^="/"]').filter({ visible: true })
  await numbers.first().click()
  const all = await numbers.count()
  const inNumber = () => page.evaluate(() => document.activeElement?.getAttribute('inputmode') === 'decimal')
  let typed = 0
  while (await inNumber()) {
    await page.keyboard.type('120')
    await page.keyboard.press('Tab')
    typed++
  }
  expect(typed).toBeGreaterThan(10)
  expect(typed).toBe(all)
  expect(await pressesIn(page)).toEqual({ keys: typed, clicks: 1 })
})
