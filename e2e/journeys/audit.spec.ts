import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { buildPeriods, officeId, spmAnswers } from '@sepakat/db/builders/index.ts'
import { Filing } from '../support/fileSpm.ts'
import { root } from '../support/product.ts'
import { expect, expectFormWell, test, widths } from '../support/test.ts'

// The state of the chain is that of the whole installation.
test.use({ apart: 'the audit trail' })

const form = 'spm/triwulan'
const period = '2026-TW2'
const services = ['paud', 'pendidikan-dasar', 'pendidikan-kesetaraan']

test('An auditor sees whether history is whole, finds who did what, and takes it out', async ({ product, signIn }) => {
  const { db, env, url } = product
  await buildPeriods(db, [{ form, key: period }])
  const office = await officeId(db, 'disdik')
  const { id } = await db.prisma.obligation.create({ data: { officeId: office, form, period, dueAt: new Date() } })
  const name = 'Yuliana Sari, S.Pd.'
  const { context } = await signIn({ name, posts: [{ role: 'operator', offices: [office] }] })
  const operator = new Filing(context.request, url)
  const { catalogue } = await (await operator.api.get(`/api/v1/forms/${form}`)).json()
  await operator.post('submissions', { obligation: id, answers: spmAnswers(catalogue, services, 2026, 2) })
  await operator.move(id, 'submit')
  const { page } = await signIn({ name: 'Drs. Petrus Labo', posts: [{ role: 'auditor' }] })
  const verify = async () => {
    const audit = path.join(root, 'apps/api/src/audit.ts')
    return (await promisify(execFile)(process.execPath, [audit], { env, cwd: root })).stdout
  }

  await test.step('home leads to the trail, which says that nothing was verified yet', async () => {
    await page.goto('/')
    await expect(page.getByText('Belum pernah diperiksa apakah riwayat masih seperti ketika ditulis')).toBeVisible()
    await page.getByRole('link', { name: 'Buka jejak audit' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Jejak audit' })).toBeFocused()
    await expect(page.getByText('Belum pernah diperiksa')).toBeVisible()
    await expectFormWell(page, 'an audit trail that was never verified')
  })

  await test.step('by person and kind', async () => {
    await page.getByLabel('Jenis').selectOption({ label: 'Perpindahan laporan' })
    await page.getByRole('combobox', { name: 'Dilakukan oleh' }).fill('yuliana')
    await page.getByRole('option', { name: /^Yuliana Sari, S\.Pd\./ }).click()
    const lines = page.getByRole('table', { name: /^Peristiwa/ }).getByRole('rowheader')
    await expect(lines).toHaveText([/^mengirim kiriman ke-1/, /^memulai laporan/])
    await page.reload()
    await expect(lines).toHaveCount(2)
  })

  await test.step('a line opens by keyboard, and leads to all of its report', async () => {
    const open = page.getByRole('button', { name: /^Rincian ?: Yuliana Sari, S\.Pd\. mengirim kiriman ke-1/ })
    await open.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog', { name: 'Rincian peristiwa' })
    await expect(panel.getByText(`submission/${id}`)).toBeVisible()
    await expectFormWell(page, 'an event in the audit trail')
    await page.keyboard.press('Escape')
    await expect(open).toBeFocused()
    await open.click()
    await panel.getByRole('button', { name: 'Semua peristiwa laporan ini' }).click()
    await expect(page.getByText('Hanya peristiwa')).toBeVisible()
    await page
      .getByRole('table', { name: /^Peristiwa/ })
      .getByRole('link')
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1, name: /^Riwayat: / })).toBeVisible()
    await page.goBack()
    await expect(page.getByText('Hanya peristiwa')).toBeVisible()
  })

  await test.step('what is filtered is exported, and the export is in the trail', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^Jejak audit, \d{4}-\d\d-\d\d\.csv$/)
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
    expect(lines.slice(1).every(line => line.includes(`"submission/${id}"`) || line.includes('"membaca'))).toBe(true)
    expect(lines.join()).toContain(name)
    await page.getByRole('button', { name: 'Hapus saringan' }).click()
    await page.getByLabel('Jenis').selectOption({ label: 'Data yang diunduh' })
    await expect(page.getByRole('rowheader', { name: /mengunduh jejak audit yang disaring/ })).toBeVisible()
  })

  await test.step('the newest seal and the result of the command', async () => {
    await expect
      .poll(async () => (await db.prisma.seal.count()) > 0, { timeout: 150_000, intervals: [2000] })
      .toBe(true)
    expect(await verify()).toContain('Utuh: semuanya seperti ketika ditulis.')
    await page.goto('/pengelolaan/jejak-audit')
    await expect(
      page.getByText(/^Utuh: semuanya seperti ketika ditulis, menurut pemeriksaan .+ sampai segel nomor \d+/),
    ).toBeVisible()
    await expect(page.getByText(/^\d+:[0-9a-f]{64}$/)).toBeVisible()
    await expectFormWell(page, 'an audit trail that was verified')
    await page.setViewportSize(widths.phone)
    await expect(page.getByRole('button', { name: /^Rincian/ }).first()).toBeVisible()
  })
})
