import { buildObligations, buildPeriods, buildWave, obligationId, officeId } from '@sepakat/db/builders/index.ts'
import { FormPage } from '../support/formPage.ts'
import { expect, expectWell, test } from '../support/test.ts'

const register = 'SAKIP · Indikator kinerja (Renstra dan IKU), Tahun 2026'

test('Home shows which report comes after which, and creates only what can be created', async ({ product, signIn }) => {
  const { db } = product
  const office = await officeId(db, 'dpmd')
  await buildPeriods(db, [
    { form: 'sakip/indikator', key: '2026' },
    { form: 'sakip/perjanjian-kinerja', key: '2026' },
    { form: 'sakip/pengukuran-triwulan', key: '2026-TW1' },
    { form: 'sakip/pengukuran-triwulan', key: '2026-TW2' },
  ])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['sakip'] })
  await buildObligations(db, 2026)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const order = page.getByRole('list', { name: 'Urutan SAKIP 2026' })
  const later = page.getByRole('list', { name: 'Nanti' })
  const agreement = later.getByRole('listitem').filter({ hasText: /^SAKIP · Perjanjian Kinerja/ })

  await test.step('the whole chain, one next step, and what the others wait for', async () => {
    await expect(order.getByRole('listitem')).toHaveText([
      /^Indikator kinerja/,
      /^Perjanjian Kinerja/,
      /^Pengukuran kinerja, TW I/,
      /^Pengukuran kinerja, TW II/,
    ])
    await expect(order.locator('[aria-current="step"]')).toHaveText(/^Indikator kinerja/)
    await expect(page.getByRole('button', { name: /^Mulai: / })).toHaveCount(1)
    await expect(page.getByRole('main').locator('[class*="_primary_"]')).toHaveCount(1)
    await expect(page.getByRole('button', { name: `Mulai: ${register}` })).toBeVisible()
    await expect(agreement).toContainText(`dapat dimulai setelah ${register} dikirim`)
    await expectWell(page, 'home with the order of reports')
  })

  await test.step('what comes first is one press away', async () => {
    await agreement.getByRole('link', { name: register }).click()
    const line = page.getByRole('list', { name: 'Perlu dikerjakan' }).getByRole('listitem')
    await expect(line).toBeFocused()
    await page.getByRole('button', { name: `Mulai: ${register}` }).click()
    await expect(page.getByRole('navigation', { name: 'Bagian formulir' })).toBeVisible()
  })

  await test.step('an empty part says from which report its rows come, and links to it', async () => {
    const id = await obligationId(db, office, 'sakip/perjanjian-kinerja', '2026')
    const headers = { origin: product.url }
    const created = await page.request.post('/api/v1/submissions', { data: { obligation: id }, headers })
    expect(created.status()).toBe(201)
    await page.goto(`/laporan/${id}`)
    await new FormPage(page).section('Sasaran strategis')
    await expect(page.getByText(/^Barisnya diambil dari Indikator kinerja .*masih draf/)).toBeVisible()
    await expectWell(page, 'agreement without rows')
    await page.getByRole('link', { name: /^Buka Indikator kinerja/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Indikator kinerja/ })).toBeVisible()
  })
})
