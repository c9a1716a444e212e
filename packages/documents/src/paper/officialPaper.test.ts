import { readFileSync } from 'node:fs'
import {
  type Answers,
  buildForm,
  type Catalogue,
  type FilledPart,
  frozenSections,
  type PaperGiven,
  type Source,
} from '@sepakat/rules'
import { catalogueFiles } from '@sepakat/rules/kinds/catalogueFiles.ts'
import { paperOf } from '@sepakat/rules/kinds/paperOf.ts'
import { kind } from '@sepakat/rules/kinds/sakip-perjanjian-kinerja/kind.ts'
import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { typeset } from '../typst/typeset.ts'
import { officialPaper } from './officialPaper.ts'

interface Agreed {
  indicators: Record<string, { objective: string; target: string; unit: string; scale?: string }>
  programmes: Record<string, string>
}
const chain: Agreed = {
  indicators: {
    'Persentase pemerlu pelayanan kesejahteraan sosial yang terlayani': {
      objective: 'Meningkatnya pelayanan kesejahteraan sosial',
      target: '81.5',
      unit: '%',
    },
    'Rata-rata lama penanganan pengaduan': {
      objective: 'Meningkatnya pelayanan kesejahteraan sosial',
      target: '6',
      unit: 'hari',
    },
    'Predikat SAKIP perangkat daerah': {
      objective: 'Meningkatnya akuntabilitas kinerja',
      target: 'BB',
      unit: 'predikat',
      scale: 'predikat-sakip',
    },
  },
  programmes: {
    'Program Rehabilitasi Sosial': '1250000000',
    'Program Perlindungan dan Jaminan Sosial': '987654321.5',
  },
}

/** The register that the agreement takes its rows from, ids being the names themselves. */
const registerOf = ({ indicators }: Agreed): Source => {
  const objectives = [...new Set(Object.values(indicators).map(({ objective }) => objective))]
  return {
    status: 'approved',
    answers: {
      objectives: Object.fromEntries(objectives.map(name => [name, { name }])),
      indicators: Object.fromEntries(
        Object.entries(indicators).map(([name, { objective, unit, scale }]) => [
          name,
          { $parent: objective, name, unit, direction: 'higher', agreed: true, ...(scale && { scale }) },
        ]),
      ),
    },
    rows: {
      objectives: objectives.map(label => ({ id: label, parent: null, label })),
      indicators: Object.entries(indicators).map(([label, { objective }]) => ({ id: label, parent: objective, label })),
    },
  }
}
const answersOf = ({ indicators, programmes }: Agreed): Answers => ({
  parties: {
    first: {
      name: 'Hj. Kartini, S.Sos.',
      job: 'Kepala Dinas Sosial',
      rank: 'Pembina Utama Muda (IV/c)',
      nip: '197104211995032001',
      acting: 'plt',
    },
    second: { name: 'Bupati Contoh', job: 'Bupati Nunukan' },
  },
  document: { document: { place: 'Nunukan', date: '2026-01-12' } },
  indicators: Object.fromEntries(Object.entries(indicators).map(([name, { target }]) => [name, { target }])),
  programs: Object.fromEntries(
    Object.entries(programmes).map(([name, budget], n) => [
      `p${n}`,
      { $position: `a${String(n).padStart(3, '0')}`, name, budget, fund: 'APBD' },
    ]),
  ),
})
const catalogue: Catalogue = JSON.parse(
  readFileSync(
    new URL(catalogueFiles['sakip/perjanjian-kinerja'] ?? '', import.meta.resolve('@sepakat/rules/kinds/index.ts')),
    'utf8',
  ),
)

function paperFor(of: Agreed, { number = 1, draft = false } = {}) {
  const answers = answersOf(of)
  const form = buildForm(kind, catalogue, defaultRuleSet, {
    office: { id: 'o', name: 'Dinas Sosial' },
    period: '2026',
    number,
    rows: '*',
    plan: { from: 2025, to: 2030 },
    sources: { register: registerOf(of) },
  })
  const given: PaperGiven = {
    region: 'Kabupaten Nunukan',
    office: 'Dinas Sosial',
    reviewers: 'Bagian Organisasi',
    place: 'Nunukan',
    title: 'Perjanjian Kinerja',
    period: '2026',
    number,
    sections: frozenSections(form, answers),
    figures: form.evaluate(answers).figures,
    head: null,
    day: null,
    returned: null,
    submitted: draft ? null : { receipt: 'SAKIP-2026-000012', n: 1, at: 'Selasa', by: 'Operator' },
  }
  return officialPaper({
    kind: paperOf('sakip/perjanjian-kinerja', 'perjanjian-kinerja')!,
    given,
    letterhead: { region: given.region, office: given.office, address: 'Jalan Pelabuhan 1, Nunukan 77482' },
    title: 'Naskah perjanjian kinerja · Dinas Sosial · 2026',
    proof: draft
      ? null
      : {
          number: 'SAKIP-2026-000012',
          code: 'abcdef0123456789',
          address: 'https://sepakat.nunukankab.go.id/naskah/SAKIP-2026-000012/abcdef0123456789',
        },
  })
}

