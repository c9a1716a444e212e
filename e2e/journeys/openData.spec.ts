import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { Filing } from '../support/fileSpm.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

const form = 'spm/triwulan'
const period = '2026-TW1'

test.use({ apart: 'the region opens its data' })

test('an admin opens an approved report; a citizen reads it and takes its data; closed again, all of it is gone', async ({
  product,
  signIn,
  browser,
}) => {
  const { db, url } = product
  const office = await officeId(db, 'dsp3a')
  await buildPeriods(db, [{ form, key: period }])
  await buildWave(db, { fromPeriod: period, offices: [office], reportTypes: ['spm'] })
  await buildObligations(db, 2026)
  const filing = async (posts: Parameters<typeof signIn>[0]['posts']) =>
    new Filing((await signIn({ posts })).page.request, url)
  const operator = await filing([{ role: 'operator', offices: [office] }])
  const verifier = await filing([{ role: 'verifier', reportTypes: ['spm'] }])
  const coordinator = await filing([{ role: 'coordinator', reportTypes: ['spm'] }])
  const approver = await filing([{ role: 'approver', reportTypes: ['spm'] }])
  const { id } = (await operator.post('submissions', { office, form, period })) as { id: string }
  await operator.save(id, { recipients: { gepeng: { due: '40', served: '30' } } })
  await operator.move(id, 'submit')
  for (const move of ['claim', 'approve']) await verifier.move(id, move)
  const edition = (await coordinator.post('editions', { type: 'spm', period })) as { id: string }
  await coordinator.post(`editions/${edition.id}/send`, {})
  await approver.post(`editions/${edition.id}/approve`, {})

  const { page: admin } = await signIn({ posts: [{ role: 'admin' }] })
  const citizen = await (await browser.newContext({ baseURL: url, reducedMotion: 'reduce' })).newPage()
  const settings = admin.getByRole('region', { name: 'Halaman publik' })
  const save = async (on: boolean) => {
    await settings.getByRole('checkbox', { name: 'Halaman publik menyala' }).setChecked(on)
    await settings.getByRole('button', { name: 'Simpan halaman publik' }).click()
    await expect(admin.getByText(on ? 'Halaman publik menyala.' : 'Halaman publik mati.').first()).toBeVisible()
  }

  await test.step('nothing is open before', async () => {
    await citizen.goto('/publik')
    await expect(citizen.getByText('Daerah ini belum membuka data di sini.')).toBeVisible()
  })

  await test.step('an admin finds the settings by the search, sees what would be open, and turns it on', async () => {
    await admin.keyboard.press('Control+k')
    await admin.getByRole('combobox', { name: /^Cari/ }).fill('pengatur')
    await expect(admin.getByRole('option', { name: 'Pengaturan' })).toBeVisible()
    await expectFormWell(admin, 'search')
    await admin.keyboard.press('Enter')
    await expect(admin.getByRole('heading', { name: 'Pengaturan', level: 1 })).toBeVisible()
    await settings.getByRole('checkbox', { name: /^Laporan SPM Triwulan I Tahun 2026/ }).check()
    await settings.getByText('Yang menjadi terbuka').click()
    await expect(settings.getByText(/^Data: /).first()).toBeVisible()
    await expectFormWell(admin, 'what becomes public')
    await save(true)
  })

  await test.step('a citizen without a session reads it and downloads data with the figures of the edition', async () => {
    await expect(async () => {
      await citizen.goto('/publik')
      await expect(citizen.getByRole('link', { name: /^PDF/ })).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 90_000 })
    await expectFormWell(citizen, 'open data')
    expect(await citizen.context().cookies()).toEqual([])
    const csv = await download(citizen, /^CSV ?: Penerapan dan pencapaian SPM/)
    const json = JSON.parse(await download(citizen, /^JSON ?: Penerapan dan pencapaian SPM/))
    const frozen = JSON.stringify(await (await admin.request.get(`/open/v1/editions/2026/spm-tw1.json`)).json())
    expect(csv).toContain('"30"')
    const values = json.rows
      .flatMap((row: { cells: Record<string, { value: string | null }> }) =>
        Object.values(row.cells).map(({ value }) => value),
      )
      .filter(Boolean)
    expect(values).toContain('30')
    for (const value of values) expect(frozen).toContain(`"value":"${value}"`)
    expect(json.licence.name).toContain('CC BY 4.0')
  })

  await test.step('turned off, page and data are gone', async () => {
    await save(false)
    // a browser that has read it may keep its copy for five minutes
    const later = await (await browser.newContext({ baseURL: url })).newPage()
    await later.goto('/publik')
    await expect(later.getByText('Daerah ini belum membuka data di sini.')).toBeVisible()
    await later.context().close()
    expect((await citizen.request.get('/open/v1/datasets')).status()).toBe(404)
  })
  await citizen.context().close()
})

const download = async (page: Page, name: RegExp): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()])
  return readFile(await file.path(), 'utf8')
}
