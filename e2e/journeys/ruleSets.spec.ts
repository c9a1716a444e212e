import { buildPeriods, buildPerson, officeId, type PostSpec, spmAnswers } from '@sepakat/db/builders/index.ts'
import { Filing } from '../support/fileSpm.ts'
import { expect, expectFormWell, password, test } from '../support/test.ts'

const form = 'spm/triwulan'
// Rules of a year apply from that year on: no other journey reports so late.
const year = 2090
const period = `${year}-TW4`
const services = ['paud', 'pendidikan-dasar', 'pendidikan-kesetaraan']

test('A coordinator proposes other rules; an approver sees which figures they change, and approves them', async ({
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
  const office = await officeId(db, 'disdik')
  const { id } = await db.prisma.obligation.create({ data: { officeId: office, form, period, dueAt: new Date() } })
  const [operator, verifier] = [
    await as({ role: 'operator', offices: [office] }),
    await as({ role: 'verifier', reportTypes: ['spm'] }),
  ]
  const { catalogue } = await (await operator.api.get(`/api/v1/forms/${form}`)).json()
  await operator.post('submissions', { obligation: id, answers: spmAnswers(catalogue, services, year, 4) })
  await operator.move(id, 'submit')
  await verifier.move(id, 'claim')
  for (const service of services) await verifier.tick(id, `/actions/${service}`)
  await verifier.move(id, 'approve')

  await test.step('the proposal: contradictions are shown at their fields', async () => {
    const { page } = await signIn({ name: 'Nur Aini, S.STP.', posts: [{ role: 'coordinator' }] })
    await page.goto('/pengelolaan/paket-aturan')
    await page.getByRole('link', { name: 'Usulkan aturan penghitungan' }).click()
    await page.getByLabel('Berlaku mulai tahun').fill(String(year))
    await page.getByLabel('Alasan').fill('Keputusan rapat koordinasi')
    await page.getByLabel('Bobot mutu (persen)').fill('50')
    await page.getByRole('button', { name: /^Usulkan/ }).click()
    await expect(page.getByText('Kedua bobot harus berjumlah 100.')).toBeVisible()
    await page.getByLabel('Bobot penerima layanan (persen)').fill('50')
    await page.getByRole('group', { name: 'Kategori SPM' }).getByLabel('Tuntas Utama').fill('99,5')
    await expectFormWell(page, 'proposal of a rule set')
    await page.getByRole('button', { name: 'Usulkan 2 perubahan' }).click()
    await expect(page.getByText(`Aturan ${year}.1 diusulkan.`, { exact: false }).first()).toBeVisible()
    await expect(page.getByText('Belum ada yang memegang jabatan pejabat pengesah')).toBeVisible()
    await expectFormWell(page, 'a proposal that no user can approve')
    await page.goto('/pengelolaan/paket-aturan/usulan')
    await page.getByLabel('Berlaku mulai tahun').fill(String(year + 1))
    await page.getByLabel('Alasan').fill('Salah tahun')
    await page.getByLabel('Batas capaian mutu').fill('120')
    await page.getByRole('button', { name: 'Usulkan 1 perubahan' }).click()
    await page.getByRole('button', { name: `Tarik kembali usulan ${year + 1}.1` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Tarik kembali' }).click()
    await expect(page.getByText('Ditarik kembali').first()).toBeVisible()
  })

  await test.step('the administration page says that no user can approve it', async () => {
    const { page } = await signIn({ name: 'Rahmawati, S.Kom.', posts: [{ role: 'admin' }] })
    await page.goto('/pengelolaan')
    await expect(page.getByRole('link', { name: 'Belum ada yang memegang jabatan pejabat pengesah' })).toBeVisible()
    await expectFormWell(page, 'what the administration lacks')
  })

  await test.step('its effects, changes of category first, and the approval', async () => {
    const { page } = await signIn({ name: 'Drs. Syamsul Bahri', posts: [{ role: 'approver' }] })
    await page.getByRole('link', { name: 'Pengelolaan' }).first().click()
    await page.getByRole('link', { name: 'Aturan penghitungan' }).first().click()
    await page.getByRole('link', { name: `Buka aturan ${year}.1` }).click()
    await expect(page.getByText(/Disetujui oleh pejabat pengesah: .*Drs\. Syamsul Bahri/)).toBeVisible()
    await expect(page.getByText(/^1 laporan yang disetujui dihitung ulang: \d+ angka dalam 1 laporan/)).toBeVisible()
    const moves = page.getByRole('table', { name: 'Angka laporan disetujui yang akan berubah' })
    await expect(moves.getByRole('row').nth(1)).toContainText('Tuntas')
    await expectFormWell(page, 'effects of a rule set')
    await page.getByRole('button', { name: `Setujui aturan ${year}.1` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Setujui', exact: true }).click()
    await expect(page.getByText(`Aturan ${year}.1 disetujui dan berlaku mulai tahun ${year}.`).first()).toBeVisible()
    const recap = async () => (await page.request.get(`/api/v1/recap?form=${form}&period=${period}`)).json()
    await expect.poll(async () => (await recap()).recomputing).toBe(0)
    const { ruleSet, items } = await recap()
    const sets = items.map((item: { figure: { derivation: { ruleSet: string } } }) => item.figure.derivation.ruleSet)
    expect([ruleSet, ...new Set(sets)]).toEqual([`${year}.1`, `${year}.1`])
  })

  await test.step('an admin marks rows verified, after a preview of what that changes', async () => {
    const { page } = await signIn({ name: 'Rahmawati, S.Kom.', posts: [{ role: 'admin' }] })
    await page.goto(`/pengelolaan/katalog/${form}/verifikasi?q=evakuasi-kebakaran`)
    await page.getByLabel(/^Semua \d+ baris di bawah$/).check()
    await page.getByLabel('Sumber yang dilihat').fill('Lampiran Permendagri 114/2018')
    await page.getByLabel('Alasan').fill('Dicocokkan')
    await page.getByRole('button', { name: /^Periksa \d+ baris dan terbitkan$/ }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('Angka laporan yang disetujui tidak berubah karenanya.')).toBeVisible()
    await expect(dialog.getByRole('cell', { name: 'Sudah dicocokkan', exact: true }).first()).toBeVisible()
    await expectFormWell(page, 'what verified rows change')
    await dialog.getByRole('button', { name: 'Terbitkan' }).click()
    await expect(page.getByText(/baris ditandai sudah dicocokkan\. Terbit sebagai versi \d+\./).first()).toBeVisible()
  })
})
