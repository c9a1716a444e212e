import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { FormPage } from '../support/formPage.ts'
import { expect, expectWell, test } from '../support/test.ts'

const care = 'Meningkatnya pelayanan kesejahteraan sosial'
const aid = 'Meningkatnya jangkauan bantuan sosial'
const served = 'Persentase pemerlu pelayanan yang terlayani'
const waiting = 'Rata-rata lama penanganan pengaduan'
const grade = 'Predikat SAKIP perangkat daerah'
const families = 'Jumlah keluarga penerima bantuan'
const program = 'Program Rehabilitasi Sosial'

type Answers = Record<string, Record<string, Record<string, unknown>>>

/** The signed scan: the smallest valid PDF. */
const scan = {
  name: 'pk-dinsos-2026.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
}

const years = (prefix: string, values: string[]) =>
  Object.fromEntries(values.map((value, at) => [`${prefix} ${2025 + at}${at === 5 ? ' (transisi)' : ''}`, value]))
function quarters(year: string, ...parts: string[]): Record<string, string> {
  const numerals = ['I', 'II', 'III', 'IV']
  return {
    'Target 2026': year,
    ...Object.fromEntries(parts.map((part, at) => [`Target triwulan ${numerals[at]}`, part])),
  }
}
const described = {
  'Definisi operasional': 'Sebagaimana Renstra perangkat daerah.',
  'Formula perhitungan': 'Yang memenuhi dibagi seluruhnya, kali 100.',
  'Sumber data': 'Laporan bidang',
  'Penanggung jawab': 'Kepala bidang',
  'Masuk perjanjian kinerja': true as const,
}

/** Targets of the year and of its quarters, as first written: the first does not agree with the register. */
const agreed: Record<string, Record<string, string>> = {
  [served]: quarters('81', '20', '40', '60', '80'),
  [waiting]: quarters('6', '8', '7', '6,5', '6'),
  [grade]: { 'Target 2026': 'B', 'Target triwulan IV': 'B' },
  [families]: quarters('1.200', '300', '300', '300', '300'),
}

