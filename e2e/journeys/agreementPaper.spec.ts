import { readFile } from 'node:fs/promises'
import { buildObligations, buildPeriods, buildWave, obligationId, officeId } from '@sepakat/db/builders/index.ts'
import { Filing, pdf } from '../support/fileSpm.ts'
import { expectSigned, signingEnv } from '../support/signing.ts'
import { expect, expectFormWell, test } from '../support/test.ts'

test.use({ apart: 'agreement on paper', env: signingEnv })

const row = (n: number) => `0199f5a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const item = { $position: 'a0' }

/** A goal, an objective and an indicator that the agreement takes. */
const register = {
  goals: { [row(1)]: { ...item, name: 'Meningkatnya kesejahteraan sosial masyarakat' } },
  objectives: { [row(2)]: { ...item, $parent: row(1), name: 'Meningkatnya pelayanan kesejahteraan sosial' } },
  indicators: {
    [row(3)]: {
      ...item,
      $parent: row(2),
      name: 'Persentase pemerlu pelayanan yang terlayani',
      unit: '%',
      direction: 'higher',
      renstra2: '80',
      agreed: true,
    },
  },
}
const agreement = {
  parties: {
    first: { name: 'Kepala Contoh, S.Sos.', job: 'Kepala Dinas Sosial', nip: '197001012000032001' },
    second: { name: 'Bupati Contoh', job: 'Bupati Nunukan' },
  },
  document: { document: { place: 'Nunukan', date: '2026-01-20' } },
  indicators: { [row(3)]: { tw4: '80' } },
  programs: { [row(4)]: { ...item, name: 'Program Rehabilitasi Sosial', budget: '2450000000', fund: 'APBD' } },
}

test('an office prints its agreement, has it signed and attaches the scan; its QR says that it is genuine', async ({
  product,
  signIn,
  browser,
}) => {
  const { db, url } = product
  const office = await officeId(db, 'dsp3a')
  await buildPeriods(db, [
    { form: 'sakip/indikator', key: '2026' },
    { form: 'sakip/perjanjian-kinerja', key: '2026' },
  ])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: [office], reportTypes: ['sakip'] })
  await buildObligations(db, 2026)
  const { page } = await signIn({ posts: [{ role: 'operator', offices: [office] }] })
  const filing = new Filing(page.request, url)
  const begin = async (form: 'sakip/indikator' | 'sakip/perjanjian-kinerja', tables: Parameters<Filing['save']>[1]) => {
    const id = await obligationId(db, office, form, '2026')
    await filing.post('submissions', { obligation: id })
    await filing.save(id, tables)
    return id
  }
  await filing.move(await begin('sakip/indikator', register), 'submit')
  const id = await begin('sakip/perjanjian-kinerja', agreement)
  const button = page.getByRole('button', { name: 'Cetak naskah perjanjian kinerja' })
  const print = async () => {
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), button.click()])
    const made = await readFile(await download.path())
    expect(made.subarray(0, 5).toString()).toBe('%PDF-')
    return download.suggestedFilename()
  }

  await test.step('one button in the report prints its draft, which is marked as one', async () => {
    await page.goto(`/laporan/${id}`)
    await expect(button).toBeVisible()
    await expectFormWell(page, 'agreement with the button of its paper')
    expect(await print()).toBe('draf perjanjian-kinerja.pdf')
  })

  let receipt = ''
  await test.step('once submitted, the paper to be signed', async () => {
    await filing.move(id, 'submit')
    await page.goto(`/laporan/${id}/cetak`)
    const name = await print()
    receipt = name.split(' ')[0] ?? ''
    expect(name).toBe(`${receipt} perjanjian-kinerja.pdf`)
  })

  await test.step('its head signs it electronically', async () => {
    const { page: head } = await signIn({ posts: [{ role: 'head', offices: [office] }] })
    await head.goto(`/laporan/${id}/cetak`)
    const begin = head.getByRole('button', { name: 'Tanda tangani secara elektronik' })
    await begin.click()
    await expectFormWell(head, 'agreement being signed')
    await head.getByRole('dialog').getByRole('button', { name: 'Tanda tangani' }).click()
    await expectSigned(head, head.getByRole('link', { name: `${receipt} perjanjian-kinerja bertanda tangan.pdf` }))
    await expect(begin).toBeHidden()
  })

  await test.step('its scan is attached where it is printed', async () => {
    await page.reload()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'perjanjian-bertanda-tangan.pdf', mimeType: 'application/pdf', buffer: pdf })
    await expect(page.getByRole('link', { name: 'perjanjian-bertanda-tangan.pdf' })).toBeVisible()
    await expectFormWell(page, 'agreement on paper with its scan')
  })

  await test.step('anybody learns whether number and code are genuine, and nothing else', async () => {
    const { items } = await (await page.request.get(`/api/v1/submissions/${id}/revisions`)).json()
    expect(items[0].receipt).toBe(receipt)
    const stranger = await (await browser.newContext({ baseURL: url })).newPage()
    await stranger.goto(`/naskah/${receipt}/${items[0].sha256.slice(0, 16)}`)
    await expect(stranger.getByRole('heading', { level: 1, name: 'Asli' })).toBeVisible()
    await expect(stranger.getByText('Dinas Sosial')).toHaveCount(0)
    await expectFormWell(stranger, 'paper that is genuine')
    await stranger.goto(`/naskah/${receipt}/${'0'.repeat(16)}`)
    await expect(stranger.getByRole('heading', { level: 1, name: 'Tidak dikenal' })).toBeVisible()
    await expectFormWell(stranger, 'paper that is not known')
    await stranger.context().close()
  })
})
