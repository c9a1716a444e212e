import { buildPeriods, buildPerson, officeId, type PostSpec, spmAnswers } from '@sepakat/db/builders/index.ts'
import { countPresses, pressesIn } from '../support/countPresses.ts'
import { Filing } from '../support/fileSpm.ts'
import { expect, expectFormWell, password, test } from '../support/test.ts'

const form = 'spm/triwulan'
const period = '2024-TW4'
const services = ['gepeng', 'anak-telantar']
const address = `/ringkasan?tahun=2024&formulir=${form}&periode=${period}`

test.use({ apart: 'figures that lead somewhere' })

test('A number of the region leads to a page of evidence, and to an answer of the office', async ({
  product,
  signIn,
  playwright,
}) => {
  const { db, url } = product
  const as = async (post: PostSpec): Promise<Filing> => {
    const { username } = await buildPerson(db, { password, posts: [post] })
    const filing = new Filing(await playwright.request.newContext({ baseURL: url }), url)
    await filing.post('session', { name: username, password })
    return filing
  }
  await buildPeriods(db, [{ form, key: period }])
  const office = await officeId(db, 'dsp3a')
  const { id } = await db.prisma.obligation.create({ data: { officeId: office, form, period, dueAt: new Date() } })
  const filing = await as({ role: 'operator', offices: [office] })
  const { catalogue } = await (await filing.api.get(`/api/v1/forms/${form}`)).json()
  await filing.post('submissions', { obligation: id, answers: spmAnswers(catalogue, services, 2024, 2) })
  await filing.attach(id, '/recipients/gepeng/served', 'Rekap penjangkauan', '7')
  await filing.move(id, 'submit')
  const verifier = await as({ role: 'verifier', reportTypes: ['spm'] })
  await verifier.move(id, 'claim')
  for (const service of services) await verifier.tick(id, `/actions/${service}`)
  await verifier.move(id, 'approve')

  await test.step('the auditor follows the index of the region to the evidence in four presses', async () => {
    const { page, context } = await signIn({ posts: [{ role: 'auditor' }] })
    await countPresses(context)
    await page.goto(address)
    const recap = page.getByRole('region', { name: /^Rekapitulasi Kabupaten/ })
    const region = recap.getByRole('button', { name: /perhitungan Indeks pencapaian SPM daerah$/ })
    await region.click()
    const origins = recap.getByRole('list', { name: 'Asal angka menurut perangkat daerah' })
    await expectFormWell(page, 'a number of the region with where it comes from')
    await origins.getByRole('link', { name: /gelandangan dan pengemis/i }).click()
    const answers = page.getByRole('table', { name: 'Isian yang membentuk angka ini' })
    const served = answers.getByRole('row').filter({ hasText: 'Rekap penjangkauan' }).first()
    await expect(served).toContainText(/hal\. 7/)
    await expect(page.getByText(/^Disetujui oleh$/)).toBeVisible()
    await expect(page.getByText('Tidak ada angka yang sama setahun sebelumnya.')).toBeVisible()
    await expectFormWell(page, 'where a figure of an office comes from')
    const opened = context.waitForEvent('page')
    await served.getByRole('button', { name: /Buka bukti: Rekap penjangkauan/ }).click()
    const evidence = await opened
    await expect.poll(() => evidence.url()).toMatch(/^blob:.*#page=7$/)
    expect((await pressesIn(page)).clicks).toBe(3)
    await evidence.close()
    await served.getByRole('link').first().click()
    await expect(page).toHaveURL(/\/periksa\/.*at=%2Frecipients%2Fgepeng%2Fserved/)
    expect((await pressesIn(page)).clicks).toBe(4)
  })

  await test.step('and does it by keyboard; Escape leads back to where it started', async () => {
    const { page } = await signIn({ posts: [{ role: 'auditor' }] })
    await page.goto(address)
    const recap = page.getByRole('region', { name: /^Rekapitulasi Kabupaten/ })
    await recap.getByRole('button', { name: /perhitungan Indeks pencapaian SPM daerah$/ }).focus()
    await page.keyboard.press('Enter')
    const link = recap.getByRole('list', { name: /^Asal angka/ }).getByRole('link', { name: /gelandangan/i })
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('table', { name: 'Isian yang membentuk angka ini' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(link).toBeFocused()
  })

  await test.step('the leader asks, the office answers, and the answer is at the figure', async () => {
    const { page } = await signIn({ posts: [{ role: 'leader' }] })
    await page.goto(address)
    const recap = page.getByRole('region', { name: /^Rekapitulasi Kabupaten/ })
    await recap.getByRole('button', { name: /perhitungan Indeks pencapaian SPM daerah$/ }).click()
    await recap
      .getByRole('list', { name: /^Asal angka/ })
      .getByRole('link', { name: /gelandangan/i })
      .click()
    await page.getByRole('button', { name: 'Minta penjelasan' }).click()
    await page.getByRole('textbox', { name: 'Yang ingin Anda ketahui' }).fill('Mengapa belum seratus?')
    await page.getByRole('button', { name: /^Kirim ke / }).click()
    await expect(page.getByText('ditanyakan', { exact: true })).toBeVisible()

    const { page: theirs } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
    const work = theirs.getByRole('region', { name: 'Diminta menjelaskan angka' })
    await expectFormWell(theirs, 'an office that was asked')
    await work.getByRole('link').click()
    await expect(theirs.getByRole('heading', { name: 'Penjelasan atas angka ini' })).toBeFocused()
    await theirs.getByRole('textbox', { name: 'Jawaban' }).fill('Dua orang menolak dijangkau.')
    await theirs.getByRole('button', { name: 'Kirim jawaban' }).click()
    // the words alone are in their field already, before they are sent
    await expect(theirs.getByText('dijawab', { exact: true })).toBeVisible()
    await expect(theirs.getByText('Dua orang menolak dijangkau.')).toBeVisible()

    await page.goto('/')
    await page.getByRole('region', { name: 'Penjelasan yang Anda minta' }).getByRole('link').click()
    await expect(page.getByText('Dua orang menolak dijangkau.')).toBeVisible()
    await expectFormWell(page, 'a figure with its answer')
    await page.goto(address)
    await recap.getByRole('button', { name: /perhitungan Indeks pencapaian SPM daerah$/ }).click()
    await expect(recap.getByRole('list', { name: /^Asal angka/ }).getByText('dijawab')).toBeVisible()
  })
})