test('Dinas Sosial files register, agreement, a change of it, and two quarters measured against them', async ({
  product,
  signIn,
}) => {
  const { db } = product
  const office = await officeId(db, 'dsp3a')
  await buildPeriods(db, [
    { form: 'sakip/indikator', key: '2026' },
    { form: 'sakip/perjanjian-kinerja', key: '2026' },
    { form: 'sakip/pengukuran-triwulan', key: '2026-TW1' },
    { form: 'sakip/pengukuran-triwulan', key: '2026-TW2' },
  ])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['sakip'] })
  await buildObligations(db, 2026)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const reviewer = await signIn({ posts: [{ role: 'verifier', reportTypes: ['sakip'] }] })
  const form = new FormPage(page)
  const answersOf = async (id: string): Promise<Answers> =>
    (await (await page.request.get(`/api/v1/submissions/${id}/answers`)).json()).answers
  /** The verifier's part where it is not the point: claims the report, accepts what is declared, approves. */
  const approve = async (id: string): Promise<void> => {
    const { request } = reviewer.context
    const send = async (method: 'post' | 'put', name: string, data: object) => {
      const answer = await request[method](`/api/v1/submissions/${id}/${name}`, {
        data,
        headers: { origin: product.url },
      })
      expect(answer.status(), `${name}: ${await answer.text()}`).toBeLessThan(300)
    }
    await send('post', 'claim', {})
    for (const [table, rows] of Object.entries(await answersOf(id)))
      for (const [row, { state }] of Object.entries(rows))
        if (state) await send('put', 'ticks', { anchor: `/${table}/${row}`, ticked: true })
    await send('post', 'approve', {})
  }
  const stored: Record<'register' | 'agreement' | 'change' | 'first' | 'second', string> = {
    register: '',
    agreement: '',
    change: '',
    first: '',
    second: '',
  }

  await test.step('the register: a goal, an objective, four indicators', async () => {
    await form.open(/SAKIP · Indikator kinerja/)
    await expectWell(page, 'empty register')
    stored.register = form.id
    await form.add('Tambah tujuan', 'Meningkatnya kesejahteraan sosial masyarakat')
    await form.add('Tambah sasaran strategis', care, form.row('Meningkatnya kesejahteraan sosial masyarakat'))
    const indicator = async (name: string, values: Record<string, string | true>, objective = care) => {
      await form.more(objective)
      await form.add('Tambah indikator kinerja', name, form.row(objective))
      for (const [label, value] of Object.entries({ ...values, ...described }))
        await form.fill(form.field(label, form.row(name)).or(form.cell(name, label)), value)
    }
    await indicator(served, {
      Satuan: '%',
      Arah: 'Makin tinggi makin baik',
      'Kondisi awal (2024)': '71,5',
      ...years('Target Renstra', ['75', '80', '85', '90', '95', '96']),
      'Indikator kinerja utama (IKU)': true,
      ...years('Target IKU', ['75', '82']),
    })
    await indicator(waiting, {
      Satuan: 'hari',
      Arah: 'Makin rendah makin baik',
      'Kondisi awal (2024)': '9',
      ...years('Target Renstra', ['8', '6', '5,5', '5', '4']),
    })
    await indicator(grade, {
      Satuan: 'predikat',
      Arah: 'Makin tinggi makin baik',
      'Skala bertingkat': 'Predikat SAKIP',
      'Kondisi awal (2024)': 'CC',
      ...years('Target Renstra', ['CC', 'B', 'B', 'BB', 'A']),
    })
    await form.add('Tambah sasaran strategis', aid, form.row('Meningkatnya kesejahteraan sosial masyarakat'))
    await indicator(
      families,
      {
        Satuan: 'keluarga',
        Arah: 'Makin tinggi makin baik',
        'Hitungan triwulan': 'Dijumlahkan: tiap triwulan bagiannya sendiri',
        'Kondisi awal (2024)': '1.100',
        ...years('Target Renstra', ['1.150', '1.200', '1.250', '1.300', '1.350']),
      },
      aid,
    )
    await form.saved()
    await page.getByRole('button', { name: `Tindakan untuk ${families}` }).click()
    await page.getByRole('menuitem', { name: 'Rincian dan bukti dukung' }).click()
    const details = page.getByRole('dialog', { name: families })
    await expect(details.getByRole('heading', { name: /^Bukti dukung/ })).toBeVisible()
    await details.getByRole('button', { name: 'Tutup' }).click()
  })

  await test.step('Renstra and IKU differ: the finding links to its field and requires an explanation', async () => {
    const words = 'Target IKU 2026 (82) berbeda dari target Renstra (80). Jelaskan atau samakan.'
    await page
      .getByRole('region', { name: 'Tindakan pada laporan' })
      .getByRole('button', { name: 'Daftar temuan' })
      .click()
    const findings = page.getByRole('dialog', { name: 'Temuan' })
    await findings.getByText('Perlu penjelasan', { exact: true }).click()
    await expectWell(page, 'findings of the register')
    await findings
      .getByRole('button', { name: new RegExp(served) })
      .filter({ hasText: words })
      .click()
    await expect(form.field('Target IKU 2026', form.row(served))).toBeFocused()

    const blocked = await form.startSubmit()
    await expect(blocked.getByText('Harus diselesaikan dahulu (1)')).toBeVisible()
    await expectWell(page, 'register that cannot be handed in yet')
    await blocked.getByRole('button', { name: /Target IKU 2026/ }).click()
    await expect(form.field('Target IKU 2026', form.row(served))).toBeFocused()
    await form.row(served).getByLabel('Penjelasan').fill('IKU 2026 dinaikkan dengan Keputusan Bupati.')
    await form.saved()
    await expect(form.row(served).getByText('Sudah dijelaskan')).toBeVisible()
    await expectWell(page, 'register filled in')
    await form.cell(served, 'Target Renstra 2026').focus()
    await form
      .row(served)
      .getByRole('button', { name: /^Tindakan untuk/ })
      .click()
    await page.getByRole('menuitem', { name: /^Rincian/ }).click()
    const details = page.getByRole('dialog').or(page.getByRole('complementary', { name: 'Rincian baris' }))
    await expect(details.getByRole('heading', { name: 'Definisi baris ini' })).toBeVisible()
    await expect(details.getByRole('definition').filter({ hasText: 'Makin tinggi makin baik' })).toBeVisible()
    await expectWell(page, 'definition of an indicator in the panel')
    await details.getByRole('button', { name: 'Ubah di bawah baris' }).click()
    await expect(form.field('Definisi operasional', form.row(served))).toBeFocused()
    await form.submit()
    await expectWell(page, 'receipt of the register')
  })

  await test.step('the verifier reads the explanation, and approves', async () => {
    const { page: review } = reviewer
    await review.reload()
    await review.getByRole('link', { name: /^Periksa: SAKIP · Indikator kinerja/ }).click()
    await expect(review.getByText('IKU 2026 dinaikkan dengan Keputusan Bupati.')).toBeVisible()
    await review.getByRole('button', { name: /^Ambil untuk diperiksa/ }).click()
    await expectWell(review, 'register under review')
    await review.getByRole('button', { name: /^Setujui(?! semua)/ }).click()
    const dialog = review.getByRole('dialog')
    await expect(dialog.getByText('1 temuan dengan penjelasan operator')).toBeVisible()
    await expectWell(review, 'register to be approved')
    await dialog.getByRole('button', { name: 'Setujui' }).click()
    await expect(review.getByText('Disetujui').first()).toBeVisible()
  })

  await test.step('the agreement: parties, targets of the registered indicators, budget, action plan, signed scan', async () => {
    await form.open(/SAKIP · Perjanjian Kinerja/)
    stored.agreement = form.id
    await form.fillAll(
      {
        Nama: 'Faridah Aryani, S.Sos.',
        Jabatan: 'Kepala Dinas Sosial',
        'Pangkat/golongan': 'Pembina Utama Muda',
        NIP: '197001012000032001',
      },
      page.getByRole('article', { name: /Pihak pertama/ }),
    )
    await form.fillAll(
      { Nama: 'Bupati Nunukan', Jabatan: 'Bupati' },
      page.getByRole('article', { name: /Pihak kedua/ }),
    )
    await form.section('Penandatanganan')
    await form.fillAll({ Tempat: 'Nunukan', Tanggal: '20-1-2026' })
    await form.saved()
    await attachScan('PK Dinas Sosial 2026, bertanda tangan', '045/PK/DINSOS/2026')

    await form.section('Sasaran strategis')
    // the register's values of the year are filled in; where Renstra and IKU differ the office chooses
    await expect(form.cell(waiting, 'Target 2026')).toHaveValue('6')
    await expect(form.cell(families, 'Target 2026')).toHaveValue('1.200')
    await expect(form.cell(served, 'Target 2026')).toHaveValue('')
    for (const [name, targets] of Object.entries(agreed))
      for (const [column, value] of Object.entries(targets)) await form.fill(form.cell(name, column), value)
    await form.saved()
    await expect(
      page.getByText('Target (81) berbeda dari target Renstra tahun ini (80).', { exact: false }),
    ).toBeVisible()
    await expect(page.getByText('Target (81) berbeda dari target IKU tahun ini (82).', { exact: false })).toBeVisible()
    await expectWell(page, 'agreement that differs from register')
    await form.fill(form.cell(served, 'Target 2026'), '80')
    await form.fill(form.cell(served, 'Target triwulan IV'), '80')
    await form.saved()
    await page
      .getByText('Target (80) berbeda dari target IKU tahun ini (82).', { exact: false })
      .locator('xpath=ancestor::div[1]')
      .getByLabel('Penjelasan')
      .fill('Pagu 2026 mengikuti target Renstra.')
    const plan = page.getByRole('group', { name: 'Rencana aksi' })
    await form.add('Tambah rencana aksi', 'Penjangkauan ke kecamatan pulau', plan.first())
    await form.fillAll(
      { 'Penanggung jawab': 'Kepala Bidang Rehabilitasi Sosial', Triwulan: 'Triwulan II', Anggaran: '450.000.000' },
      plan.first(),
    )
    for (const at of [1, 2, 3])
      await plan
        .nth(at)
        .getByRole('checkbox', { name: /^Tidak ada \(nihil\)/ })
        .check()
    await form.section('Program dan anggaran')
    await form.add('Tambah program dan anggaran', program)
    await form.fill(form.cell(program, 'Kode'), '1.06.04')
    await form.fill(form.cell(program, 'Pagu'), '2.450.000.000')
    await form.fill(form.cell(program, 'Sumber dana'), 'APBD')
    await form.saved()
    await expectWell(page, 'programme of the agreement')
    await form.section('Sasaran strategis')
    await expectWell(page, 'agreement filled in')
    await form.submit()
  })

  await test.step('the first quarter, against the submitted agreement: the page says so', async () => {
    await form.open(/SAKIP · Pengukuran kinerja, Triwulan I /)
    stored.first = form.id
    await expect(page.getByText('perjanjian kinerja yang sudah dikirim tetapi belum disetujui')).toBeVisible()
    await form.fill(form.cell(served, 'Realisasi Triwulan I'), '22')
    await form.fill(form.cell(waiting, 'Realisasi Triwulan I'), '9')
    await form.fill(
      form.cell(waiting, 'Penyebab keberhasilan atau kegagalan'),
      'Petugas penjangkauan berkurang dua orang.',
    )
    await form.fill(form.cell(waiting, 'Tindak lanjut'), 'Dua petugas diperbantukan dari kecamatan.')
    await form.fill(form.cell(families, 'Realisasi Triwulan I'), '270')
    await form.declare(grade, 'Nyatakan belum tersedia')
    await expectWell(page, 'what is not yet available asks who publishes it')
    await form.fillAll({
      Alasan: 'Evaluasi dilakukan sesudah tahun berakhir.',
      'Penerbit data': 'Inspektorat Kabupaten Nunukan',
      'Perkiraan terbit': 'April 2027',
    })
    await form.section('Program dan anggaran')
    await form.fill(form.cell(program, 'Realisasi anggaran s.d. Triwulan I'), '480.000.000')
    await form.saved()
    await form.section('Sasaran strategis')
    await shows({ [served]: '110,00 %', [waiting]: '87,50 %', [families]: '90,00 %' })
    await achievement(waiting).click()
    await expect(page.getByText('(2 × 8 − 9) ÷ 8', { exact: false }).first()).toBeVisible()
    await expectWell(page, 'first quarter filled in')
    await form.submit()
  })

  await test.step('the second quarter is created, and its open page is updated when the agreement is approved', async () => {
    await form.open(/SAKIP · Pengukuran kinerja, Triwulan II /)
    stored.second = form.id
    const notYet = page.getByText('perjanjian kinerja yang sudah dikirim tetapi belum disetujui')
    await expect(notYet).toBeVisible()
    const byTheFirst = (name: string) =>
      page.getByRole('row', { name: new RegExp(`^${name}`) }).getByText('menurut Triwulan I', { exact: true })
    await expect(byTheFirst(served), 'target, realization and achievement').toHaveCount(3)
    await form.fill(form.cell(served, 'Realisasi Triwulan II'), '42')
    await form.saved()
    await expect(byTheFirst(served)).toHaveCount(0)
    await expect(byTheFirst(waiting)).toHaveCount(3)
    await approve(stored.agreement)
    // returning to the page
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await expect(notYet).toBeHidden()
    await expect(form.cell(served, 'Realisasi Triwulan II')).toHaveValue('42')
    await form.fill(form.cell(waiting, 'Realisasi Triwulan II'), '6,5')
    await form.fill(form.cell(families, 'Realisasi Triwulan II'), '330')
    await form.saved()
    await shows({ [served]: '105,00 %', [waiting]: '107,14 %', [families]: '100,00 %' })
  })

  await test.step('a change of the agreement, with its reason and two new targets', async () => {
    await form.open(/SAKIP · Perjanjian Kinerja/, '/laporan')
    await page.getByRole('button', { name: 'Buat perubahan' }).click()
    const dialog = page.getByRole('dialog', { name: 'Buat perubahan' })
    await expectWell(page, 'a change before it is created')
    await dialog.getByLabel('Alasan perubahan').fill('Pergeseran anggaran APBD Perubahan 2026.')
    await dialog.getByRole('button', { name: 'Buat perubahan ke-1' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Perjanjian Kinerja, perubahan ke-1' })).toBeVisible()
    stored.change = form.id
    await form.section('Penandatanganan')
    await expect(form.field('Alasan perubahan')).toHaveValue('Pergeseran anggaran APBD Perubahan 2026.')
    await attachScan('PK Perubahan 2026, bertanda tangan', '051/PK/DINSOS/2026')
    await form.section('Sasaran strategis')
    await form.fill(form.cell(served, 'Target triwulan II'), '45')
    await form.fill(form.cell(families, 'Target triwulan II'), '350')
    await form.fill(form.cell(families, 'Target triwulan IV'), '250')
    await form.saved()
    await expectWell(page, 'change of the agreement')
    await form.submit()
    await approve(stored.change)
  })

  await test.step('the second quarter has its indicators under the new targets', async () => {
    await form.open(/SAKIP · Pengukuran kinerja, Triwulan II /)
    await expect(form.cell(served, 'Realisasi Triwulan II')).toHaveValue('42')
    await shows({ [served]: '93,33 %', [waiting]: '107,14 %', [families]: '92,31 %' })
    await form.declare(grade, 'Nyatakan belum tersedia')
    await form.fillAll({
      Alasan: 'Evaluasi dilakukan sesudah tahun berakhir.',
      'Penerbit data': 'Inspektorat Kabupaten Nunukan',
      'Perkiraan terbit': 'April 2027',
    })
    await form.section('Program dan anggaran')
    await form.fill(form.cell(program, 'Realisasi anggaran s.d. Triwulan II'), '450.000.000')
    await form.saved()
    await expect(page.getByText('kurang dari s.d. triwulan lalu', { exact: false })).toBeVisible()
    await expectWell(page, 'spent less than in the quarter before')
    await form.fill(form.cell(program, 'Realisasi anggaran s.d. Triwulan II'), '1.100.000.000')
    await form.saved()
    await form.section('Sasaran strategis')
    await form.submit()
    await approve(stored.first)
    await approve(stored.second)
  })

  await test.step('the stored data', async () => {
    const read = async (path: string) => await (await reviewer.context.request.get(`/api/v1/${path}`)).json()
    const register = await answersOf(stored.register)
    const named = (table: string, name: string) =>
      Object.entries(register[table] ?? {}).find(([, row]) => row.name === name)?.[0] ?? ''
    const figures = async (quarter: string) => {
      const { items } = await read(`figures?form=sakip/pengukuran-triwulan&period=2026-${quarter}&limit=200`)
      expect(items.every((one: { standing: string }) => one.standing === 'final')).toBe(true)
      return (code: string, row = ''): { value: string | null; why: string | null } =>
        items.find(
          (one: { figure: { code: string; row: string } }) => one.figure.code === code && one.figure.row === row,
        ).figure
    }
    const expectValue = ({ value }: { value: string | null }, expected: number) =>
      expect(Number(value)).toBeCloseTo(expected, 10)
    const [first, second] = [await figures('TW1'), await figures('TW2')]
    const [achieved, whole, spent] = ['sakip.achievement', 'sakip.office', 'sakip.absorption']
    // higher, last: R ÷ T; lower: (2T − R) ÷ T; summed: ΣR ÷ ΣT; an office is the mean of its objectives
    expectValue(first(achieved, named('indicators', served)), (22 / 20) * 100)
    expectValue(first(achieved, named('indicators', waiting)), ((2 * 8 - 9) / 8) * 100)
    expectValue(first(achieved, named('indicators', families)), (270 / 300) * 100)
    expectValue(first('sakip.objective', named('objectives', care)), (110 + 87.5) / 2)
    expectValue(first(whole), ((110 + 87.5) / 2 + 90) / 2)
    expectValue(first(spent), (480 / 2450) * 100)
    expectValue(second(achieved, named('indicators', served)), (42 / 45) * 100)
    expectValue(second(achieved, named('indicators', waiting)), ((2 * 7 - 6.5) / 7) * 100)
    expectValue(second(achieved, named('indicators', families)), ((270 + 330) / (300 + 350)) * 100)
    expectValue(second(whole), ((4200 / 45 + 750 / 7) / 2 + 60000 / 650) / 2)
    expectValue(second(spent), (1100 / 2450) * 100)
    for (const quarter of [first, second])
      expect(quarter(achieved, named('indicators', grade))).toMatchObject({ value: null, why: 'notYetAvailable' })

    const used = async (id: string) => (await read(`submissions/${id}/revisions/1`)).body.sources.agreement
    expect(await used(stored.first)).toMatchObject({ submission: stored.agreement, status: 'handed-in' })
    expect(await used(stored.second)).toMatchObject({ submission: stored.change, status: 'approved' })
    const { items: scans } = await read(`submissions/${stored.agreement}/attachments`)
    expect(scans).toMatchObject([{ anchor: '/document/document', number: '045/PK/DINSOS/2026' }])
    const measured = await answersOf(stored.first)
    expect(measured.indicators?.[named('indicators', grade)]).toEqual({
      state: 'notYetAvailable',
      reason: 'Evaluasi dilakukan sesudah tahun berakhir.',
      publisher: 'Inspektorat Kabupaten Nunukan',
      expected: 'April 2027',
    })
    expect(measured.indicators?.[named('indicators', waiting)]).toMatchObject({
      cause: 'Petugas penjangkauan berkurang dua orang.',
      followUp: 'Dua petugas diperbantukan dari kecamatan.',
    })
  })

  async function attachScan(title: string, number: string): Promise<void> {
    await page.getByRole('button', { name: /^Rincian/ }).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Pilih berkas bukti' }).click(),
    ])
    await chooser.setFiles(scan)
    const upload = page.getByRole('form', { name: `Berkas ${scan.name}` })
    await upload.getByLabel('Judul berkas').fill(title)
    await upload.getByLabel(/^Nomor dokumen/).fill(number)
    await upload.getByLabel(/^Nomor dokumen/).press('Enter')
    if (number.startsWith('045')) await expectWell(page, 'scan that is attached')
    await expect(page.getByText(new RegExp(`^${number} · `))).toBeVisible()
    await expect(page.getByRole('link', { name: new RegExp(`^${title}`) })).toBeVisible()
    await page.getByRole('button', { name: 'Tutup', exact: true }).click()
  }
  function achievement(name: string) {
    const row = page.getByRole('row', { name: new RegExp(`^${name}`) })
    return row.getByRole('button', { name: /perhitungan Capaian$/ })
  }
  async function shows(achieved: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(achieved))
      await expect(achievement(name)).toHaveText(`${value}: perhitungan Capaian`)
  }
})
