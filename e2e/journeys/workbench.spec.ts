import type { Page } from '@playwright/test'
import {
  buildObligations,
  buildPeriods,
  buildWave,
  obligationId,
  officeId,
  registerAnswers,
  subdistrictAnswers,
} from '@sepakat/db/builders/index.ts'
import { Filing, type Tables } from '../support/fileSpm.ts'
import { sidewaysAt } from '../support/pageFaults.ts'
import { expect, expectFormWell, test, widths } from '../support/test.ts'

test.use({ apart: 'workbench' })

/** Seven forms, with what is saved first where a form begins without a field. */
const forms: { form: Parameters<typeof obligationId>[2]; period: string; answers?: () => object }[] = [
  { form: 'spm/triwulan', period: '2026-TW3' },
  { form: 'lppd/tahunan', period: '2026' },
  { form: 'sakip/indikator', period: '2026', answers: registerAnswers },
  { form: 'sakip/perjanjian-kinerja', period: '2026' },
  { form: 'sakip/lkjip', period: '2026' },
  { form: 'sakip/evaluasi', period: '2026' },
  { form: 'lkpj/tahunan', period: '2026', answers: subdistrictAnswers },
]
/** Above which line (px) the first field has to be. */
const sizes = [
  { width: 1280, height: 800, first: 260 },
  { width: 390, height: 844, first: 420 },
]

const firstField = (page: Page) =>
  page.locator('main :is(input, select, textarea)[id^="/"]').filter({ visible: true }).first()

/** How many of so many stops of Tab from the first field on are fields. */
async function fieldsOf(page: Page, stops: number): Promise<number> {
  await firstField(page).focus()
  let fields = 0
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab')
    fields += await page.evaluate(() => (document.activeElement?.id.startsWith('/') ? 1 : 0))
  }
  return fields
}

test('the first field of every form is near the top, and the foot is always there', async ({ product, signIn }) => {
  const { db, url } = product
  const office = await officeId(db, 'dinkes')
  await buildPeriods(
    db,
    forms.map(({ form, period }) => ({ form, key: period })),
  )
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['spm', 'lppd', 'sakip', 'lkpj'] })
  await buildObligations(db, 2026)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const filing = new Filing(page.request, url)

  const measured = ['| form | width | first field at (px) | of 30 stops of Tab, fields |', '|---|---|---|---|']

  for (const { form, period, answers } of forms) {
    const obligation = await obligationId(db, office, form, period)
    await filing.post('submissions', { obligation })
    if (answers) await filing.save(obligation, answers() as Tables)
    for (const { width, height, first } of sizes) {
      await page.setViewportSize({ width, height })
      await page.goto(`/laporan/${obligation}`)
      await expect(firstField(page)).toBeVisible()
      const top = await firstField(page).evaluate(field => field.getBoundingClientRect().top + scrollY)
      expect.soft(top, `${form} at ${width} px`).toBeLessThan(first)
      const fields = await fieldsOf(page, 30)
      measured.push(`| ${form} | ${width} | ${Math.round(top)} | ${fields} |`)
      const foot = page.getByRole('region', { name: 'Tindakan pada laporan' })
      await expect(foot.getByRole('status')).toHaveText('Semua tersimpan')
      for (const scroll of [0, 1e6]) {
        await page.evaluate(y => scrollTo(0, y), scroll)
        const { bottom } = await foot.evaluate(bar => bar.getBoundingClientRect())
        expect(Math.round(bottom), `the foot of ${form} at ${width} px`).toBe(height)
      }
    }
    await expectFormWell(page, `workbench of ${form}`)
  }
  await test.info().attach('workbench.md', { body: measured.join('\n'), contentType: 'text/markdown' })
})

test('Tab goes from field to field; one key leads to the tools of a row, and Escape back', async ({
  product,
  signIn,
}) => {
  const { db } = product
  const office = await officeId(db, 'satpolpp')
  await buildPeriods(db, [{ form: 'spm/triwulan', key: '2026-TW2' }])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['spm'] })
  await buildObligations(db, 2026)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const obligation = await obligationId(db, office, 'spm/triwulan', '2026-TW2')
  await new Filing(page.request, product.url).post('submissions', { obligation })
  await page.goto(`/laporan/${obligation}`)
  const focused = () =>
    page.evaluate(() => ({ id: document.activeElement?.id, text: document.activeElement?.textContent }))

  await page.getByRole('textbox', { name: /\(harus dilayani, target setahun\)$/ }).focus()
  const { id: due } = await focused()
  await page.keyboard.press('Tab')
  const { id: served } = await focused()
  expect(served).toBe(due?.replace(/due$/, 'served'))
  const stops: (string | undefined)[] = []
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab')
    stops.push((await focused()).id)
  }
  expect(stops.filter(id => id?.startsWith('/'))).toEqual(stops)

  await page.getByRole('textbox', { name: /\(terlayani s\.d\. Triwulan II\)$/ }).focus()
  await page.keyboard.press('Alt+Enter')
  await expect.poll(async () => (await focused()).text).toMatch(/^Rincian/)
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await focused()).text).toMatch(/lihat perhitungannya$/)
  await page.keyboard.press('Enter')
  await expect(page.locator('[aria-expanded=true]:focus')).toHaveText(/lihat perhitungannya$/)
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await focused()).id).toBe(served)
})