const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')
interface Node {
  role?: string
  children?: Node[]
}
const rolesIn = ({ role, children = [] }: Node): string[] => [...(role ? [role] : []), ...children.flatMap(rolesIn)]

/** The words, the roles of the tags and the outline of each page, read back from the PDF. */
async function pagesOf(of: Agreed, how: Parameters<typeof paperFor>[1] = {}) {
  const pdf = await getDocumentProxy(new Uint8Array(await typeset(paperFor(of, how))))
  const { text } = await extractText(pdf, { mergePages: false })
  const pages = await Promise.all(text.map((_, at) => pdf.getPage(at + 1)))
  const trees = await Promise.all(pages.map(page => page.getStructTree()))
  const { info } = await pdf.getMetadata()
  return {
    texts: text.map(bare),
    roles: trees.map(tree => (tree ? rolesIn(tree as Node) : [])),
    title: (info as { Title?: string }).Title,
  }
}
const tablesOf = (of: Agreed) =>
  paperFor(of).parts.flatMap((part: FilledPart) =>
    part.part === 'table' ? [part.lines.map(line => line.cells.map(({ text }) => text))] : [],
  )

describe('the agreement on paper', () => {
  it('has the targets, units and money of the frozen form, and their sum', () => {
    expect(tablesOf(chain)).toEqual([
      [
        [
          '1.',
          'Meningkatnya pelayanan kesejahteraan sosial',
          'Persentase pemerlu pelayanan kesejahteraan sosial yang terlayani',
          '%',
          '81,5',
        ],
        ['Rata-rata lama penanganan pengaduan', 'hari', '6'],
        ['2.', 'Meningkatnya akuntabilitas kinerja', 'Predikat SAKIP perangkat daerah', 'predikat', 'BB'],
      ],
      [
        ['1.', 'Program Rehabilitasi Sosial', '1.250.000.000', 'APBD'],
        ['2.', 'Program Perlindungan dan Jaminan Sosial', '987.654.321,50', 'APBD'],
        ['Jumlah', '2.237.654.321,50', ''],
      ],
    ])
  })

  it('says who promises what to whom, where and when, with tags, a title, and where it is proved', async () => {
    const { texts, roles, title } = await pagesOf(chain)
    expect(texts).toHaveLength(2)
    for (const said of [
      'PEMERINTAH KABUPATEN NUNUKAN',
      'PERJANJIAN KINERJA TAHUN 2026',
      'Plt. Kepala Dinas Sosial',
      'Bupati Nunukan',
      'menjadi tanggung jawab kami',
      'Nunukan, 12 Januari 2026',
      'Pembina Utama Muda (IV/c)',
      'NIP 197104211995032001',
      'SAKIP-2026-000012 · kode periksa abcdef0123456789',
      'hal. 1 dari 2',
    ])
      expect(texts[0]).toContain(bare(said))
    // who holds an office of state has no NIP on paper, and no room for one
    expect(texts[0]?.match(/NIP/g)).toHaveLength(1)
    for (const unwanted of ['DRAF', 'keterisian', 'belum dicocokkan']) expect(texts.join()).not.toContain(unwanted)
    expect(title).toBe('Naskah perjanjian kinerja · Dinas Sosial · 2026')
    expect(roles[0]).toEqual(expect.arrayContaining(['H1', 'P']))
    expect(roles[1]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD']))
  })

  it('calls a change by its name, marks a draft on each page and proves nothing of it', async () => {
    const { texts } = await pagesOf(chain, { number: 2, draft: true })
    expect(texts[0]).toContain(bare('PERJANJIAN KINERJA PERUBAHAN TAHUN 2026'))
    for (const page of texts) {
      expect(page).toContain('DRAF')
      expect(page).toContain(bare('draf, belum dikirim'))
      expect(page).not.toContain('kodeperiksa')
    }
  })

  it('repeats the head of a table, and never leaves a signature alone on a page', async () => {
    const pages = new Set<number>()
    for (const count of [9, 10, 11, 12, 13, 14, 15, 16]) {
      const indicators = Object.fromEntries(
        Array.from({ length: count }, (_, n) => [
          `Indikator nomor ${n} dengan nama yang memenuhi dua baris pada kolomnya`,
          { objective: `Sasaran ${Math.floor(n / 4)}`, target: String(n + 1), unit: 'orang' },
        ]),
      )
      const { texts } = await pagesOf({ ...chain, indicators })
      pages.add(texts.length)
      const last = texts.at(-1) ?? ''
      expect(last).toContain('PihakPertama,')
      expect([count, last.includes('Jumlah')]).toEqual([count, true])
      for (const page of texts.slice(1)) expect(page).toMatch(/Indikatorkinerja|Anggaran\(Rp\)/)
    }
    expect([...pages]).toEqual([2, 3])
    // a table longer than a page: its last lines are with the signatures
    const programmes = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`Program nomor ${n + 1}`, '1000']))
    const { texts } = await pagesOf({ ...chain, programmes })
    expect(texts.at(-1)).toContain('PihakPertama,')
    expect(texts.at(-1)).toContain('Jumlah60.000')
  })
})
