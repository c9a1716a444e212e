import type { BrowserContext, Page } from '@playwright/test'
import { buildPerson } from '@sepakat/db/builders/index.ts'
import { cachedAddresses } from '../support/device.ts'
import { FormPage } from '../support/formPage.ts'
import { oweSmallReport } from '../support/oweSmallReport.ts'
import { PersistentBrowser } from '../support/persistentBrowser.ts'
import { signInIfAsked } from '../support/signInIfAsked.ts'
import { expect, expectFormWell, expectWell, password, test, widths } from '../support/test.ts'

const due = /\(harus dilayani, target setahun\)$/
const served = /\(terlayani s\.d\. Triwulan I\)$/

let browser: PersistentBrowser | undefined
test.afterEach(() => browser?.close())

test('offline: started cold, filled in, killed and restarted, all of it arrives once', async ({
  product,
  launchOptions,
}) => {
  test.slow()
  const { db, url } = product
  const { office, obligation } = await oweSmallReport(db, '2026-TW1')
  const { id: person, username } = await buildPerson(db, { password, posts: [{ role: 'operator', offices: [office] }] })

  const persistent = new PersistentBrowser({ ...launchOptions, baseURL: url, serviceWorkers: 'allow' })
  browser = persistent
  let context: BrowserContext | undefined
  /** Each start is cold, on the disk of this device. */
  const start = async (offline: boolean): Promise<Page> => {
    context = await persistent.start()
    await context.setOffline(offline)
    return context.pages()[0] ?? context.newPage()
  }
  /** The device's key went with the browser: name and password unlock it, online or offline. */
  const signIn = (page: Page) => signInIfAsked(page, username)
  const field = (page: Page, name: RegExp) => page.getByRole('textbox', { name })
  const stored = () =>
    db.prisma.answerChange.findMany({ where: { submissionId: id }, select: { field: true, to: true } })
  let id = ''

  await test.step('one visit: signs in, and never opens the form', async () => {
    const page = await start(false)
    await page.goto('/')
    await signIn(page)
    await expect(page.getByText('Daring · semua tersimpan')).toBeVisible()
    const created = await page.request.post('/api/v1/submissions', { data: { obligation }, headers: { origin: url } })
    id = (await created.json()).id
    await page.reload()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await expect.poll(() => cachedAddresses(page)).toContain(`/api/v1/submissions/${id}/attachments`)
  })

  await test.step('offline, by its address: what is typed stays, checks and figures run', async () => {
    const page = await start(true)
    await page.goto(`/laporan/${id}`)
    await expect(page.getByText('Server belum menjawab')).toBeVisible()
    await expectWell(page, 'sign-in without a line')
    await signIn(page)
    await expect(page.getByText(/^Data per .*, dari perangkat ini$/)).toBeVisible()
    await field(page, due).fill('140')
    await field(page, served).fill('98')
    await field(page, served).blur()
    await expect(page.getByText(/^Tersimpan di perangkat ini · 2 isian/)).toBeVisible()
    await expect(page.getByRole('banner').getByRole('status')).toHaveText('Luring')
    await expect(page.getByText('70,00').first()).toBeVisible()
    await expectWell(page, 'form from this device')
    await page.getByRole('navigation', { name: 'Utama' }).getByRole('link', { name: 'Beranda' }).click()
    await expect(page.getByRole('link', { name: /^Lanjutkan: Laporan penerapan SPM/ })).toBeVisible()
    await expectWell(page, 'home from this device')
    const banner = page.getByRole('banner')
    const wide = page.viewportSize() ?? widths.desktop
    await page.setViewportSize(widths.phone)
    expect((await banner.boundingBox())?.height, 'the header of a phone keeps its height').toBeLessThanOrEqual(49)
    await page.setViewportSize(widths.narrow)
    const [words, notices] = [banner.getByRole('status'), banner.getByRole('link', { name: /^Pemberitahuan/ })]
    const end = await words.boundingBox()
    expect((await notices.boundingBox())?.x, 'its words cover nothing').toBeGreaterThanOrEqual(
      (end?.x ?? 0) + (end?.width ?? 0),
    )
    await page.setViewportSize(wide)
  })

  await test.step('killed and restarted: continues where it was', async () => {
    await persistent.kill()
    const page = await start(true)
    await page.goto('/')
    await signIn(page)
    await page.getByRole('link', { name: /^Lanjutkan: Laporan penerapan SPM/ }).click()
    await expect(field(page, due)).toHaveValue('140')
    await expect(field(page, served)).toHaveValue('98')
    await field(page, served).fill('105')
    await field(page, served).blur()
    await expect(page.getByText('75,00').first()).toBeVisible()
    expect(await stored()).toEqual([])
  })

  await test.step('reconnected: it signs in with what was typed, and sends, once', async () => {
    const page = context?.pages()[0]
    if (!page) throw new Error('the browser is gone')
    await context?.setOffline(false)
    await expect.poll(stored).toContainEqual({ field: 'served', to: '105' })
    await expect(page.getByRole('status').filter({ hasText: /^Semua tersimpan$/ })).toBeVisible()
    // what was in flight on disconnecting is sent unchanged, else the later value replaced it
    const arrived = (await stored()).map(({ field: of, to }) => `${of} ${to}`).sort()
    expect(arrived.filter(change => change !== 'served 98')).toEqual(['due 140', 'served 105'])
    expect(new Set(arrived).size).toBe(arrived.length)
    // the session ended elsewhere: the password is asked over the page, then pending changes are sent
    await db.prisma.session.deleteMany({ where: { userId: person } })
    await field(page, due).fill('150')
    const dialog = page.getByRole('dialog', { name: 'Masuk lagi untuk melanjutkan' })
    await dialog.getByLabel('Sandi', { exact: true }).fill(password)
    await dialog.getByRole('button', { name: 'Masuk', exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await new FormPage(page).saved()
    expect((await stored()).filter(({ to }) => to === '150')).toHaveLength(1)
    const again = await start(true)
    await again.goto(`/laporan/${id}`)
    await signIn(again)
    await expect(field(again, due)).toHaveValue('150')
    await expect(field(again, served)).toHaveValue('105')
  })

  await test.step('a full disk: reported at the field and on the page at once; what was typed stays, and is sent on reconnecting', async () => {
    const page = await start(true)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 1000 })
    await page.goto(`/laporan/${id}`)
    await signIn(page)
    await field(page, served).fill('110')
    const said = /Hanya ada di halaman ini: penyimpanan perangkat penuh/
    await expect(field(page, served)).toHaveAccessibleDescription(said)
    await expect(page.getByText('Penyimpanan perangkat ini penuh', { exact: true })).toBeVisible()
    await expect(page.getByText('1 isian hanya ada di halaman ini, jangan tutup sebelum tersimpan')).toBeVisible()
    await expectFormWell(page, 'a full disk')
    await page.context().setOffline(false)
    await expect.poll(stored).toContainEqual({ field: 'served', to: '110' })
    await expect(field(page, served)).not.toHaveAccessibleDescription(said)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: url })
    await page.context().setOffline(true)
  })

  await test.step('decided offline: submitted on reconnecting, after the last change', async () => {
    const page = context?.pages()[0]
    if (!page) throw new Error('the browser is gone')
    await field(page, served).fill('120')
    await field(page, served).blur()
    await expect(page.getByText(/^Tersimpan di perangkat ini · 1 isian/)).toBeVisible()
    const dialog = await new FormPage(page).startSubmit()
    await expectWell(page, 'handing in without a line')
    await dialog.getByRole('button', { name: 'Kirim begitu ada jaringan' }).click()
    await expect(page.getByText(/menunggu jaringan untuk dikirim$/)).toBeVisible()
    await expectWell(page, 'a handing in that waits')
    const later = await start(false)
    await later.goto('/')
    await signIn(later)
    await expect(later.getByText(/^Laporan penerapan SPM.* terkirim$/)).toBeVisible()
    await expectWell(later, 'a handing in that has arrived')
    const { status, latestRevision } = await (await later.request.get(`/api/v1/submissions/${id}`)).json()
    expect([status, latestRevision]).toEqual(['submitted', 1])
    expect(await stored()).toContainEqual({ field: 'served', to: '120' })
  })
})
