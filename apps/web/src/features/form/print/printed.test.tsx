import { uncomparedRows } from '@sepakat/rules/words/uncomparedRows.ts'
import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { inventedAnswers, inventedForm, inventedKind, inventedScope } from '#sheet/answers/fixtures/invented.ts'
import type { RevisionBody } from '#submissions/revisionBody.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { PrintDocument } from './PrintDocument.tsx'
import { PrintedReceipt } from './PrintedReceipt.tsx'
import { printedDraft, printedRevision } from './printed.ts'

const answers = {
  ...inventedAnswers(),
  counts: {
    kematian: { state: 'nil', reason: 'Tidak ada kematian' },
    kunjungan: { target: '4800', reached: '5000', 'why-over-target': 'Ada warga luar' },
  },
}
const file = {
  id: 'f1',
  anchor: '/counts/kematian/state',
  title: 'Surat pernyataan',
  number: '12/2026',
  date: '2026-07-01',
  page: '3',
  sha256: 'ab'.repeat(32),
}
const form = inventedForm()
const printed = printedDraft(form, answers, form.evaluate(answers), [file], inventedScope().sources)
const letterhead = {
  region: 'Kabupaten Karangan',
  office: 'Dinas Karangan',
  title: 'Formulir karangan',
  period: 'Triwulan II 2026',
  standing: 'draf, belum dikirim',
  draft: true,
}
const paper = (given = printed) =>
  render(
    <PrintDocument
      printed={given}
      letterhead={letterhead}
      kind={inventedKind}
      scope={inventedScope()}
      facts={{}}
      technical={{ 'SHA-256': 'cd'.repeat(32) }}
    />,
  )

describe('a report on paper', () => {
  it('has its letterhead, and says that it is a draft', () => {
    paper()
    expect(screen.getByText('Pemerintah Kabupaten Karangan')).toBeTruthy()
    expect(screen.getByText('DRAF · belum dikirim')).toBeTruthy()
    expect(screen.getByText('cd'.repeat(32))).toBeTruthy()
  })

  it('prints answers, figures with category and basis, states, explanations and evidence, and in a footnote which rows were not compared with a regulation', () => {
    const { container } = paper()
    const text = (container.textContent ?? '').replaceAll('\u00a0', ' ')
    expect(text).toContain('5.000 orang')
    expect(text).toContain('100,00 % · Sangat Tinggi (berjalan, terhadap target setahun)')
    expect(text).toContain('Nihil (alasan: Tidak ada kematian)')
    expect(text).toContain('Penjelasan: Ada warga luar')
    expect(text).toContain('Bunyi baris formulir berikut belum dicocokkan dengan peraturan: ')
    const codes = [...container.querySelectorAll('p > span')].map(code => code.textContent)
    expect(codes, 'each code is whole on its line').toEqual(uncomparedRows(printed.sections))
    expect(text).not.toContain('belum diverifikasi')
    expect(text).toContain('12/2026, 1 Jul 2026, hal. 3')
    expect(text).toContain('Keterangan–')
    expect(screen.queryByText('Desa')).toBeNull()
  })

  it('names a row that is alone in its section', () => {
    paper()
    expect(screen.getByRole('heading', { name: /Angka kematian/ })).toBeTruthy()
  })

  it('prints lists inside lists', () => {
    paper()
    const [works] = screen.getAllByRole('table').filter(table => within(table).queryByText('Nama pekerjaan'))
    expect(within(works!).getByText('Semen')).toBeTruthy()
    expect(works!.textContent?.replaceAll('\u00a0', ' ')).toContain('Rp 1.000')
  })

  it('is the same from a revision, whose JSON has no order of keys', () => {
    const { container } = paper()
    const frozen = JSON.parse(JSON.stringify(printed)) as Partial<RevisionBody>
    const again = paper(printedRevision(frozen))
    expect(again.container.textContent).toBe(container.textContent)
    expect(printedRevision({})).toEqual({ sections: [], figures: [], attachments: [], sources: {} })
  })

  it('marks what was computed with values from before the system', () => {
    const mark = 'dari arsip, tidak diverifikasi'
    expect(paper().container.textContent).not.toContain(mark)
    const archived = { ...printed, sources: { previous: { status: 'archive' as const } } }
    expect(paper(archived).container.textContent).toContain(mark)
  })

  it('has no axe violations', async () => {
    expect(await axeFinds(paper().container)).toEqual([])
  })
})

it('a receipt is readable without its proof, which comes last and in small', () => {
  const { container } = render(
    <PrintedReceipt
      {...letterhead}
      by="Siti"
      facts={{ Kiriman: 'ke-1' }}
      proof={{ 'SHA-256': 'cd'.repeat(32), Segel: '12' }}
    />,
  )
  const small = screen.getByRole('heading', { name: 'Rincian teknis' }).parentElement!
  expect(small.textContent).toContain(`SHA-256${'cd'.repeat(32)}Segel12`)
  expect(small.textContent).toMatch(/membuktikan bahwa laporan ini tidak diubah sejak dikirim/)
  small.remove()
  expect(container.textContent).toMatch(/Kirimanke-1Dikirim olehSiti$/)
})
