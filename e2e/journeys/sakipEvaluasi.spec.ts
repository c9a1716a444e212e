import type { Locator } from '@playwright/test'
import {
  buildObligations,
  buildPeriods,
  buildPerson,
  buildWave,
  obligationId,
  officeId,
} from '@sepakat/db/builders/index.ts'
import { Filing, type Tables } from '../support/fileSpm.ts'
import { FormPage } from '../support/formPage.ts'
import { expect, expectFormWell, password, test } from '../support/test.ts'

const form = 'sakip/evaluasi'
const planning = 'Dokumen Perencanaan kinerja telah tersedia'
const guide = 'Terdapat pedoman teknis perencanaan kinerja.'
const advice = 'Agar pohon kinerja dilengkapi sampai jabatan pelaksana.'
const otherAdvice = 'Agar pengumpulan data kinerja dibuat pedomannya.'

test('offices assess themselves; Inspektorat grades two of them, returns one, approves both, and recommends', async ({
  product,
  signIn,
  playwright,
}) => {
  const { db, url } = product
  const [office, second] = [await officeId(db, 'dlh'), await officeId(db, 'dkukmpp')]
  await buildPeriods(
    db,
    ['2026', '2027'].map(key => ({ form, key }) as const),
  )
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office, second], reportTypes: ['sakip'] })
  for (const year of [2026, 2027]) await buildObligations(db, year)
  const operator = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const evaluator = await signIn({
    name: 'Penilai Inspektorat',
    posts: [{ role: 'evaluator', reportTypes: ['sakip'] }],
  })
  const filing = new Filing(operator.page.request, url)
  const id = await obligationId(db, office, form, '2026')
  const { catalogue } = await (await filing.api.get('/api/v1/forms/sakip/evaluasi')).json()
  const idsOf = (table: string): string[] =>
    catalogue.rows.filter((row: { table: string }) => row.table === table).map((row: { id: string }) => row.id)
  const criteriaUnder = (subcomponent: string): string[] =>
    catalogue.rows
      .filter((row: { table: string; parent?: string }) => row.table === 'criteria' && row.parent === subcomponent)
      .map((row: { id: string }) => row.id)
  const [firstCriterion, ...criteria] = idsOf('criteria')
  const [firstSubcomponent, ...subcomponents] = idsOf('subcomponents')
  const page = operator.page
  const report = new FormPage(page)
  const submitButton = page.getByRole('button', { name: 'Kirim ke penilai SAKIP' })
  const whole = page.getByRole('region', { name: 'Angka seluruh laporan' })
  const review = evaluator.page
  const bar = review.getByRole('region', { name: 'Tindakan' })
  const evaluating = new Filing(evaluator.context.request, url)
  const evaluate = async (report: string, cells: [pointer: string, value: string | boolean][]) => {
    const changes = cells.map(([pointer, value]) => ({
      pointer,
      value,
      op: 'set',
      changeId: crypto.randomUUID(),
      base: 0,
    }))
    const { headers } = evaluating
    const saved = await evaluating.api.patch(`/api/v1/submissions/${report}/evaluation`, { data: { changes }, headers })
    expect(saved.status()).toBe(200)
  }
  const advise = async (text: string) => {
    await review.getByRole('button', { name: 'Tambah rekomendasi' }).click()
    await review.keyboard.type(text)
    await review.getByRole('textbox', { name: /^Ditindaklanjuti paling lambat/ }).fill('30-6-2027')
    await review.keyboard.press('Tab')
    await expect(review.getByText('Rabu', { exact: true })).toBeVisible()
  }
  const approve = async () => {
    await expect(bar.getByText(/belum lengkap/)).toHaveCount(0)
    await bar.getByRole('button', { name: /^Setujui(?! semua)/ }).click()
    await review.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
    await expect(review.getByText('Disetujui', { exact: true }).first()).toBeVisible()
  }

  await test.step('the office answers every criterion, with evidence or an explanation', async () => {
    await report.open(/SAKIP · Evaluasi AKIP/)
    const met = report.cell(`1.a.1 ${guide}`, 'Terpenuhi menurut perangkat daerah')
    await report.fill(met, 'Ya')
    await expect(page.getByText(/belum ada buktinya/)).toHaveCount(1)
    await report.saved()
    await expectFormWell(page, 'a criterion said to be met, without evidence')
    await filing.attach(id, `/subcomponents/${firstSubcomponent}`, 'Dokumen perencanaan 2026')
    const said = { met: true, 'why-met-without-evidence': 'Tersedia di bagian perencanaan.' }
    const others: Tables = {
      criteria: Object.fromEntries(criteria.map((row, at) => [row, at === 12 ? { met: false } : said])),
    }
    await filing.save(id, others)
    await page.reload()
    await expect(page.getByText(/belum ada buktinya/)).toHaveCount(18)
    await expect(page.getByText('Nilai mandiri', { exact: true }).first().locator('..')).toContainText('79,1')
    await report.section('Rekomendasi')
    await expect(page.getByText('Ditulis penilai saat memeriksa laporan ini.')).toBeVisible()
    await submitButton.click()
    const handing = page.getByRole('dialog', { name: /^Kirim laporan|^Laporan terkirim/ })
    await handing.getByRole('button', { name: 'Kirim ke penilai SAKIP' }).click()
    await expect(page.getByRole('dialog', { name: 'Laporan terkirim' })).toBeVisible()
  })

  const cell = (column: string, row: string) => review.getByRole('combobox', { name: `${column}: ${row}` })

  await test.step('the evaluator claims it, and writes where the office cannot: nothing can be approved yet', async () => {
    await review.goto(`/periksa/${id}`)
    await expect(cell('Nilai penilai', planning)).toHaveCount(0)
    await bar.getByRole('button', { name: 'Ambil untuk diperiksa' }).click()
    await cell('Terpenuhi menurut penilai', guide).selectOption('Ya')
    await cell('Nilai penilai', planning).selectOption('BB')
    await expect(review.getByText('Daring · semua tersimpan')).toBeVisible()
    await expect(bar.getByText('90 isian penilai belum lengkap.')).toBeVisible()
    await expectFormWell(review, 'an evaluator at review')
    const stored = await filing.answers(id)
    expect(stored.subcomponents?.[firstSubcomponent ?? '']).toEqual({ grade: 'BB' })
    expect(stored.criteria?.[firstCriterion ?? '']).toEqual({ met: true, verified: true })
  })

  await test.step('what the evaluator writes while the line is lost survives a reload, and arrives when it is back', async () => {
    const saves = '**/api/v1/submissions/*/evaluation'
    const verified = cell('Terpenuhi menurut penilai', guide)
    await review.route(saves, request => request.abort())
    await verified.selectOption('Tidak')
    await expect(review.getByText('Daring · semua tersimpan')).toHaveCount(0)
    await review.reload()
    await expect(verified.locator('option:checked')).toHaveText('Tidak')
    expect((await filing.answers(id)).criteria?.[firstCriterion ?? '']).toMatchObject({ verified: true })
    await review.goto('/belum-terkirim')
    await expect(review.getByRole('heading', { name: /Evaluasi AKIP/ }).getByRole('link')).toHaveAttribute(
      'href',
      `/periksa/${id}`,
    )
    await review.unroute(saves)
    await expect
      .poll(async () => (await filing.answers(id)).criteria?.[firstCriterion ?? ''])
      .toMatchObject({ verified: false })
    await review.goto(`/periksa/${id}`)
    await verified.selectOption('Ya')
    await expect(review.getByText('Daring · semua tersimpan')).toBeVisible()
  })

  await test.step('returned with a note, the office reads what was written so far and submits again', async () => {
    await review.keyboard.press('b')
    const dialog = review.getByRole('dialog')
    await dialog.getByLabel('Catatan untuk laporan seluruhnya').fill('Mohon lampirkan pedoman teknisnya.')
    await dialog.getByLabel('Jawaban ditunggu sampai').fill('31-12-2099')
    await dialog.getByRole('button', { name: 'Kembalikan' }).click()
    await expect(review.getByText('Laporan dikembalikan kepada DLH.')).toBeVisible()
    await page.goto(`/laporan/${id}?at=/criteria/${firstCriterion}`)
    await expect(page.getByText('BB', { exact: true }).first()).toBeVisible()
    const { items } = await (await filing.api.get(`/api/v1/submissions/${id}/notes`)).json()
    await filing.post(`submissions/${id}/notes/${items[0].id}/answers`, { text: 'Sudah dilampirkan.' })
    await filing.move(id, 'submit')
  })

  await test.step('the rest: a note where a grade is the evaluator’s own judgement, and a recommendation', async () => {
    await page.goto(`/laporan/${id}`)
    await expect(whole).toContainText('Nilai mandiri')
    await expect(whole).toContainText('belum dinilai')
    await evaluating.move(id, 'claim')
    await evaluate(id, [
      ...criteria.map((row, at): [string, boolean] => [`/criteria/${row}/verified`, at !== 12]),
      ...subcomponents.map((row, at): [string, string] => [`/subcomponents/${row}/grade`, at === 0 ? 'B' : 'BB']),
    ])
    await review.goto(`/periksa/${id}`)
    await expect(review.getByText('Nilai akuntabilitas kinerja', { exact: true }).first().locator('..')).toContainText(
      '79,1',
    )
    await cell('Nilai penilai', planning).selectOption('AA')
    await expect(review.getByText(/Nilai AA berbeda dari usulan BB. .*5 tahun/)).toBeVisible()
    await expect(bar.getByText('1 isian penilai belum lengkap.')).toBeVisible()
    await review.getByRole('textbox', { name: `Catatan penilai: ${planning}` }).fill('Dipertahankan sejak 2019.')
    await advise(advice)
    await expectFormWell(review, 'everything evaluated')
    // 79,1 + (100 − 80) ÷ 100 × 6
    await expect(review.getByText('Nilai akuntabilitas kinerja', { exact: true }).first().locator('..')).toContainText(
      '80,3',
    )
  })

  await test.step('approved: the score is frozen with what both wrote, and printed', async () => {
    await approve()
    // the page that the office had open all the while
    await expect(whole).toContainText(/80,3.*A \(Memuaskan\)/)
    const { items } = await (await filing.api.get(`/api/v1/submissions/${id}/revisions`)).json()
    expect(items.map((line: { status: string; evaluated: boolean }) => [line.status, line.evaluated])).toEqual([
      ['returned', false],
      ['handed-in', false],
      ['approved', true],
    ])
    await page.goto(`/laporan/${id}/cetak?kiriman=3`)
    await expect(page.getByText(/hasil penilaian, nomor SAKIP-2026-/)).toBeVisible()
    await expect(page.getByText(advice)).toBeVisible()
    await expectFormWell(page, 'a printed evaluation')
  })

  await test.step('the next office meets half of its criteria: graded lower, with recommendations of its own', async () => {
    const { username } = await buildPerson(db, { password, posts: [{ role: 'operator', offices: [second] }] })
    const theirs = new Filing(await playwright.request.newContext({ baseURL: url }), url)
    await theirs.post('session', { name: username, password })
    const other = await obligationId(db, second, form, '2026')
    const all = idsOf('subcomponents').map(row => ({ row, own: criteriaUnder(row) }))
    const half = (met: (at: number) => Tables[string][string]): Tables => ({
      criteria: Object.fromEntries(all.flatMap(({ own }) => own.map((row, at) => [row, met(at)]))),
    })
    await theirs.post('submissions', {
      obligation: other,
      answers: half(at =>
        at % 2 === 0 ? { met: true, 'why-met-without-evidence': 'Ada di kantor.' } : { met: false },
      ),
    })
    await theirs.move(other, 'submit')
    await review.goto('/periksa')
    await review
      .getByRole('row', { name: /Evaluasi AKIP.*Dinas Koperasi/ })
      .getByRole('link')
      .first()
      .click()
    await bar.getByRole('button', { name: 'Ambil untuk diperiksa' }).click()
    await expect(bar.getByText('92 isian penilai belum lengkap.')).toBeVisible()
    let presses = 0
    const press = (button: Locator) => {
      presses += 1
      return button.click()
    }
    const choose = (select: Locator, option: string) => {
      presses += 2
      return select.selectOption(option)
    }
    const metBy = cell('Terpenuhi menurut penilai', guide)
    await choose(metBy, 'Tidak')
    await press(review.getByRole('button', { name: /^Ambil 79 jawaban perangkat daerah pada seluruh laporan$/ }))
    await expect(metBy.locator('option:checked')).toHaveText('Tidak')
    await press(bar.getByRole('button', { name: 'Urungkan' }))
    await expect(review.getByRole('button', { name: /^Ambil 79 jawaban/ })).toBeVisible()
    await press(bar.getByRole('button', { name: 'Ulangi' }))
    await expect(bar.getByText('12 isian penilai belum lengkap.')).toBeVisible()
    await choose(metBy, 'Ya')
    // more than half of an odd number is met: CC, else half of it: C
    for (const { own } of all)
      await press(review.getByRole('button', { name: `Pakai usulan ${own.length % 2 ? 'CC' : 'C'}: ` }).first())
    await expectFormWell(review, 'proposed grades taken')
    expect(
      presses,
      'presses for one LKE, of which four for a criterion changed twice and two for going back and forth',
    ).toBe(19)
    await expect(review.getByText('Daring · semua tersimpan')).toBeVisible()
    await expect(review.getByText('Nilai akuntabilitas kinerja', { exact: true }).first().locator('..')).toContainText(
      /56,1.*CC/,
    )
    await advise(otherAdvice)
    await approve()
    const asked = `/api/v1/figures?form=${form}&period=2026&code=sakip.score&row=`
    const { items } = await (await evaluating.api.get(asked)).json()
    const scores = items.map((line: { office: { id: string }; figure: { value: string; band: { id: string } } }) => [
      line.office.id === office ? 'dlh' : 'dkukmpp',
      Number(line.figure.value),
      line.figure.band.id,
    ])
    expect(scores.sort()).toEqual([
      ['dkukmpp', 56.1, 'CC'],
      ['dlh', 80.3, 'A'],
    ])
    const nextYear = await theirs.post('submissions', { office: second, form, period: '2027' })
    const { scope } = await (await theirs.api.get(`/api/v1/submissions/${(nextYear as { id: string }).id}/form`)).json()
    const advised = scope.sources.previous.rows.recommendations.map(({ label }: { label: string }) => label)
    expect(advised).toEqual([otherAdvice])
  })

  await test.step('the year after, the office says what became of the recommendation', async () => {
    await report.open(/SAKIP · Evaluasi AKIP \(LKE\),? Tahun 2027/)
    await report.section('Tindak lanjut rekomendasi tahun lalu')
    await report.fillAll(
      { 'Keadaan tindak lanjut': 'Selesai', 'Uraian tindak lanjut': 'Pohon kinerja disahkan.' },
      report.row(advice),
    )
    await report.saved()
    const next = await filing.answers(report.id)
    expect(Object.values(next.followUps ?? {})).toEqual([{ status: 'done', action: 'Pohon kinerja disahkan.' }])
    await expectFormWell(page, 'a recommendation answered')
  })
})
