import {
  agreementAnswers,
  buildObligations,
  buildPeriods,
  buildWave,
  measurementAnswers,
  obligationId,
  officeId,
  registerAnswers,
  registerIds,
} from '@sepakat/db/builders/index.ts'
import { Filing, type Tables } from '../support/fileSpm.ts'
import { FormPage } from '../support/formPage.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

const objective = 'Meningkatnya pelayanan bagi pemerlu pelayanan kesejahteraan sosial'
const served = 'Persentase pemerlu pelayanan yang terlayani'
const program = 'Program Rehabilitasi Sosial'
const chapters = [
  'ikhtisar.ringkasan',
  'pendahuluan.gambaran-umum',
  'pendahuluan.tugas-fungsi',
  'pendahuluan.struktur-sumber-daya',
  'pendahuluan.isu-strategis',
  'perencanaan.renstra',
  'perencanaan.renja',
  'perencanaan.perjanjian-kinerja',
]
const analyses = {
  '1. Target dan realisasi tahun ini': 'Tercapai: 81 persen dari target 80 persen.',
  '2. Dibandingkan tahun lalu dan beberapa tahun terakhir': 'Naik dari 76,4 persen tahun lalu.',
  '3. Terhadap target jangka menengah (Renstra)': 'Masih 14 persen poin menuju 2029.',
  '5. Penyebab keberhasilan atau kegagalan dan solusinya': 'Pelayanan keliling ditambah di pulau kecil.',
  '6. Efisiensi penggunaan sumber daya': 'Serapan 78 persen dengan capaian penuh.',
  '7. Program dan kegiatan yang menunjang': 'Rehabilitasi sosial dasar menunjang langsung.',
}

test('an office reports the results of a year, read from its agreement and quarters; returned with a note, approved', async ({
  product,
  signIn,
}) => {
  const { db, url } = product
  const office = await officeId(db, 'dkpp')
  await buildPeriods(db, [
    { form: 'sakip/indikator', key: '2026' },
    { form: 'sakip/perjanjian-kinerja', key: '2026' },
    { form: 'sakip/pengukuran-triwulan', key: '2026-TW4' },
    { form: 'sakip/lkjip', key: '2026' },
  ])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['sakip'] })
  await buildObligations(db, 2026)
  const operator = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const reviewer = await signIn({ posts: [{ role: 'verifier', reportTypes: ['sakip'] }] })
  const filing = new Filing(operator.page.request, url)
  const reviewing = new Filing(reviewer.page.request, url)
  const page = operator.page
  const report = new FormPage(page)
  let id = ''

  await test.step('register, agreement and fourth quarter were approved before', async () => {
    for (const [form, period, answers] of [
      ['sakip/indikator', '2026', registerAnswers()],
      ['sakip/perjanjian-kinerja', '2026', agreementAnswers(2026)],
      ['sakip/pengukuran-triwulan', '2026-TW4', measurementAnswers(4)],
    ] as const) {
      const made = await obligationId(db, office, form, period)
      await filing.post('submissions', { obligation: made })
      await filing.save(made, answers as Tables)
      await filing.move(made, 'submit')
      await reviewing.move(made, 'claim')
      for (const [table, rows] of Object.entries(answers))
        for (const [row, cells] of Object.entries(rows))
          if ('state' in cells) await reviewing.tick(made, `/${table}/${row}`)
      await reviewing.move(made, 'approve')
    }
  })

  const figure = (name: string) => page.getByRole('main').getByText(name, { exact: true }).first().locator('..')

  await test.step('the objective has its numbers at once, and requires their analyses', async () => {
    await report.open(/SAKIP · Laporan kinerja/)
    id = report.id
    await expectFormWell(page, 'first chapter of an empty report')
    await report.section(objective)
    await expect(figure('Capaian sasaran')).toContainText('100,42 %')
    await expect(page.getByText('101,25 %').first()).toBeVisible()
    await expect(page.getByText('85,26 %').first()).toBeVisible()
    await report.fillAll(analyses)
    await report.saved()
    await expectFormWell(page, 'an objective with its analyses')
  })

  await test.step('earlier years, a national figure and a later number are typed where the system has none', async () => {
    const row = report.row(served)
    await report.fillAll({ 'Realisasi 2025': '76,4', 'Standar atau capaian nasional': '90' }, row)
    await expect(page.getByText('Tulis sumber dan tahun angka nasional ini.').first()).toBeVisible()
    await report.fillAll({ 'Sumber dan tahun angka nasional': 'Kementerian Sosial, 2025' }, row)
    await report.fillAll({ 'Realisasi akhir 2026': '82' }, row)
    await report.saved()
    await expect(page.getByText(/Realisasi akhir \(82\) berbeda dari pengukuran Triwulan IV \(81\)/)).toBeVisible()
    await report.field('Penjelasan', row).fill('Data Desember masuk pada Januari.')
    await report.saved()
    // 82 ÷ 80, 82 ÷ 90, 82 − 76,4
    await expect(page.getByText('102,50 %').first()).toBeVisible()
    await expect(page.getByText('91,11 %').first()).toBeVisible()
    await expect(page.getByText('5,6 %', { exact: true }).first()).toBeVisible()
    await expectFormWell(page, 'an indicator compared')
  })

  await test.step('budget is assigned to an objective; the other chapters are written, and it is submitted', async () => {
    await report.section('Bab III Realisasi anggaran')
    await report.fillAll({ 'Sasaran yang ditunjang': objective }, report.row(program))
    await report.saved()
    await expect(report.row(program).getByText('Rp 530.000.000')).toBeVisible()
    await expectFormWell(page, 'budget, spent and what is left')
    // mean of 102,5, 100 and 100 less 1.920 ÷ 2.450 juta
    await report.section(objective)
    await expect(figure('Efisiensi')).toContainText('22,47')
    const text = { text: 'Sebagaimana tahun ini.' }
    await filing.save(id, {
      opening: Object.fromEntries(chapters.map(row => [row, text])),
      closing: { 'penutup.simpulan': text, 'penutup.langkah-perbaikan': text },
    })
    await page.reload()
    await report.submit()
  })

  await test.step('returned with a note, answered, approved, and printed', async () => {
    await reviewing.move(id, 'claim')
    await reviewer.page.goto(`/periksa/${id}`)
    await expect(reviewer.page.getByRole('heading', { name: served }).first()).toBeVisible()
    await expectFormWell(reviewer.page, 'the report under review')
    const note = crypto.randomUUID()
    await reviewing.post(`submissions/${id}/notes`, { id: note, anchor: '', text: 'Lengkapi langkah perbaikan.' })
    await reviewing.move(id, 'return', { dueAt: new Date(Date.now() + 7 * 86_400_000).toISOString() })
    await filing.post(`submissions/${id}/notes/${note}/answers`, { text: 'Sudah dilengkapi.' })
    await filing.move(id, 'submit')
    await reviewing.move(id, 'claim')
    await reviewing.move(id, 'approve')
    const asked = `/api/v1/figures?form=sakip/lkjip&period=2026&code=sakip.achievement`
    const { items } = await (await reviewer.page.request.get(asked)).json()
    const ours = items.find((line: { figure: { row: string } }) => line.figure.row === registerIds.growing)
    expect(ours).toMatchObject({ standing: 'final', figure: { value: '102.5' } })
    await page.goto(`/laporan/${id}/cetak?kiriman=2`)
    await expect(page.getByRole('heading', { name: /Bab III Akuntabilitas kinerja · / })).toBeVisible()
    await expectFormWell(page, 'a printed performance report')
  })
})
