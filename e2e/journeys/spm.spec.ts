import {
  buildObligations,
  buildPeriods,
  buildPerson,
  buildWave,
  obligationId,
  officeId,
  type Quarter,
  spmAnswers,
} from '@sepakat/db/builders/index.ts'
import { storedDraftTexts } from '../support/device.ts'
import { Filing, pdf, type Tables } from '../support/fileSpm.ts'
import { FormPage } from '../support/formPage.ts'
import { signOut } from '../support/signOut.ts'
import { expect, expectWell, password, test } from '../support/test.ts'

const form = 'spm/triwulan'
const services = [
  'ibu-hamil',
  'ibu-bersalin',
  'bayi-baru-lahir',
  'balita',
  'usia-dikdas',
  'usia-produktif',
  'usia-lanjut',
  'hipertensi',
  'diabetes',
  'odgj-berat',
  'terduga-tb',
  'risiko-hiv',
]
const typed = 'ibu-hamil'
const nil = 'risiko-hiv'
const others = services.filter(id => id !== typed && id !== nil)
const served = (quarter: string) =>
  `Jumlah ibu hamil yang mendapatkan layanan kesehatan (sesuai standar) (terlayani s.d. Triwulan ${quarter})`
const due = 'Jumlah (proyeksi) ibu hamil di kabupaten/kota dalam satu tahun (harus dilayani, target setahun)'
const vaccine = '1.02-01.1 Vaksin Tetanus Difteri (Td)'
const basis = 'berjalan, terhadap target setahun'
const noRecipients = {
  recipients: { [nil]: { state: 'nil', reason: 'Seluruh sasaran dilayani rumah sakit provinsi.' } },
}

const only = (tables: Tables, rows: string[]): Tables =>
  Object.fromEntries(
    Object.entries(tables).map(([table, own]) => [
      table,
      Object.fromEntries(
        Object.entries(own).filter(([row, fields]) =>
          rows.some(id => id === row || row.startsWith(`${id}.`) || fields.$parent === id),
        ),
      ),
    ]),
  )

const percent = (part: unknown, whole: unknown): number => Math.min(100, (Number(part) / Number(whole)) * 100)
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** 80 % recipients and 20 % the mean of the quality rows, each at most 100 (Permendagri 59/2021; the default rule set). */
function indexByHand(tables: Tables, service: string): number {
  const recipients = tables.recipients?.[service]
  const rows = Object.entries(tables.quality ?? {}).filter(([row]) => row.startsWith(`${service}.`))
  const quality = mean(rows.map(([, { met, required }]) => percent(met, required)))
  return 0.8 * percent(recipients?.served, recipients?.due) + 0.2 * quality
}
/** The mean of the services that had recipients. */
const officeByHand = (tables: Tables): number => mean([typed, ...others].map(id => indexByHand(tables, id)))
const shown = (value: number): string => value.toFixed(2).replace('.', ',')

