import { readFileSync } from 'node:fs'
import { type Answers, buildForm, type Catalogue, type FormId, frozenSections, type Scope } from '@sepakat/rules'
import { catalogueFiles } from '@sepakat/rules/kinds/catalogueFiles.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { shortDay } from '@sepakat/rules/periods/dates.ts'
import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { Paper, Piece } from './paper/paper.ts'
import { paperKey } from './paper/paperKey.ts'
import { type Report, reportPaper } from './paper/reportPaper.ts'
import { typeset } from './typst/typeset.ts'

const catalogueOf = (form: FormId): Catalogue =>
  JSON.parse(
    readFileSync(new URL(catalogueFiles[form] ?? '', import.meta.resolve('@sepakat/rules/kinds/index.ts')), 'utf8'),
  )
const scope = (rows: Scope['rows']): Scope => ({
  office: { id: 'o', name: 'Dinas Sosial' },
  period: '2026-TW2',
  rows,
  plan: { from: 2025, to: 2030 },
  sources: {},
})

const reportOf = (answers: Answers, rows: Scope['rows'], more: Partial<Report> = {}): Report => {
  const kind = kinds['spm/triwulan']!
  const form = buildForm(kind, catalogueOf('spm/triwulan'), defaultRuleSet, scope(rows))
  const attachments = [
    { anchor: '', title: 'SK Bupati', number: '12/2026', date: '2026-07-01', page: '3', sha256: 'ab'.repeat(32) },
  ]
  return {
    kind,
    scope: scope(rows),
    body: {
      sections: frozenSections(form, answers),
      figures: form.evaluate(answers).figures,
      attachments,
      sources: {},
    },
    letterhead: { region: 'Kabupaten Nunukan', office: 'Dinas Sosial', address: 'Jalan Pelabuhan 1' },
    title: 'Laporan penerapan SPM',
    period: 'Triwulan II 2026',
    standing: 'kiriman ke-2',
    place: 'Nunukan',
    day: '2026-07-05',
    signer: { title: 'Kepala Dinas Sosial', name: 'Hj. Kartini', nip: '197104211995032001' },
    sha256: 'cd'.repeat(32),
    facts: { 'Nomor tanda terima': 'SPM-2026-TW2-000412' },
    technical: { 'SHA-256': 'cd'.repeat(32) },
    ...more,
  }
}

/** What a paper says, without the places where a line may end: between words, and in long ones. */
const bare = (text: string) => text.normalize('NFKC').replaceAll(/[\s\u200b\u00ad]/g, '')
const read = async (paper: Paper) => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await typeset(paper))), { mergePages: true })
  return bare(text)
}
const textsOf = (pieces: Piece[]): string[] =>
  pieces.flatMap(piece => {
    if (piece.kind === 'list') return piece.items.map(words => words.map(({ text }) => text).join(''))
    if (piece.kind === 'answers')
      return piece.rows.flatMap(row => [row.name.map(({ text }) => text).join(''), ...textsOf(row.value)])
    if (piece.kind !== 'grid') return [piece.words.map(({ text }) => text).join('')]
    const cells = piece.lines.flatMap(line =>
      'below' in line ? textsOf(line.below) : line.cells.flatMap(c => textsOf(c.pieces)),
    )
    return [...piece.columns.map(({ title }) => title), ...cells]
  })

const hostile = [
  '#let x = 1; #x',
  '$a^2 + b$',
  '*tebal* _miring_',
  '"kutip" \'tunggal\' `raw`',
  '= Judul',
  '- butir',
  '<label> @rujukan',
  '// komentar /* lagi */',
  '[isi] {kode} \\ ~ -- ...',
  'https://contoh.go.id/a?b=c#d',
  'العربية',
  'עברית',
]

describe('the printed form of a report', () => {
  it('says every label and value, what was computed, states with their reasons, explanations and evidence', async () => {
    const answers: Answers = {
      recipients: {
        gepeng: { due: '4800', served: '5000', 'why-over-100': 'Ada warga luar daerah' },
        'korban-bencana': { state: 'nil', reason: 'Tidak ada bencana' },
      },
      problems: {
        p1: { $parent: 'gepeng', $position: 'a0', problem: 'Jarak antarpulau jauh', remedy: 'Perahu dinas' },
        'korban-bencana': { state: 'nil' },
      },
    }
    const paper = reportPaper(reportOf(answers, ['gepeng', 'korban-bencana']))
    const said = await read(paper)
    const all = textsOf(paper.pieces)
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter(text => !said.includes(bare(text)))).toEqual([])
    for (const text of ['4.800 orang', 'Nihil (alasan: Tidak ada bencana)', 'Penjelasan: Ada warga luar daerah'])
      expect(said).toContain(bare(text))
    for (const text of [
      '12/2026, 1 Jul 2026, hal. 3',
      'Nunukan, 5 Juli 2026',
      'NIP 197104211995032001',
      'Jalan Pelabuhan 1',
    ])
      expect(said).toContain(bare(text))
  })

  it.each(hostile)('shows %s as it was typed', async text => {
    const answers: Answers = { recipients: { gepeng: { state: 'nil', reason: `awal ${text} akhir` } } }
    expect(await read(reportPaper(reportOf(answers, ['gepeng'], { title: text })))).toContain(
      bare(`awal ${text} akhir`),
    )
  })

  it('says what a correction after audit changed, both values, who, when and why', async () => {
    const said = await read(
      reportPaper(
        reportOf({ recipients: { gepeng: { due: '4800' } } }, ['gepeng'], {
          correction: {
            about: {
              of: 1,
              reason: 'Temuan Inspektorat.',
              by: { name: 'Sari', title: 'Koordinator' },
              at: '2026-11-02',
              anchors: ['/recipients/gepeng'],
            },
            cells: [
              {
                at: '/recipients/gepeng/due',
                op: 'set',
                from: '4812',
                to: '4800',
                by: { name: 'Ani' },
                changedAt: '2026-11-03',
              },
            ],
            long: shortDay,
          },
        }),
      ),
    )
    for (const text of [
      'Koreksi atas pemeriksaan',
      'dibuka kembali oleh Sari, Koordinator pada 2 Nov 2026. Alasan: Temuan Inspektorat. Yang',
      '4.812',
      'Ani, 3 Nov 2026',
    ])
      expect(said).toContain(bare(text))
  })

  it('leaves room where the head is not known, and draws a page of nothing', async () => {
    const report = reportOf({}, [], { signer: { title: 'Kepala Dinas Sosial', name: null, nip: null } })
    expect(
      await read(reportPaper({ ...report, body: { sections: [], figures: [], attachments: [], sources: {} } })),
    ).toContain('NIP...')
  })

  it('has a key that follows from all it says', () => {
    const paper = reportPaper(reportOf({}, ['gepeng']))
    expect(paperKey(paper)).toBe(paperKey(JSON.parse(JSON.stringify(paper))))
    expect(paperKey(paper)).not.toBe(paperKey({ ...paper, title: 'Lain' }))
    expect(paperKey(paper)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('says what the compiler said where it fails', async () => {
    const broken = { ...reportPaper(reportOf({}, [])), pieces: JSON.parse('null') }
    await expect(typeset(broken)).rejects.toThrow('the document was not made')
  })
})
