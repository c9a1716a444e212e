import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildPerson } from '@sepakat/db/builders/index.ts'
import { oweSmallReport } from '../support/oweSmallReport.ts'
import { root, startProduct } from '../support/product.ts'
import { expect, expectWell, password, test } from '../support/test.ts'

test.use({ serviceWorkers: 'allow' })

test('a new version is offered when nothing is unsaved, and no edit is lost by activating it', async ({ browser }) => {
  test.slow()
  const web = await mkdtemp(path.join(tmpdir(), 'sepakat-web-'))
  await cp(process.env.SERVE_WEB ?? path.join(root, 'apps/web/dist'), web, { recursive: true })
  // the files that the next version changes are kept here
  for (const ending of ['br', 'gz']) await rm(path.join(web, `sw.js.${ending}`), { force: true })
  const product = await startProduct({ web })
  try {
    const { db, url } = product
    const { office, obligation } = await oweSmallReport(db, '2026-TW1')
    const operator = await buildPerson(db, { password, posts: [{ role: 'operator', offices: [office] }] })
    const context = await browser.newContext({ baseURL: url, serviceWorkers: 'allow', reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto('/')
    await page.getByLabel('NIP atau nama pengguna').fill(operator.username)
    await page.getByLabel('Sandi', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await expect(page.getByRole('banner').getByRole('status')).toBeVisible()
    const created = await page.request.post('/api/v1/submissions', { data: { obligation }, headers: { origin: url } })
    await page.goto(`/laporan/${(await created.json()).id}`)
    await page.evaluate(() => navigator.serviceWorker.ready)
    const field = page.getByRole('textbox', { name: /\(terlayani s\.d\. Triwulan I\)$/ })
    const offer = page.getByText('Versi baru tersedia')
    /** The state of the installing worker; null where there is none; `loading` while the page reloads. */
    const isWaiting = () =>
      page
        .evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state ?? null)
        .catch(() => 'loading')

    /** The page checks every two seconds whether it may offer it. */
    const stays = async () => {
      await page.waitForTimeout(4500)
      await expect(offer).toHaveCount(0)
    }

    await test.step('it waits while the user types, and while an edit is unsent', async () => {
      await field.focus()
      await appendFile(path.join(web, 'sw.js'), '\n// the next version\n')
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
      await expect.poll(isWaiting).toBe('installed')
      await stays()
      await context.setOffline(true)
      await field.fill('64')
      await field.blur()
      await expect(page.getByText(/^Tersimpan di perangkat ini · 1 isian/)).toBeVisible()
      await stays()
    })

    await test.step('then it is offered and activated, and what was typed offline is there', async () => {
      await context.setOffline(false)
      await expect(offer).toBeVisible()
      await expectWell(page, 'a new version is offered')
      await context.setOffline(true)
      await field.fill('65')
      await field.blur()
      await expect(page.getByText(/^Tersimpan di perangkat ini · 1 isian/)).toBeVisible()
      await context.setOffline(false)
      await page.getByRole('button', { name: 'Muat ulang' }).click()
      await expect.poll(isWaiting).toBeNull()
      await expect(field).toHaveValue('65')
      await expect(page.getByText('Semua tersimpan', { exact: true })).toBeVisible()
    })
    await context.close()
  } finally {
    await product.close()
    await rm(web, { recursive: true, force: true })
  }
})
