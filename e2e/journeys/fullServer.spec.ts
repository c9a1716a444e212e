import { randomBytes } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { buildPeriods, buildPerson, officeId, spmAnswers } from '@sepakat/db/builders/index.ts'
import { Filing, pdf } from '../support/fileSpm.ts'
import { FormPage } from '../support/formPage.ts'
import { fillServer } from '../support/fullServer.ts'
import { oweSmallReport } from '../support/oweSmallReport.ts'
import { expect, expectWell, password, test } from '../support/test.ts'

// it refuses all who use the product while it is full
test.use({ apart: 'full server' })

const due = /\(harus dilayani, target setahun\)$/
const busy = 'Sistem sibuk, menunggu giliran'

const cookieOf = async (context: BrowserContext): Promise<string> =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

test('A server that has no room is waited for, and nothing of what was typed, chosen or opened is lost', async ({
  product,
  signIn,
}) => {
  test.slow()
  const { db } = product
  const { office, obligation: id } = await oweSmallReport(db, '2026-TW2')
  const { page, context } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const banner = page.getByRole('banner').getByRole('status')
  const report = new FormPage(page)
  const stored = () =>
    db.prisma.answerChange.findMany({ where: { submissionId: id }, select: { field: true, to: true } })

  await test.step('a form is open', async () => {
    await page.evaluate(() => localStorage.setItem('sepakat.panel', 'beside'))
    await report.open(/Laporan penerapan SPM/)
    await expect(page.getByText('Semua tersimpan', { exact: true })).toBeVisible()
  })

  await test.step('what is typed and chosen meanwhile is on this device, and the page says once that it waits', async () => {
    const letGo = await fillServer(product, { cookie: await cookieOf(context), report: id })
    try {
      const field = page.getByRole('textbox', { name: due })
      await field.fill('140')
      await page.keyboard.press('Tab')
      await expect(banner).toContainText(busy)
      await expect(page.getByText(busy)).toHaveCount(1)
      await expect(page.getByText(/^Tersimpan di perangkat ini · 1 isian/)).toBeVisible()
      // typing goes on where it was
      await page.keyboard.type('98')
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: /^Pilih berkas bukti/ }).click()
      const buffer = Buffer.concat([pdf, randomBytes(200_000)])
      await (await choosing).setFiles({ name: 'daftar-hadir.pdf', mimeType: 'application/pdf', buffer })
      await expect(field).toHaveValue('140')
      await expectWell(page, 'a form while the server is full')
      await expect(banner).toContainText(busy)
      expect(await db.prisma.attachment.count({ where: { submissionId: id } })).toBe(0)
    } finally {
      await letGo()
    }
  })

  await test.step('it arrives by itself, once', async () => {
    await expect.poll(() => db.prisma.attachment.count({ where: { submissionId: id } })).toBe(1)
    await expect.poll(stored).toHaveLength(2)
    expect(await stored()).toEqual(
      expect.arrayContaining([
        { field: 'due', to: '140' },
        { field: 'served', to: '98' },
      ]),
    )
    await expect(page.getByText('Semua tersimpan', { exact: true })).toBeVisible()
    await expect(page.getByText(busy)).toHaveCount(0)
  })
})

test('A report that is submitted while the server is full is submitted once, when it is pressed again', async ({
  product,
  signIn,
  playwright,
}) => {
  test.slow()
  const { db, url } = product
  const form = 'spm/triwulan'
  const office = await officeId(db, 'disdik')
  await buildPeriods(db, [{ form, key: '2025-TW2' }])
  const obligation = await db.prisma.obligation.create({
    data: { officeId: office, form, period: '2025-TW2', dueAt: new Date() },
  })
  const { username } = await buildPerson(db, { password, posts: [{ role: 'operator', offices: [office] }] })
  const filing = new Filing(await playwright.request.newContext({ baseURL: url }), url)
  await filing.post('session', { name: username, password })
  const { catalogue } = await (await filing.api.get(`/api/v1/forms/${form}`)).json()
  const answers = spmAnswers(catalogue, ['paud', 'pendidikan-dasar', 'pendidikan-kesetaraan'], 2025, 2)
  await filing.post('submissions', { obligation: obligation.id, answers })

  const { page, context } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const { page: leaderPage } = await signIn({ posts: [{ role: 'leader' }] })
  const cookie = await cookieOf(context)
  await page.goto(`/laporan/${obligation.id}`)
  const dialog = await new FormPage(page).startSubmit()
  const send = dialog.getByRole('button', { name: /^Kirim ke verifikator/ })
  await expect(send).toBeEnabled()

  const letGo = await fillServer(product, { cookie, report: obligation.id })
  try {
    await test.step('the press is answered with what to do, and the focus is where it was', async () => {
      await send.press('Enter')
      await expect(dialog.getByText('Sistem sedang sibuk')).toBeVisible()
      await expect(dialog.getByText('Isian Anda tidak hilang. Tunggu sebentar, lalu coba lagi.')).toBeVisible()
      await expect(send).toBeFocused()
      await expectWell(page, 'a submission while the server is full')
      expect(await db.prisma.revision.count({ where: { submissionId: obligation.id } })).toBe(0)
    })
    await test.step('a page that is opened waits for its turn, and says so once', async () => {
      await leaderPage.getByRole('navigation', { name: 'Utama' }).getByRole('link', { name: 'Ringkasan' }).click()
      await expect(leaderPage.getByRole('banner').getByRole('status')).toContainText(busy)
      await expect(leaderPage.getByText(busy)).toHaveCount(1)
      await expectWell(leaderPage, 'an overview while the server is full')
    })
  } finally {
    await letGo()
  }

  await test.step('the page that waited goes on by itself', async () => {
    const recap = leaderPage.getByRole('table').or(leaderPage.getByRole('region')).first()
    await expect(recap).toBeVisible()
    await expect(leaderPage.getByText(busy)).toHaveCount(0)
  })
  await test.step('pressed again it is submitted, once', async () => {
    await send.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Laporan terkirim' })).toBeVisible()
    expect(await db.prisma.revision.count({ where: { submissionId: obligation.id } })).toBe(1)
  })
})
