/**
 * Writes earlierProfile.json: what the web of an earlier commit keeps on a device whose user locked the screen offline, with work of
 * every kind unsent. The web is that of the commit, built in a checkout of it; the server is this one's.
 *
 *   git worktree add ../before COMMIT; build its web there; from this checkout:
 *   SERVE_WEB=../before/apps/web/dist node e2e/support/earlierProfile/writeProfile.ts COMMIT
 */
import { writeFile } from 'node:fs/promises'
import { chromium, expect, type Locator, type Page } from '@playwright/test'
import { unsentChanges } from '../device.ts'
import { Filing } from '../fileSpm.ts'
import { FormPage } from '../formPage.ts'
import { startProduct } from '../product.ts'
import { password } from '../test.ts'
import {
  buildProfileWorld,
  colleagueWrites,
  created,
  createReports,
  operator,
  profileFiles,
  reports,
} from './buildProfileWorld.ts'
import { type DeviceState, readDevice } from './deviceState.ts'
import { type EarlierProfile, profileFile } from './earlierProfile.ts'

const due = (page: Page) => page.getByRole('textbox', { name: /\(harus dilayani, target setahun\)$/ })
const served = (page: Page) => page.getByRole('textbox', { name: /\(terlayani s\.d\. Triwulan I\)$/ })
/** @param count of unsent changes on the device from then on */
const typed = async (field: Locator, value: string, count: number): Promise<void> => {
  await field.fill(value)
  await field.blur()
  await expect.poll(() => unsentChanges(field.page())).toBe(count)
}

/** Most of the size are the forms, which any device reads again. */
const withoutForms = (state: DeviceState): DeviceState => {
  for (const { name, stores } of state.databases)
    for (const store of name === 'sepakat' ? stores : [])
      store.records = store.records.filter(({ key }) => !JSON.stringify(key).includes('/api/v1/forms/'))
  return state
}

const [commit = ''] = process.argv.slice(2)
const product = await startProduct()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const { db, url } = product
  const { colleague } = await buildProfileWorld(db)
  const options = { baseURL: url, locale: 'id-ID', timezoneId: 'Asia/Makassar', serviceWorkers: 'block' as const }
  const context = await browser.newContext(options)
  let inFlight: unknown[] = []
  const offline = async (): Promise<void> => {
    await context.route(/\/(api|healthz)/, route => {
      const { changes = [] } = route.request().method() === 'PATCH' ? route.request().postDataJSON() : {}
      if (route.request().url().includes(reports.typed) && changes.length > 0) inFlight = changes
      return route.abort()
    })
  }
  const online = () => context.unrouteAll({ behavior: 'wait' })

  const page = await context.newPage()
  await page.goto('/')
  await page.getByLabel('NIP atau nama pengguna').fill(operator.username)
  await page.getByLabel('Sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByText('Daring · semua tersimpan')).toBeVisible({ timeout: 20_000 })
  await page.evaluate(() => localStorage.setItem('sepakat.panel', 'beside'))
  await createReports(new Filing(page.request, url))
  const open = async (path: string): Promise<Page> => {
    const tab = await context.newPage()
    await tab.goto(path)
    await expect(tab.getByText('Daring · semua tersimpan')).toBeVisible({ timeout: 20_000 })
    return tab
  }
  const home = await open('/')
  const [first, second, third] = await Promise.all(created.map(report => open(`/laporan/${report}`)))
  if (!first || !second || !third) throw new Error('a tab is missing')
  await page.close()
  const elsewhere = await browser.newContext(options)
  const other = new Filing(elsewhere.request, url)
  await other.post('session', { name: colleague, password })

  // a conflict, and a change of a report that is submitted meanwhile
  await offline()
  await typed(due(first), '150', 1)
  await typed(due(second), '12', 2)
  await colleagueWrites(other)
  await online()
  await expect(first.getByText(/^Isian ini juga diubah oleh Budi Santoso/).first()).toBeVisible({ timeout: 20_000 })
  await expect(second.getByText(/1 perlu Anda tinjau/).first()).toBeVisible({ timeout: 20_000 })

  // in flight, waiting, with a file; decided; created here
  await offline()
  await typed(served(first), '57', 3)
  await new FormPage(first).add('Tambah permasalahan dan solusi', 'Jembatan putus')
  await first.locator(':focus').blur()
  await expect.poll(() => unsentChanges(first)).toBe(5)
  await served(first).focus()
  const choosing = first.waitForEvent('filechooser')
  await first
    .getByRole('button', { name: /^Pilih berkas bukti/ })
    .first()
    .click()
  await (await choosing).setFiles(profileFiles)
  await expect(first.getByText(/^Di perangkat ini, dikirim begitu ada sambungan$/)).toHaveCount(profileFiles.length)

  await typed(due(third), '145', 6)
  const dialog = await new FormPage(third).startSubmit()
  await dialog.getByRole('button', { name: 'Kirim begitu ada jaringan' }).click()
  await expect(third.getByText(/menunggu jaringan untuk dikirim$/)).toBeVisible()

  await home.getByRole('button', { name: /^Mulai: Laporan penerapan SPM, Triwulan IV 2026/ }).click()
  await typed(due(home), '44', 7)

  await home.evaluate(ago => localStorage.setItem('sepakat.touched', String(Date.now() - ago)), 16 * 60_000)
  await expect(first.getByText('Layar dikunci', { exact: true })).toBeVisible({ timeout: 20_000 })
  const keys = await db.prisma.deviceKey.findMany({ where: { personId: operator.id } })
  const profile: EarlierProfile = {
    commit,
    inFlight,
    deviceKeys: keys.map(({ device, key }) => ({ device, key: Buffer.from(key).toString('base64') })),
    state: withoutForms(await readDevice(first)),
  }
  await writeFile(profileFile, `${JSON.stringify(profile, null, 2)}\n`)
} finally {
  await browser.close()
  await product.close()
}
