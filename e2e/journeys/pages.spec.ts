import type { Locator, Page } from '@playwright/test'
import {
  buildObligations,
  buildPeriods,
  buildPerson,
  buildWave,
  officeId,
  spmAnswers,
} from '@sepakat/db/builders/index.ts'
import { clearCache } from '../support/device.ts'
import { Filing, type Tables } from '../support/fileSpm.ts'
import { oweSmallReport } from '../support/oweSmallReport.ts'
import { follow, requestFaults } from '../support/requestFaults.ts'
import { expect, expectWell, password, test } from '../support/test.ts'

// a list is empty in a product of its own
test.use({ apart: 'a region where nothing is filed' })

const disasters = async (product: { db: Parameters<typeof officeId>[0] }): Promise<string> => {
  const { db } = product
  const office = await officeId(db, 'bpbd')
  await buildPeriods(
    db,
    (['2026-TW2', '2026-TW3'] as const).map(key => ({ form: 'spm/triwulan', key }) as const),
  )
  return office
}

/** Presses Tab until the element has the focus, as a user without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

test('pages that cannot be shown say why and link on', async ({ product, signIn }) => {
  test.slow()
  const office = await disasters(product)
  await buildWave(product.db, { fromPeriod: '2026-TW2', offices: [office], reportTypes: ['spm'] })
  await buildObligations(product.db, 2026)
  const { page, context } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const heading = (name: string) => page.getByRole('heading', { level: 1, name })
  const home = page.getByRole('main').getByRole('link', { name: 'Ke beranda' })

  await test.step('no permission', async () => {
    await page.goto('/pengelolaan/orang')
    await expect(heading('Anda tidak berwenang membuka halaman ini')).toBeVisible()
    await expectWell(page, 'no right')
    expect((await page.request.get('/api/v1/people')).status()).toBe(403)
    await home.click()
    await expect(page.getByRole('heading', { name: 'Perlu dikerjakan' })).toBeVisible()
  })

  await test.step('not found: an unknown address, and an unknown report', async () => {
    for (const address of ['/tidak/ada', `/laporan/${crypto.randomUUID()}`]) {
      await page.goto(address)
      await expect(heading('Tidak ditemukan')).toBeVisible()
      await expectWell(page, `not found ${address.split('/')[1]}`)
    }
    await home.click()
  })

  await test.step('a failure shows the id of its request, and a retry button', async () => {
    await page.getByRole('button', { name: /^Mulai: Laporan penerapan SPM, Triwulan II 2026/ }).click()
    await expect(page.getByRole('navigation', { name: 'Bagian formulir' })).toBeVisible()
    await page.goto('/')
    const instance = crypto.randomUUID()
    await page.route('**/api/v1/submissions/*', route =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        json: {
          type: '/problems/internal',
          code: 'internal',
          status: 500,
          title: 'Ada kesalahan di server',
          detail: 'Coba lagi beberapa saat lagi; bila tetap gagal, sebutkan nomor permintaan ini.',
          instance,
        },
      }),
    )
    await page.getByRole('link', { name: /^Lanjutkan: Laporan penerapan SPM, Triwulan II 2026/ }).click()
    await expect(heading('Halaman ini gagal dimuat')).toBeVisible()
    await expect(page.getByText(instance)).toBeVisible()
    await expect(home).toBeVisible()
    await expectWell(page, 'a failure with its number')
    await page.unroute('**/api/v1/submissions/*')
    await page.getByRole('button', { name: 'Coba lagi' }).click()
    await expect(page.getByRole('navigation', { name: 'Bagian formulir' })).toBeVisible()
  })

  await test.step('offline: a page that needs the server says so, and loads on reconnecting', async () => {
    await page.getByRole('link', { name: 'Laporan', exact: true }).first().click()
    await expect(heading('Laporan')).toBeVisible()
    await expect(page.getByRole('row', { name: /Triwulan III 2026/ })).toBeVisible()
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Akun', exact: true }).first().click()
    await expect(page.getByRole('status').filter({ hasText: 'Luring' })).toBeVisible()
    await expect(heading('Bagian aplikasi ini belum sampai')).toBeFocused()
    await expectWell(page, 'a part of the application that did not arrive')
    await page.goBack()
    await clearCache(page)
    await page
      .getByRole('link', { name: /Triwulan II 2026/ })
      .first()
      .click()
    await expect(heading('Sambungan terputus')).toBeVisible()
    await expectWell(page, 'without a line')
    await expect(page.getByRole('button', { name: 'Coba lagi' })).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByRole('navigation', { name: 'Bagian formulir' })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'Daring' })).toBeVisible()
  })
})

test('empty lists say what will be in them', async ({ product, signIn }) => {
  const quiet = await officeId(product.db, 'dlh')
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [quiet] }] })
  await expect(page.getByText('Tidak ada yang perlu dikerjakan sekarang')).toBeVisible()
  await expectWell(page, 'home with nothing to do')
  await page.getByRole('link', { name: 'Laporan', exact: true }).first().click()
  await expect(page.getByText('Belum ada kewajiban lapor')).toBeVisible()
  await expectWell(page, 'no reports')
  await page.getByRole('searchbox').fill('tidak ada yang begini')
  await expect(page.getByText('Tidak ada laporan yang cocok dengan saringan ini')).toBeVisible()
  await expectWell(page, 'no report matches')

  const { page: reviewing } = await signIn({ posts: [{ role: 'verifier', reportTypes: ['lkpj'] }] })
  await reviewing.getByRole('link', { name: 'Periksa', exact: true }).first().click()
  await expect(reviewing.getByText('Tidak ada laporan yang menunggu diambil')).toBeVisible()
  await expectWell(reviewing, 'empty queue')
})

test('keyboard only: from sign-in to a cell and its findings', async ({ page, product }) => {
  const office = await disasters(product)
  await buildWave(product.db, { fromPeriod: '2026-TW2', offices: [office], reportTypes: ['spm'] })
  await buildObligations(product.db, 2026)
  const { username } = await buildPerson(product.db, { password, posts: [{ role: 'operator', offices: [office] }] })
  await page.goto(product.url)
  await tabTo(page, page.getByLabel('NIP atau nama pengguna'))
  await page.keyboard.type(username)
  await tabTo(page, page.getByLabel('Sandi', { exact: true }))
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Perlu dikerjakan' })).toBeVisible()

  await page.keyboard.press('Shift+?')
  const keys = page.getByRole('dialog', { name: 'Tombol pintas di halaman ini' })
  await expect(keys.getByText('Daftar tombol pintas')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()

  await tabTo(page, page.getByRole('button', { name: /^Mulai: Laporan penerapan SPM, Triwulan III 2026/ }))
  await page.keyboard.press('Enter')
  const due = page.getByRole('textbox', { name: /\(harus dilayani, target setahun\)$/ })
  const served = page.getByRole('textbox', { name: /\(terlayani s\.d\. Triwulan III\)$/ })
  await expect(due).toBeVisible()
  await page.keyboard.press('Shift+?')
  await expect(keys.getByText('Temuan berikutnya')).toBeVisible()
  await expectWell(page, 'keys of the form')
  await page.keyboard.press('Escape')

  await tabTo(page, due)
  await page.keyboard.type('seratus')
  await tabTo(page, served)
  await page.keyboard.type('98')
  await page.keyboard.press('F8')
  const next = page.getByRole('textbox', { name: /^1\.05-02\.1 .* Jumlah yang harus dipenuhi$/ })
  await expect(next).toBeFocused()
  await page.keyboard.press('Shift+F8')
  await expect(due).toBeFocused()
  await expect(due).toHaveAttribute('aria-invalid', 'true')
  await expectWell(page, 'the finding the keyboard leads to')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('140')
  await page.keyboard.press('Tab')
  await expect(due).not.toHaveAttribute('aria-invalid')
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /^Semua tersimpan$/ })
      .first(),
  ).toBeVisible()
  const id = new URL(page.url()).pathname.split('/')[2]
  const { answers } = await (await page.request.get(`${product.url}/api/v1/submissions/${id}/answers`)).json()
  expect(answers).toEqual({ recipients: { 'informasi-rawan-bencana': { due: '140', served: '98' } } })
})

test('no page requests what its user may not read, or aborts its requests', async ({ product, signIn }) => {
  test.slow()
  const { db, url } = product
  const { office, obligation: returned } = await oweSmallReport(db, '2026-TW1')
  const { obligation: draft } = await oweSmallReport(db, '2026-TW4')
  const operator = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const verifier = await signIn({ posts: [{ role: 'verifier', reportTypes: ['spm'] }] })
  const [filing, reviewing] = [operator, verifier].map(({ page }) => new Filing(page.request, url)) as [Filing, Filing]
  const { catalogue } = await (await filing.api.get('/api/v1/forms/spm/triwulan')).json()
  await filing.post('submissions', { obligation: draft })
  await filing.post('submissions', { obligation: returned })
  await filing.save(returned, spmAnswers(catalogue, ['trantibum'], 2026, 1) as Tables)
  await filing.move(returned, 'submit')
  await reviewing.move(returned, 'claim')
  await reviewing.post(`submissions/${returned}/notes`, { id: crypto.randomUUID(), anchor: '', text: 'Lengkapi.' })
  await reviewing.move(returned, 'return', { dueAt: '2027-01-31T15:59:00.000Z' })

  const readers = [
    operator,
    verifier,
    await signIn({ posts: [{ role: 'coordinator', reportTypes: ['spm'] }] }),
    await signIn({ posts: [{ role: 'head', offices: [office] }] }),
    await signIn({ posts: [{ role: 'evaluator' }] }),
    await signIn({ posts: [{ role: 'leader' }] }),
    await signIn({ posts: [{ role: 'auditor' }] }),
    await signIn({ posts: [{ role: 'admin' }] }),
  ]
  const ofReport = (id: string) => ['', '/riwayat', '/cetak'].map(part => `/laporan/${id}${part}`)
  const pages = [
    '/laporan',
    ...ofReport(returned),
    `/laporan/${returned}/cetak?kiriman=1`,
    `/periksa/${returned}`,
    ...ofReport(draft),
    `/periksa/${draft}`,
    '/periksa',
    '/ringkasan',
    '/pengelolaan',
    '/pengelolaan/tahun/2026/penugasan',
    '/pengelolaan/tahun/2026/periode',
    '/akun',
    '/',
  ]
  const faults = await Promise.all(
    readers.map(async ({ page }) => {
      const found = requestFaults(page)
      // first waiting for each page, then in a hurry
      for (const pause of [400, 40])
        for (const path of pages) {
          await follow(page, path)
          await page.waitForTimeout(pause)
        }
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      return found
    }),
  )
  expect([...new Set(faults.flat())].sort()).toEqual([])
})
