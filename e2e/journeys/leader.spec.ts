import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { buildPeriods, buildPerson, officeId, type PostSpec, spmAnswers } from '@sepakat/db/builders/index.ts'
import { Filing } from '../support/fileSpm.ts'
import { expect, expectFormWell, password, test, widths } from '../support/test.ts'

// its sentences speak of everything that is filed
test.use({ apart: 'leader' })

const form = 'spm/triwulan'
const day = 86_400_000
const year = new Date().getFullYear()
const schooling = ['paud', 'pendidikan-dasar', 'pendidikan-kesetaraan']
const water = ['air-minum', 'air-limbah']

const saved = async (page: Page, button: string): Promise<Buffer> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFile(await download.path())
}

test('The leader finds why a figure is low, and reads the charts', async ({ product, signIn, playwright }) => {
  test.slow()
  const { db, url } = product
  const as = async (post: PostSpec): Promise<Filing> => {
    const { username } = await buildPerson(db, { password, posts: [post] })
    const filing = new Filing(await playwright.request.newContext({ baseURL: url }), url)
    await filing.post('session', { name: username, password })
    return filing
  }
  const periods = [`${year - 1}-TW1`, `${year}-TW1`]
  await buildPeriods(
    db,
    periods.map(key => ({ form, key })),
  )
  const owe = async (code: string, period: string, dueAt: Date) => {
    const office = await officeId(db, code)
    const { id } = await db.prisma.obligation.create({ data: { officeId: office, form, period, dueAt } })
    return { id, office }
  }
  const file = async (code: string, period: string, services: string[]): Promise<string> => {
    const { id, office } = await owe(code, period, new Date(Date.now() + day))
    const operator = await as({ role: 'operator', offices: [office] })
    const { catalogue } = await (await operator.api.get(`/api/v1/forms/${form}`)).json()
    const quarter = period.startsWith(String(year)) ? 2 : 1
    await operator.post('submissions', { obligation: id, answers: spmAnswers(catalogue, services, year, quarter) })
    await operator.move(id, 'submit')
    return id
  }
  const verifier = await as({ role: 'verifier', reportTypes: ['spm'] })
  for (const period of periods) {
    const id = await file('disdik', period, schooling)
    await verifier.move(id, 'claim')
    for (const service of schooling) await verifier.tick(id, `/actions/${service}`)
    await verifier.move(id, 'approve')
  }
  await file('dpuprpkp', `${year}-TW1`, water)
  for (const code of ['dinkes', 'bpbd']) await owe(code, `${year}-TW1`, new Date(Date.now() - 5 * day))

  const { page } = await signIn({ posts: [{ role: 'leader' }] })

  await test.step('five sentences with figures, their coverage, and the change on last year', async () => {
    const region = page.getByRole('region', { name: 'Keadaan daerah' })
    const spm = region.getByRole('listitem', { name: 'Pelayanan minimal' })
    await expect(spm).toContainText(/Indeks pencapaian SPM daerah sampai Triwulan I \d{4}: \d+,\d{2}/)
    await expect(spm).toContainText(/(naik|turun) \d+,\d{2} poin dari Triwulan I \d{4} \(ketika itu 3 dari 29 layanan/)
    await expect(spm).toContainText('5 dari 29 layanan sudah masuk')
    expect((await spm.textContent())?.split('5 dari 29')).toHaveLength(2)
    await expect(region.getByRole('listitem', { name: 'Indikator kinerja kunci' })).toContainText(
      'Belum ada laporan LPPD yang masuk',
    )
    await expect(region.getByRole('listitem', { name: 'Kelengkapan dan ketepatan waktu' })).toContainText(
      `Dari 2 laporan tahun ${year} yang jatuh tempo, 0 sudah dikirim`,
    )
    const behind = page.getByRole('region', { name: 'Perangkat daerah yang paling tertinggal' })
    await expect(behind.getByRole('listitem')).toHaveCount(2)
    await expect(behind).toContainText('1 dari 1 laporan, yang terlama 5 hari')
    await expectFormWell(page, 'home of the leader')
  })

  await test.step('on a phone there are cards and no matrix', async () => {
    await page.setViewportSize(widths.phone)
    await expect(page.getByRole('table')).toHaveCount(0)
    await page.setViewportSize(widths.desktop)
  })

  await test.step('what pulls the index down, ranked, leads to the figure that it is', async () => {
    const spm = page.getByRole('listitem', { name: 'Pelayanan minimal' })
    await spm.getByText('Mengapa rendah').click()
    const parts = spm.getByRole('list').getByRole('listitem')
    await expect(parts).toHaveCount(5)
    const costs = (await spm.getByText(/^\d+,\d{2} poin$/).allTextContents()).map(text =>
      Number(text.replace(' poin', '').replace(',', '.')),
    )
    expect(costs).toEqual([...costs].sort((a, b) => b - a))
    await expect(spm).toContainText('bila layanan itu saja mencapai 100 dan yang lain tetap')
    await expect(spm).toContainText('24 belum masuk dan belum ikut dihitung')
    await expectFormWell(page, 'home of the leader with what pulls an index down')
    const service = parts.first().getByRole('link').first()
    const name = (await service.textContent()) ?? ''
    await service.click()
    await expect(page).toHaveURL(/\/ringkasan\?.*rekap=spm\.index/)
    await expect(
      page
        .getByRole('row', { name: new RegExp(name) })
        .getByRole('button')
        .first(),
    ).toBeFocused()
    await page.goBack()
    await page.setViewportSize(widths.phone)
    await spm.getByRole('link', { name: 'Lihat angkanya' }).click()
    const recap = page.getByRole('heading', { name: /^Rekapitulasi / })
    await expect(recap).toBeFocused()
    await expect(recap).toBeInViewport()
    await page.goBack()
    await page.setViewportSize(widths.desktop)
  })

  await test.step('a chart says what it shows, and is a table, CSV and PNG too', async () => {
    await page.getByRole('link', { name: 'Buka dasbor' }).click()
    await expect(page.getByRole('heading', { name: 'Dasbor' })).toBeVisible()
    const index = page.getByRole('figure', {
      name: /^Indeks SPM Triwulan I \d{4}: \d+,\d{2} \(5 dari 29 layanan\), (naik|turun)/,
    })
    await expect(
      index.getByRole('link', { name: new RegExp(`^${year}, Triwulan I: .*5 dari 29 layanan$`) }),
    ).toBeVisible()
    await expectFormWell(page, 'dashboards')
    const png = await saved(page, 'PNG: Indeks pencapaian SPM daerah menurut triwulan')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.length).toBeGreaterThan(5000)
    const csv = (await saved(page, 'CSV: Indeks pencapaian SPM daerah menurut triwulan')).toString('utf8')
    expect(csv).toContain('"Triwulan I"')
    expect(csv).toMatch(/"\d+,\d{10,}";"5";"29"/)
    await page.getByRole('button', { name: 'Tabel: Indeks pencapaian SPM daerah menurut triwulan' }).click()
    const row = index.getByRole('row', { name: /^Triwulan I / })
    await expect(row).toContainText('5 dari 29 layanan')
    await expectFormWell(page, 'dashboards with a table')
    await row.getByRole('link').first().click()
    await expect(page).toHaveURL(new RegExp(`/ringkasan\\?.*periode=${year}-TW1`))
    await page.goBack()
  })

  await test.step('filters are in the address; in grey, on paper and twice as large it can be read', async () => {
    await page.getByLabel('Jenis laporan').selectOption('lkpj')
    await expect(page).toHaveURL(/jenis=lkpj/)
    await expect(page.getByRole('figure', { name: /^Indeks SPM/ })).toHaveCount(0)
    await page.getByLabel('Jenis laporan').selectOption('spm')
    await page.setViewportSize({ width: 640, height: 400 })
    await expectFormWell(page, 'dashboards of SPM')
    await page.setViewportSize(widths.desktop)
    await page.emulateMedia({ media: 'print' })
    // by script: the page lets no style in
    await page.evaluate(() => {
      document.documentElement.style.filter = 'grayscale(1)'
    })
    await expect(page.getByRole('figure', { name: /^Indeks SPM/ })).toBeVisible()
    const pictures = process.env.PICTURES
    if (pictures) {
      await page.screenshot({ path: `${pictures}/dashboards in grey.png`, fullPage: true })
      await page.setViewportSize({ width: 640, height: 900 })
      await page.emulateMedia({ media: 'screen' })
      await page.screenshot({ path: `${pictures}/dashboards at 200 percent.png`, fullPage: true })
    }
  })
})
