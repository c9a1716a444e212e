import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { openDatabase } from '@sepakat/db'
import { demoPassword, seedDemo } from '@sepakat/db/seed/demo.ts'
import { testDatabase } from '@sepakat/db/testing.ts'
import { pageFaults, widths } from '../support/pageFaults.ts'
import { type Product, root, startProduct } from '../support/product.ts'
import { expect, test } from '../support/test.ts'

test.describe.configure({ mode: 'serial' })

/** The product as `npm start` leaves it: the demo region, being filled in by a process beside it. */
let product: Product
let filled: Promise<unknown>

test.beforeAll(async () => {
  const database = await testDatabase()
  const db = openDatabase({ url: database.appUrl, max: 2 })
  await seedDemo(db, new Date())
  await db.close()
  product = await startProduct({ database, env: { DEMO: '1' } })
  const filling = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'apps/api/src/demoYear.ts'), '--progress'],
    { cwd: root, env: product.env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  filled = once(filling, 'exit').then(([code]) => code)
})
test.afterAll(async () => {
  await filled
  await product.close()
})

const openAs = async (browser: Browser, label: string, viewport: { width: number; height: number }): Promise<Page> => {
  const context = await browser.newContext({ baseURL: product.url, viewport, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: label }).click()
  await expect(page.getByLabel('Sandi', { exact: true })).toHaveValue(demoPassword)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByRole('banner').getByRole('status')).toBeVisible()
  return page
}
const well = async (page: Page, what: string) =>
  expect(await pageFaults(page, what, [widths.desktop, widths.phone])).toEqual([])

test('the sign-in page says how far the demo region is filled in, until it is complete', async ({ page }) => {
  await page.goto(product.url)
  const line = page.getByText(/Data contoh sedang diisi: \d+ dari 49 perangkat daerah/)
  await expect(line).toBeVisible()
  await well(page, 'sign-in while filling')
  expect(await filled).toBe(0)
  await expect(line).toBeHidden()
})

test('the coordinator finds reports in every state', async ({ browser }) => {
  const page = await openAs(browser, 'Koordinator, Bagian Tata Pemerintahan', widths.desktop)
  await expect(page.getByText(/dari \d+ laporan tahun \d+ sudah disetujui/)).toBeVisible()
  await well(page, 'home of the coordinator')
  await page.goto('/laporan')
  await expect(page.getByRole('link', { name: /Triwulan I/ }).first()).toBeVisible()
  await well(page, 'reports of the coordinator')
  await page.goto('/ringkasan')
  await expect(page.getByRole('heading', { name: 'Kelengkapan angka daerah' })).toBeVisible()
  await well(page, 'summary for the coordinator')
})

test('the leader reads the region on a phone', async ({ browser }) => {
  const page = await openAs(browser, 'Sekretaris Daerah', widths.phone)
  await expect(page.getByText(/^Rata-rata nilai SAKIP perangkat daerah/)).toBeVisible()
  await well(page, 'home of the leader')
  await page.goto('/dasbor')
  await expect(page.getByRole('heading', { name: /^Indeks SPM Triwulan/ })).toBeVisible()
  await well(page, 'dashboards of the leader')
  await page.goto('/ringkasan')
  await expect(page.getByRole('heading', { name: 'Kelengkapan angka daerah' })).toBeVisible()
  await well(page, 'summary for the leader')
})

test('the operator finds the returned quarter with its notes', async ({ browser }) => {
  const page = await openAs(browser, 'Operator Dinas Kesehatan', widths.desktop)
  await expect(page.getByText(/dikembalikan/i).first()).toBeVisible()
  await well(page, 'home of the operator')
})

test('a visitor reads what the region opened, and that it is a demo', async ({ page }) => {
  await page.goto(product.url)
  await page.getByRole('link', { name: /data terbuka untuk umum/ }).click()
  await expect(page.getByRole('heading', { name: /Triwulan IV/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /data contoh/ })).toBeVisible()
  await well(page, 'open data of the demo region')
})
