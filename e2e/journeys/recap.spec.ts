import { buildPeriods, buildPerson, officeId, type PostSpec, spmAnswers } from '@sepakat/db/builders/index.ts'
import { Filing } from '../support/fileSpm.ts'
import { expect, expectFormWell, password, test } from '../support/test.ts'

const form = 'spm/triwulan'
const period = '2025-TW2'
const schooling = ['paud', 'pendidikan-dasar', 'pendidikan-kesetaraan']
const water = ['air-minum', 'air-limbah']
const housing = ['rumah-korban-bencana', 'rumah-relokasi']

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const shown = (value: number): string => value.toFixed(2).replace('.', ',')

test('The leader reads the region’s figures, and their derivations', async ({ product, signIn, playwright }) => {
  const { db, url } = product
  const as = async (post: PostSpec): Promise<Filing> => {
    const { username } = await buildPerson(db, { password, posts: [post] })
    const filing = new Filing(await playwright.request.newContext({ baseURL: url }), url)
    await filing.post('session', { name: username, password })
    return filing
  }
  await buildPeriods(db, [{ form, key: period }])
  const file = async (code: string, services: string[]): Promise<string> => {
    const office = await officeId(db, code)
    const { id } = await db.prisma.obligation.create({ data: { officeId: office, form, period, dueAt: new Date() } })
    const operator = await as({ role: 'operator', offices: [office] })
    const { catalogue } = await (await operator.api.get(`/api/v1/forms/${form}`)).json()
    await operator.post('submissions', { obligation: id, answers: spmAnswers(catalogue, services, 2025, 2) })
    await operator.move(id, 'submit')
    return id
  }

  const approved = await file('disdik', schooling)
  const verifier = await as({ role: 'verifier', reportTypes: ['spm'] })
  await verifier.move(approved, 'claim')
  for (const service of schooling) await verifier.tick(approved, `/actions/${service}`)
  await verifier.move(approved, 'approve')
  await file('dpuprpkp', [...water, ...housing])

  const { page } = await signIn({ posts: [{ role: 'leader' }] })
  const { items } = await (
    await page.request.get(`/api/v1/figures?form=${form}&period=${period}&code=spm.index&provisional=true`)
  ).json()
  const indexOf = new Map<string, number>(
    items.map(({ figure }: { figure: { row: string; value: string } }) => [figure.row, Number(figure.value)]),
  )
  const ofUrusan = (services: string[]) => mean(services.map(service => indexOf.get(service) ?? Number.NaN))

  await page.goto(`/ringkasan?tahun=2025&formulir=${form}`)
  const recap = page.getByRole('region', { name: /^Rekapitulasi Kabupaten/ })
  await expect(recap.getByText(/^7 dari \d+ layanan sudah masuk; 3 di antaranya sudah disetujui\.$/)).toBeVisible()
  await expect(recap.getByText('berjalan, terhadap target setahun')).toBeVisible()
  const { name: outside } = await db.prisma.officeSpan.findFirstOrThrow({
    where: { officeId: await officeId(db, 'dinkes') },
  })
  await expect(recap.getByText(/^Belum lengkap, 7 dari \d+$/)).toHaveCount(2)
  await expect(recap.getByText('Tingkat keterisian', { exact: true })).toBeVisible()
  await expect(
    recap.getByText(/^2 dari \d+ perangkat daerah sudah masuk; 1 di antaranya sudah disetujui\.$/),
  ).toBeVisible()
  await expect(recap.getByText('Final', { exact: true })).toHaveCount(0)
  // a category only where all of it is approved: that of the schools, not of what was only submitted
  const [approvedBand, submittedBand] = ['final', 'provisional'].map(
    standing => items.find((one: { standing: string }) => one.standing === standing).figure.band.label,
  )
  await expect(recap.getByRole('row', { name: /^Pendidikan/ })).toContainText(approvedBand)
  await expect(recap.getByRole('row', { name: /^Pekerjaan umum/ })).toContainText('Sementara')
  await expect(recap.getByRole('row', { name: /^Pekerjaan umum/ })).not.toContainText(submittedBand)
  const notUsing = recap.getByText(/^\d+ perangkat daerah belum memakai SEPAKAT$/)
  await notUsing.click()
  await expect(recap.getByRole('listitem').filter({ hasText: outside })).toBeVisible()
  const said = page
    .getByRole('region', { name: 'Kelengkapan angka daerah' })
    .getByRole('row', { name: /SPM.*Triwulan II 2025/ })
  for (const words of [recap.getByText(/^Belum lengkap, 7 dari \d+$/).first(), notUsing])
    await expect(said).toContainText((await words.textContent()) ?? 'nothing')
  const whole = recap.getByRole('button', { name: /perhitungan Indeks pencapaian SPM daerah$/ })
  await expect(whole).toContainText(shown(mean([schooling, water, housing].map(ofUrusan))))
  const urusan = recap.getByRole('row', { name: /^Pekerjaan umum/ })
  await expect(urusan).toContainText(shown(ofUrusan(water)))
  await expect(recap.getByRole('row', { name: /^[\d.-]+ Pelayanan kesehatan ibu hamil/ })).toContainText('belum masuk')
  await expectFormWell(page, 'recap of the region')

  await urusan.getByRole('button').click()
  await expect(recap.getByRole('cell', { name: /^Pemenuhan kebutuhan pokok air minum .* · Indeks/ })).toBeVisible()
  await whole.click()
  await expect(recap.getByText('Kesehatan (belum diisi)')).toBeVisible()
  await expectFormWell(page, 'recap of the region with how it came about')
})