test('no section of a form scrolls sideways on the narrowest phone, however long its units', async ({
  product,
  signIn,
}) => {
  test.slow()
  const { db, url } = product
  const office = await officeId(db, 'dinkes')
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const filing = new Filing(page.request, url)
  const sections = page.getByRole('navigation', { name: 'Bagian formulir' }).getByRole('button')
  const wide: string[] = []
  const number = '1234567'
  const longUnits = {
    'spm/triwulan': {
      quality: {
        'usia-dikdas.formulir-rekapitulasi-dalam-sekolah': { required: number, met: number },
        'usia-produktif.kuesioner-puma-deteksi-dini-ppok': { required: number, met: number },
      },
    },
    'lppd/tahunan': {
      outputs: { 'tfr-angka-kelahiran-total.angka-kelahiran-remaja-umur-15-19-tahun': { value: number } },
    },
  }
  for (const [form, period] of [
    ['spm/triwulan', '2026-TW3'],
    ['lppd/tahunan', '2026'],
  ] as const) {
    const obligation = await obligationId(db, office, form, period)
    await filing.post('submissions', { obligation })
    await filing.save(obligation, longUnits[form] as Tables)
    await page.goto(`/laporan/${obligation}`)
    await expect(sections.first()).toBeVisible()
    expect(await sections.count(), form).toBeGreaterThan(3)
    for (const section of await sections.all()) {
      await section.click()
      const name = await section.textContent()
      wide.push(...(await sidewaysAt(page, widths.narrow)).map(fault => `${form}, ${name}: ${fault}`))
    }
  }
  expect(wide).toEqual([])
})

test('on a phone Enter goes to the next field', async ({ product, signIn }) => {
  const { db } = product
  const office = await officeId(db, 'satpolpp')
  await buildPeriods(db, [{ form: 'spm/triwulan', key: '2026-TW1' }])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['spm'] })
  await buildObligations(db, 2026)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] }, { width: 390, height: 844 })
  const obligation = await obligationId(db, office, 'spm/triwulan', '2026-TW1')
  await new Filing(page.request, product.url).post('submissions', { obligation })
  await page.goto(`/laporan/${obligation}`)
  await page.getByRole('textbox', { name: /\(harus dilayani, target setahun\)$/ }).fill('140')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /\(terlayani s\.d\. Triwulan I\)$/ })).toBeFocused()
  await page.keyboard.type('98')
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('textbox', { name: /\(harus dilayani, target setahun\)$/ })).toHaveValue('140')
})

test('the matrix of 49 offices: low lines, short names, late ones first, and every cell leads on', async ({
  product,
  signIn,
}) => {
  const { db } = product
  const offices = (await db.prisma.office.findMany({ select: { id: true } })).map(({ id }) => id)
  await buildPeriods(db, [{ form: 'lkpj/tahunan', key: '2025', dueAt: new Date(Date.now() - 86_400_000) }])
  await buildWave(db, { fromPeriod: '2025-TW1', offices, reportTypes: ['lkpj'] })
  await buildObligations(db, 2025)
  const { page } = await signIn({ posts: [{ role: 'coordinator' }] })
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/ringkasan?tahun=2025')
    const table = page.getByRole('table', { name: /^Keadaan laporan perangkat daerah/ })
    await expect(table).toBeVisible()
    const lines = table.locator('tbody tr')
    expect(await lines.count()).toBeGreaterThan(20)
    const heights = await lines.evaluateAll(all => all.map(line => Math.round(line.getBoundingClientRect().height)))
    expect(Math.max(...heights)).toBeLessThanOrEqual(28)
    await expect(lines.first()).toContainText('terlambat')
    const cells = table.locator('tbody td').filter({ hasNotText: 'tidak wajib' })
    expect(await cells.getByRole('link').count()).toBe(await cells.count())
    // what follows is below it, not under it
    const bottom = await table.evaluate(it => {
      const box = it.parentElement!
      const own = it.getBoundingClientRect().bottom
      return getComputedStyle(box).overflowY === 'visible' ? own : box.getBoundingClientRect().bottom
    })
    const next = await page
      .getByRole('heading', { name: 'Angka dari laporan yang dikirim' })
      .evaluate(it => it.getBoundingClientRect().top)
    expect(bottom).toBeLessThan(next)
    await expectFormWell(page, `the matrix at ${width} px`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.locator('table[class*=matrix] tbody td a').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Laporan' })).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toContainText('2025')
})

test('a part of the page that cannot be fetched is missed in its place, and what was typed stays', async ({
  product,
  signIn,
}) => {
  const { db } = product
  const office = await officeId(db, 'satpolpp')
  await buildPeriods(db, [{ form: 'spm/triwulan', key: '2026-TW4' }])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['spm'] })
  await buildObligations(db, 2026)
  const { page, context } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const obligation = await obligationId(db, office, 'spm/triwulan', '2026-TW4')
  await new Filing(page.request, product.url).post('submissions', { obligation })
  await page.goto(`/laporan/${obligation}`)
  const due = page.getByRole('textbox', { name: /\(harus dilayani, target setahun\)$/ })
  await expect(due).toBeVisible()
  await context.setOffline(true)
  await due.fill('140')
  await page.getByRole('button', { name: 'Daftar temuan' }).click()
  const findings = page.getByRole('dialog', { name: 'Temuan' })
  await expect(findings.getByText('Bagian ini belum sampai')).toBeVisible()
  await expectFormWell(page, 'a part that did not arrive')
  await expect(due).toHaveValue('140')
  await context.setOffline(false)
  await findings.getByRole('button', { name: 'Coba lagi' }).click()
  await expect(findings.getByRole('group', { name: 'Temuan yang ditampilkan' })).toBeVisible()
})
