import { randomBytes } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { buildPerson } from '@sepakat/db/builders/index.ts'
import { pdf } from '../support/fileSpm.ts'
import { findInFolder } from '../support/findInFolder.ts'
import { FormPage } from '../support/formPage.ts'
import { oweSmallReport } from '../support/oweSmallReport.ts'
import { PersistentBrowser } from '../support/persistentBrowser.ts'
import { signOut } from '../support/signOut.ts'
import { expect, expectWell, password, test } from '../support/test.ts'

/** Letters that occur nowhere else, and that no compression shortens. */
const sentinel = (what: string) => `${what}${randomBytes(9).toString('hex')}`
const field = (page: Page) => page.getByRole('textbox', { name: /\(terlayani s\.d\. Triwulan II\)$/ })
const problem = (page: Page) => new FormPage(page).field('Permasalahan')

let browser: PersistentBrowser | undefined
test.afterEach(() => browser?.close())

test('a shared computer stores each user’s work for that user alone, and reveals nothing of it', async ({
  product,
  launchOptions,
}) => {
  test.slow()
  const { db, url } = product
  const { office, obligation } = await oweSmallReport(db, '2026-TW2')
  const posts = [{ role: 'operator' as const, offices: [office] }]
  const [name, saved, unsent, fileName] = ['Siti', 'arsip', 'luring', 'bukti'].map(sentinel) as [
    string,
    string,
    string,
    string,
  ]
  const siti = await buildPerson(db, { name, password, posts })
  const budi = await buildPerson(db, { password, posts: [{ role: 'leader' }] })
  const secrets = [name, saved, unsent, fileName, siti.username]

  const persistent = new PersistentBrowser({ ...launchOptions, baseURL: url, serviceWorkers: 'allow' })
  browser = persistent
  let context: BrowserContext
  const start = async (offline: boolean): Promise<Page> => {
    context = await persistent.start()
    await context.setOffline(offline)
    return context.pages()[0] ?? context.newPage()
  }
  const signIn = async (page: Page, who: string, secret = password): Promise<void> => {
    await page.getByLabel('NIP atau nama pengguna').fill(who)
    await page.getByLabel('Sandi', { exact: true }).fill(secret)
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  }
  const here = (page: Page) => page.getByRole('banner').getByRole('status')
  const kept = async () => {
    const changes = await db.prisma.answerChange.findMany({ where: { submissionId: id }, select: { to: true } })
    return changes.map(({ to }) => to).filter(to => typeof to === 'string')
  }
  /** Without the browser's own password manager, which asks its user. */
  const inProfile = async (...texts: string[]) =>
    (await findInFolder(persistent.folder, texts)).filter(where => !where.endsWith('Default/Login Data'))
  let id = ''

  await test.step('a user types online and offline, chooses a file, and signs out', async () => {
    const page = await start(false)
    await page.goto('/')
    await signIn(page, siti.username)
    await expect(here(page)).toBeVisible()
    const created = await page.request.post('/api/v1/submissions', { data: { obligation }, headers: { origin: url } })
    id = (await created.json()).id
    await page.evaluate(() => localStorage.setItem('sepakat.panel', 'beside'))
    await page.goto(`/laporan/${id}`)
    await new FormPage(page).add('Tambah permasalahan dan solusi', saved)
    await new FormPage(page).saved()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await context.setOffline(true)
    await problem(page).fill(unsent)
    await field(page).fill('57')
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /^Pilih berkas bukti/ }).click()
    await (await choosing).setFiles([
      { name: `${fileName}.pdf`, mimeType: 'application/pdf', buffer: Buffer.concat([pdf, Buffer.from(unsent)]) },
    ])
    await expect(page.getByText(/^Di perangkat ini, dikirim begitu ada sambungan$/)).toBeVisible()
    await signOut(page)
    const dialog = page.getByRole('dialog', { name: 'Keluar?' })
    await expect(dialog.getByText(/tetap di perangkat ini, terkunci/)).toBeVisible()
    await expectWell(page, 'signing out with something unsent')
    await dialog.getByRole('button', { name: 'Keluar saja' }).click()
    await expect(page.getByRole('heading', { name: 'Masuk' })).toBeVisible()
    expect(await page.content()).not.toContain(name)
  })

  await test.step('none of it can be read in the browser’s folder, where a text in clear is found', async () => {
    const clear = sentinel('terbuka')
    const page = context.pages()[0]
    await page?.evaluate(
      text =>
        new Promise(resolve => {
          indexedDB.open('control').onupgradeneeded = function () {
            const store = this.result.createObjectStore('texts')
            store.put(text, 1).onsuccess = resolve
          }
        }),
      clear,
    )
    await context.close()
    const found = await inProfile(...secrets, clear)
    expect(found.filter(where => where.startsWith(clear))).not.toEqual([])
    expect(found.filter(where => !where.startsWith(clear))).toEqual([])
  })

  await test.step('another user sees nothing of it and sends nothing of it', async () => {
    const page = await start(false)
    await page.goto(`/laporan/${id}`)
    await signIn(page, budi.username)
    await expect(here(page)).toContainText('semua tersimpan')
    await page.goto('/belum-terkirim')
    await expect(page.getByRole('main')).toBeVisible()
    expect(await page.content()).not.toMatch(new RegExp(secrets.join('|')))
    await signOut(page)
    await expect(page.getByRole('heading', { name: 'Masuk' })).toBeVisible()
    expect(await kept()).toContain(saved)
    expect(await kept()).not.toContain(unsent)
  })

  await test.step('wrong passwords unlock and delete nothing; the right one unlocks all of it, offline', async () => {
    const page = await start(true)
    await page.goto(`/laporan/${id}`)
    for (const wrong of ['bukan-sandinya', `${password} `]) {
      await signIn(page, siti.username, wrong)
      await expect(page.getByRole('button', { name: 'Masuk', exact: true })).toBeVisible() // an attempt was made
      await expect(page.getByText(/tidak ada yang terbuka di perangkat ini/)).toBeVisible()
    }
    await expectWell(page, 'a wrong password without a line')
    await signIn(page, siti.username.toUpperCase())
    await expect(field(page)).toHaveValue('57')
    await expect(problem(page)).toHaveValue(unsent)
    await expect(here(page)).toContainText('Luring')
  })

  await test.step('idle for a quarter of an hour it warns, locks, and continues where it was', async () => {
    const page = context.pages()[0] as Page
    await page.clock.install()
    await page.reload()
    await signIn(page, siti.username)
    await expect(field(page)).toHaveValue('57')
    await page.clock.fastForward('14:30')
    await expect(page.getByRole('dialog', { name: 'Layar akan dikunci' })).toBeVisible()
    await page.keyboard.press('Shift')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.clock.fastForward('15:01')
    await expect(page.getByText('Layar dikunci', { exact: true })).toBeVisible()
    await expect(page.getByText(name)).toBeVisible()
    await expect(page.getByLabel('NIP atau nama pengguna')).toHaveCount(0)
    await expect(page.getByLabel('Sandi', { exact: true })).toBeFocused()
    await expectWell(page, 'a locked screen')
    expect((await page.content()).replaceAll(name, '')).not.toMatch(new RegExp(secrets.join('|')))
    expect(await inProfile(...secrets)).toEqual([])
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await field(page).fill('58')
    await field(page).blur()
    await expect(page.getByText(/^Tersimpan di perangkat ini/)).toBeVisible()
  })

  await test.step('killed while signed in: nothing can be read', async () => {
    await persistent.kill()
    expect(await inProfile(...secrets)).toEqual([])
  })

  await test.step('the password was changed elsewhere meanwhile: the new one unlocks pending work, and it arrives', async () => {
    const changed = 'perahu-pulang-petang'
    const elsewhere = await (await persistent.start()).request
    const as = { headers: { origin: url } }
    await elsewhere.post('/api/v1/session', { ...as, data: { name: siti.username, password } })
    const answer = await elsewhere.put('/api/v1/password', { ...as, data: { current: password, next: changed } })
    expect(answer.status()).toBe(204)
    const page = await start(false)
    await page.goto('/')
    await signIn(page, siti.username, changed)
    await expect(here(page)).toContainText('semua tersimpan')
    await expect.poll(kept).toEqual(expect.arrayContaining([saved, unsent, '58']))
    const attached = async () => (await (await page.request.get(`/api/v1/submissions/${id}/attachments`)).json()).items
    await expect.poll(attached).toMatchObject([{ title: fileName }])
  })

  await test.step('a user who starts offline where another left offline continues alone, never with the other’s session', async () => {
    const page = context.pages()[0] as Page
    await context.setOffline(true)
    await signOut(page)
    await signIn(page, budi.username)
    await expect(here(page)).toContainText('Luring')
    await context.setOffline(false)
    const who = async () => (await (await page.request.get('/api/v1/session')).json()).person?.id
    await expect.poll(who).toBe(budi.id)
    await expect(here(page)).toContainText('Daring')
    expect(await page.content()).not.toContain(name)
  })
})