test('Dinas Kesehatan files SPM: one service and a nil typed, ten saved by the API; returned with notes, answered, approved; then the next quarter', async ({
  product,
  signIn,
  playwright,
}) => {
  test.slow()
  const { db, url } = product
  const office = await officeId(db, 'dinkes')
  await buildPeriods(
    db,
    ([1, 2, 3, 4] as const).map(quarter => ({ form, key: `2026-TW${quarter}` }) as const),
  )
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['spm'] })
  await buildObligations(db, 2026)

  const operator = await signIn({ name: 'Siti Aminah, SKM.', posts: [{ role: 'operator', offices: [office] }] })
  const filing = new Filing(operator.page.request, url)
  const { catalogue } = await (await filing.api.get(`/api/v1/forms/spm/triwulan/versions/1`)).json()
  const quarterOf = (quarter: Quarter): Tables => {
    const tables = spmAnswers(catalogue, services, 2026, quarter) as Tables
    const actions = others.map((id, n) => [
      `0199f5a0-0004-7000-8000-${String(n).padStart(12, '0')}`,
      {
        $parent: id,
        $position: 'a0',
        what: 'Menambah hari pelayanan keliling.',
        who: 'Kepala puskesmas',
        when: 'TW IV',
      },
    ])
    return { ...tables, actions: Object.fromEntries(actions) }
  }

  await test.step('quarters I and II were approved before', async () => {
    const reviewer = await buildPerson(db, { password, posts: [{ role: 'verifier', reportTypes: ['spm'] }] })
    const review = new Filing(await playwright.request.newContext({ baseURL: url }), url)
    await review.post('session', { name: reviewer.username, password })
    for (const quarter of [1, 2] as const) {
      const id = await obligationId(db, office, form, `2026-TW${quarter}`)
      await filing.post('submissions', { obligation: id })
      await filing.save(id, { ...only(quarterOf(quarter), [typed, ...others]) })
      await filing.save(id, noRecipients)
      await filing.attach(id, `/recipients/${nil}/state`, 'Surat keterangan')
      await filing.move(id, 'submit')
      await review.move(id, 'claim')
      await review.tick(id, `/recipients/${nil}`)
      await review.move(id, 'approve')
    }
  })
  const page = operator.page
  const report = new FormPage(page)
  const main = page.getByRole('main')
  const figure = (name: string) => main.getByText(name, { exact: true }).locator('..')
  const submitButton = page.getByRole('button', { name: 'Kirim ke verifikator SPM' })
  const handing = page.getByRole('dialog', { name: /^Kirim laporan|^Laporan terkirim/ })
  let id = ''

  await test.step('an unreadable number is kept as typed and marked as wrong, also after a reload', async () => {
    await report.open(/Laporan penerapan SPM, Triwulan III 2026/)
    id = report.id
    await expect(report.field(due)).toHaveValue('1.200')
    await expect(main.getByText('sama dengan TW II').first()).toBeVisible()
    await report.field(served('III')).fill('85o')
    await report.saved()
    await page.reload()
    await expect(report.field(served('III'))).toHaveValue('85o')
    await expect(report.field(served('III'))).toHaveAttribute('aria-invalid', 'true')
    await expectWell(page, 'form with a number that cannot be read')
    expect((await filing.answers(id)).recipients?.[typed]?.served).toEqual({ asTyped: '85o' })
    await report.field(served('III')).fill('852')
    await expect(figure('Capaian penerima layanan')).toContainText('71,00 %')
    await expect(main.getByText('+300 triwulan ini')).toBeVisible()
  })

  await test.step('a whole service: a quality row by hand, the others as a block from a spreadsheet', async () => {
    await report.cell(vaccine, 'Jumlah yang harus dipenuhi').fill('1.200')
    await page.keyboard.press('Tab')
    await report.cell(vaccine, 'Terpenuhi s.d. Triwulan III').fill('852')
    await operator.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const block = ['1.200\t900', ...Array.from({ length: 17 }, () => '1200\t900')].join('\r\n')
    await page.evaluate(text => navigator.clipboard.writeText(text), block)
    await report.cell('1.02-01.2 Tablet tambah darah', 'Jumlah yang harus dipenuhi').focus()
    await page.keyboard.press('ControlOrMeta+v')
    // Tablets are whole things: 1.200 has one reading there, without a question.
    await expect(main.getByText('36 isian ditempel.')).toBeInViewport()
    await expect(report.cell('1.02-01.2 Tablet tambah darah', 'Jumlah yang harus dipenuhi')).toHaveValue('1200')
    await expectWell(page, 'a pasted block of thousands')
    // (71 + 18 × 75) ÷ 19 = 74,789…; 0,8 × 71 + 0,2 × 74,789… = 71,757…
    await expect(figure('Capaian mutu minimal')).toContainText('74,79 %')
    await expect(figure('Indeks pencapaian SPM')).toContainText('71,76')
    await expect(figure('Indeks pencapaian SPM')).toContainText('Tuntas Pratama')
    await expect(figure('Indeks pencapaian SPM')).toContainText(basis)
  })

  await test.step('and its budget, staff, problem, action plan and stages', async () => {
    const add = (what: string) => main.getByRole('button', { name: `Tambah ${what}` }).click()
    await add('alokasi anggaran dan realisasi')
    await expect(report.field('Sumber dana')).toBeFocused()
    await report.fillAll({
      'Sumber dana': 'DAK nonfisik',
      'Anggaran sebelum perubahan': '150.000.000',
      'Realisasi s.d. Triwulan III': '106.500.000',
    })
    await add('dukungan personel')
    await report.fillAll({ 'Jenis tenaga': 'Bidan', Jumlah: '24' })
    await add('permasalahan dan solusi')
    await report.fillAll({ Permasalahan: 'Sasaran di pulau kecil sulit dijangkau.', Solusi: 'Posyandu keliling.' })
    await add('rencana aksi')
    await report.fillAll({
      'Apa yang dilakukan': 'Menambah perahu puskesmas keliling.',
      'Penanggung jawab': 'Kepala Bidang Kesehatan Masyarakat',
      Kapan: 'Triwulan IV 2026',
    })
    await report.fillAll({
      'Pengumpulan data': 'Selesai',
      'Penghitungan kebutuhan pemenuhan pelayanan dasar': 'Selesai',
      'Penyusunan rencana pemenuhan pelayanan dasar': 'Selesai',
      'Pelaksanaan pemenuhan pelayanan dasar': 'Sebagian',
    })
    await report.saved()
    await expect(page.getByRole('button', { name: /^Pelayanan kesehatan ibu hamil/ })).toContainText('lengkap')
    await expectWell(page, 'a whole service filled in')
  })

  await test.step('no recipients: a state with its reason, and what is missing before submitting', async () => {
    await report.section('Pelayanan kesehatan orang dengan risiko terinfeksi virus')
    await page.getByRole('combobox', { name: /^Keadaan 1\.02-12 Pelayanan/ }).selectOption({ label: 'Nihil' })
    await report.field('Alasan').fill('Seluruh sasaran dilayani rumah sakit provinsi.')
    await report.saved()
    await filing.save(id, only(quarterOf(3), others))
    await page.reload()
    await submitButton.click()
    await expect(handing.getByRole('heading', { name: 'Harus diselesaikan dahulu (1)' })).toBeVisible()
    await expectWell(page, 'what is missing before handing in')
    await handing.getByRole('button', { name: /Dinyatakan nihil tanpa bukti dukung/ }).click()
    await expect(page.getByRole('combobox', { name: /^Keadaan 1\.02-12 Pelayanan/ })).toBeFocused()
    await page.getByRole('button', { name: 'Lampirkan bukti dukung' }).click()
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /^Pilih berkas bukti/ }).click()
    await (await choosing).setFiles({ name: 'surat-keterangan.pdf', mimeType: 'application/pdf', buffer: pdf })
    const file = page.getByRole('form', { name: 'Berkas surat-keterangan.pdf' })
    await expect(file.getByLabel('Membuktikan')).toHaveValue(`/recipients/${nil}/state`)
    await file.getByLabel('Judul berkas').fill('Surat keterangan direktur rumah sakit')
    await file.getByLabel('Nomor dokumen').fill('440/118/RSUD/2026')
    await file.getByLabel('Nomor dokumen').press('Enter')
    await expect(page.getByText(/^440\/118\/RSUD\/2026 · /)).toBeVisible()
    await expect(page.getByRole('link', { name: /^Surat keterangan direktur rumah sakit/ })).toBeVisible()
    await expectWell(page, 'a file that was sent, and what is said of it')
    await expect(page.getByRole('heading', { name: 'Bukti dukung (1)' })).toBeVisible()
    await page.getByRole('button', { name: 'Tutup', exact: true }).click()
    await expect(main.getByText(/Dinyatakan nihil tanpa bukti dukung/)).toHaveCount(0)
  })

  await test.step('submitted, with a receipt; the office figure is the mean of the eleven services', async () => {
    const answers = await filing.answers(id)
    await expect(figure('Indeks internal perangkat daerah')).toContainText(shown(officeByHand(answers)))
    await expect(figure('Indeks internal perangkat daerah')).toContainText(basis)
    await submitButton.click()
    await expectWell(page, 'ready to be handed in')
    await handing.getByRole('button', { name: 'Kirim ke verifikator SPM' }).click()
    await expect(handing.getByText(/^SPM-2026-TW3-\d{6}$/)).toBeVisible()
    await expectWell(page, 'receipt')
    await handing.getByRole('button', { name: 'Lihat laporan' }).click()
    await expect(submitButton).toHaveCount(0)
    await expect(report.field(served('III'))).toHaveCount(0)
    await expectWell(page, 'report handed in')
  })

  const reviewer = await signIn({ name: 'Drs. Petrus Lawai', posts: [{ role: 'verifier', reportTypes: ['spm'] }] })
  const review = reviewer.page
  const claim = async (quarter: string) => {
    await review.goto('/')
    await review.getByRole('link', { name: 'Periksa', exact: true }).first().click()
    const take = review.getByRole('button', {
      name: new RegExp(`^Ambil: Laporan penerapan SPM, Triwulan ${quarter} 2026`),
    })
    await expect(take).toBeVisible()
    if (quarter === 'III') await expectWell(review, 'queue')
    await take.click()
    await review.getByRole('link', { name: 'Periksa sekarang' }).click()
    await expect(review.getByRole('button', { name: /^Setujui(?! semua)/ })).toBeVisible()
  }
  const decide = (name: RegExp) =>
    review.getByRole('region', { name: 'Tindakan' }).getByRole('button', { name }).click()
  const asked = review.getByRole('dialog')

  await test.step('the verifier claims it from the queue, leaves two notes, returns it with a date', async () => {
    await claim('III')
    const line = review.getByRole('row', { name: served('III') })
    await expect(line.getByRole('cell')).toHaveText(['552', '852 orang', '+300'])
    const top = await line.evaluate(it => (it.closest('table')?.tBodies[0]?.getBoundingClientRect().top ?? 0) + scrollY)
    expect(top, 'the first answer is near the top').toBeLessThan(300)
    const note = async (row: string, about: string | null, text: string) => {
      await review.getByRole('button', { name: `Catatan: ${row}`, exact: true }).click()
      if (about) await review.getByLabel('Tentang').selectOption({ label: about })
      await expect(review.getByLabel('Catatan', { exact: true })).toBeFocused()
      await review.getByLabel('Catatan', { exact: true }).fill(text)
      await review.getByRole('button', { name: 'Simpan catatan' }).click()
      await expect(review.getByLabel('Catatan', { exact: true })).toHaveCount(0)
    }
    await note('Pelayanan kesehatan ibu hamil', served('III'), 'Kohort ibu mencatat 864, bukan 852.')
    await note('Vaksin Tetanus Difteri (Td)', null, 'Samakan dengan kartu stok.')
    await expectWell(review, 'review with notes')
    await decide(/^Kembalikan/)
    const whole = asked.getByLabel('Catatan untuk laporan seluruhnya')
    await whole.fill('Periksa sekali lagi.')
    // encrypted and stored within milliseconds, which a reload right away does not wait for
    await expect.poll(() => storedDraftTexts(review)).toBeGreaterThan(0)
    await review.reload()
    await decide(/^Kembalikan/)
    await expect(whole).toHaveValue('Periksa sekali lagi.')
    await whole.fill('')
    await asked.getByLabel('Jawaban ditunggu sampai').fill('kapan-kapan')
    await asked.getByRole('button', { name: 'Kembalikan' }).click()
    await expect(asked.getByLabel('Jawaban ditunggu sampai')).toHaveAttribute('aria-invalid', 'true')
    await expectWell(review, 'return without a date')
    await asked.getByLabel('Jawaban ditunggu sampai').fill('15-12-2026')
    await asked.getByRole('button', { name: 'Kembalikan' }).click()
    await expect(review.getByText('Dikembalikan').first()).toBeVisible()
  })

  await test.step('the operator answers both, corrects, and submits again', async () => {
    await report.open(/Laporan penerapan SPM, Triwulan III 2026/)
    await expect(main.getByText(/^2 catatan untuk dijawab · jawaban ditunggu/)).toBeVisible()
    await report.openNotes()
    await expect(main.getByText(/Jawaban ditunggu sampai Selasa, 15 Desember 2026, 23\.59 WITA/)).toBeVisible()
    await expectWell(page, 'report returned')
    await main
      .getByRole('button', { name: /Kohort ibu mencatat 864/ })
      .first()
      .click()
    await expect(report.field(served('III'))).toBeFocused()
    await report.field(served('III')).fill('864')
    const answer = async (note: string, text: string) => {
      const asking = main
        .locator('div')
        .filter({ hasText: note, has: page.getByLabel('Jawaban Anda') })
        .last()
      await asking.getByLabel('Jawaban Anda').fill(text)
      await asking.getByRole('button', { name: 'Jawab', exact: true }).click()
      await expect(main.getByText(text).first()).toBeVisible()
      await expect(page.locator(':focus')).toHaveText('Tambah jawaban')
    }
    await answer('Kohort ibu mencatat', 'Benar, diperbaiki menjadi 864.')
    await report.saved()
    await submitButton.click()
    await expect(handing.getByRole('heading', { name: 'Catatan yang perlu dijawab (1)' })).toBeVisible()
    await expectWell(page, 'a note still to be answered')
    await handing.getByRole('button', { name: 'Samakan dengan kartu stok.' }).click()
    await report.cell(vaccine, 'Terpenuhi s.d. Triwulan III').fill('864')
    await answer('Samakan dengan kartu', 'Sudah sesuai kartu stok per 30 September.')
    await report.saved()
    // (72 + 18 × 75) ÷ 19 = 74,842…; 0,8 × 72 + 0,2 × 74,842… = 72,568…
    await expect(figure('Indeks pencapaian SPM')).toContainText('72,57')
    await submitButton.click()
    await handing.getByRole('button', { name: 'Kirim ke verifikator SPM' }).click()
    await expect(handing.getByText(/^SPM-2026-TW3-\d{6}$/)).toBeVisible()
  })

  await test.step('the verifier sees what changed, accepts what was declared, and approves', async () => {
    await claim('III')
    await review.getByRole('checkbox', { name: 'Hanya yang berubah sejak kiriman ke-1 (2 baris)' }).check()
    await expect(review.getByText('852').first()).toBeVisible()
    await expectWell(review, 'only what changed')
    await review.getByRole('checkbox', { name: 'Hanya yang berubah sejak kiriman ke-1 (2 baris)' }).uncheck()
    for (const text of ['Kohort ibu mencatat', 'Samakan dengan kartu']) {
      const row = text.startsWith('Kohort') ? 'Pelayanan kesehatan ibu hamil' : 'Vaksin Tetanus Difteri (Td)'
      await review.getByRole('button', { name: `1 catatan: ${row}`, exact: true }).click()
      await review.getByRole('button', { name: new RegExp(`^Nyatakan selesai: ${text}`) }).click()
      await expect(review.getByRole('button', { name: new RegExp(`^Nyatakan selesai: ${text}`) })).toHaveCount(0)
    }
    await decide(/^Nihil berikutnya/)
    await review.getByRole('checkbox', { name: /^Setujui nihil ?: Pelayanan kesehatan orang dengan risiko/ }).check()
    await decide(/^Setujui(?! semua)/)
    await expectWell(review, 'approval to be confirmed')
    await asked.getByRole('button', { name: 'Setujui' }).click()
    await expect(review.getByText('Kiriman ke-2 disetujui.')).toBeVisible()
  })

  await test.step('on paper: the approved revision, with its receipt, its figures and, in a footnote, the rows not yet compared', async () => {
    await page.goto(`/laporan/${id}`)
    await page.getByRole('link', { name: 'Cetak' }).click()
    await expect(page.getByText(/^Triwulan III 2026 · kiriman ke-2, tanda terima SPM-2026-TW3-\d{6}$/)).toBeVisible()
    await expect(page.getByRole('row', { name: /^Indeks pencapaian SPM 72,57.*Tuntas Pratama/ }).first()).toContainText(
      basis,
    )
    await expect(page.getByText(/^Bunyi baris formulir berikut belum dicocokkan dengan peraturan: /)).toBeVisible()
    await expect(
      page.getByRole('row', { name: /^Surat keterangan direktur rumah sakit 440\/118\/RSUD\/2026/ }),
    ).toBeVisible()
    await expectWell(page, 'report on paper')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('banner')).toBeHidden()
    await page.emulateMedia({ media: null })
  })

  await test.step('quarter IV starts with the targets carried over; a changed one asks for a reason', async () => {
    const third = await filing.answers(id)
    await report.open(/Laporan penerapan SPM, Triwulan IV 2026/)
    id = report.id
    const carried = await filing.answers(id)
    expect(carried.recipients?.[typed]).toEqual({ due: '1200' })
    expect(Object.keys(carried.recipients ?? {}).sort()).toEqual([typed, ...others].sort())
    expect(carried.stages).toEqual(third.stages)
    const required = ({ quality = {} }: Tables) =>
      Object.entries(quality).flatMap(([row, cells]) => (cells.required === undefined ? [] : [[row, cells.required]]))
    expect(required(carried).sort()).toEqual(required(third).sort())
    const fourth = only(quarterOf(4), [typed, ...others])
    for (const cells of Object.values(fourth.quality ?? {})) delete cells.required
    await filing.save(id, fourth)
    await filing.save(id, noRecipients)
    await filing.attach(id, `/recipients/${nil}/state`, 'Surat keterangan')
    await page.reload()
    await expect(report.field(served('IV'))).toHaveValue('1.152')
    await report.field(due).fill('1.250')
    await page.keyboard.press('Tab')
    await expect(main.getByText(/Target setahun berubah dari 1\.200 \(triwulan lalu\) menjadi 1\.250/)).toBeVisible()
    await report.saved()
    await expectWell(page, 'a changed target asks for a reason')
    await submitButton.click()
    await handing.getByRole('button', { name: /Target setahun berubah/ }).click()
    await expect(report.field(due)).toBeFocused()
    await report.field('Penjelasan').fill('Proyeksi diperbarui setelah pemekaran dua desa.')
    await report.saved()
    await expect(main.getByText('Sudah dijelaskan')).toBeVisible()
    const answers = await filing.answers(id)
    const index = indexByHand(answers, typed)
    await expect(figure('Capaian penerima layanan')).toContainText('92,16 %')
    await expect(figure('Indeks pencapaian SPM')).toContainText(shown(index))
    await expect(figure('Indeks internal perangkat daerah')).toContainText(shown(officeByHand(answers)))
    await expect(main.getByText(basis)).toHaveCount(0)
    await submitButton.click()
    await handing.getByRole('button', { name: 'Kirim ke verifikator SPM' }).click()
    await expect(handing.getByText(/^SPM-2026-TW4-\d{6}$/)).toBeVisible()
  })

  await test.step('and is approved; windows opened beside it close when the verifier leaves', async () => {
    await claim('IV')
    await expect(review.getByText('Proyeksi diperbarui setelah pemekaran dua desa.').first()).toBeVisible()
    await decide(/^Nihil berikutnya/)
    await review.getByRole('checkbox', { name: /^Setujui nihil ?: Pelayanan kesehatan orang dengan risiko/ }).check()
    await decide(/^Setujui(?! semua)/)
    await asked.getByRole('button', { name: 'Setujui' }).click()
    await expect(review.getByText('Kiriman ke-1 disetujui.')).toBeVisible()
    const opening = review.waitForEvent('popup')
    await review.getByRole('button', { name: 'Buka di tab baru: Surat keterangan' }).first().click()
    const beside = await opening
    await expect.poll(() => beside.url()).toMatch(/^blob:/)
    await signOut(review)
    await expect(review.getByRole('heading', { name: 'Masuk' })).toBeVisible()
    expect(beside.isClosed()).toBe(true)
  })

  await test.step('the stored data', async () => {
    const { prisma } = db
    const three = await obligationId(db, office, form, '2026-TW3')
    const kept = await prisma.submission.findMany({ where: { id: { in: [three, id] } }, orderBy: { period: 'asc' } })
    expect(
      kept.map(({ status, latestRevision, approvedRevision }) => [status, latestRevision, approvedRevision]),
    ).toEqual([
      ['approved', 2, 2],
      ['approved', 1, 1],
    ])
    const { items } = await (
      await filing.api.get(`/api/v1/figures?form=${form}&period=2026-TW3&code=spm.index&row=${typed}`)
    ).json()
    expect(items[0]).toMatchObject({ standing: 'final', revision: 2, figure: { basis: 'year-to-date' } })
    expect(Number(items[0].figure.value)).toBeCloseTo(0.8 * 72 + 0.2 * ((72 + 18 * 75) / 19), 10)
  })
})
