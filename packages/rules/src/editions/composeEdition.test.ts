import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangeOutline } from './arrangeOutline.ts'
import { compareEditions, differentTexts } from './compareEditions.ts'
import { composeEdition } from './composeEdition.ts'
import { dataAs, figureAs, formAs, refAs, rowAs } from './edition.fixture.ts'
import { editionKinds } from './editionKinds.ts'
import type { FrozenEdition } from './FrozenEdition.ts'
import { approvedValues, leftOutOf } from './leftOutOf.ts'
import type { Narrative } from './Narrative.ts'
import { narrativeSchema } from './narrativeSchema.ts'
import { pasteSheet } from './pasteSheet.ts'

const kind = editionKinds.lkpj
const row = rowAs('programs', 'p1', { code: '1.02.02', name: 'Program kesehatan', problem: 'Jarak' })
const figures = (budget: string) => [
  figureAs('lkpj.budget', 'p1', budget, { unit: 'Rp' }),
  figureAs('lkpj.budget', '', budget, { unit: 'Rp' }),
  figureAs('completeness', '', '100'),
]
const compose = (budget = '1000', texts: Record<string, Narrative> = {}) =>
  composeEdition(kind, dataAs([formAs('2025', figures(budget), [row])]), {
    outline: kind.outline,
    texts: new Map(Object.entries(texts)),
    version: 1,
    statement: null,
  })
const text: Narrative = [
  {
    block: 'paragraph',
    text: [
      { piece: 'text', text: 'Pagu ' },
      { piece: 'figure', of: refAs('lkpj.budget', '') },
    ],
  },
]

describe.each(Object.values(editionKinds))('$type', ({ outline, tables, charts, leftOut, reads }) => {
  it('has each section once, and knows every table and chart that its outline names', () => {
    const sections = outline.chapters.flatMap(chapter => chapter.sections)
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
    for (const one of sections.flatMap(({ has }) => has))
      expect('table' in one ? tables : charts).toHaveProperty(['table' in one ? one.table : one.chart])
  })
  it('marks each column that says who somebody is, under the id by which the public is given its table', () => {
    for (const [id, { make, personal = [] }] of Object.entries(tables)) {
      const { columns, id: own } = make(dataAs([]))
      const told = columns.filter(({ title }) => /jawab|pejabat|petugas|pegawai|pelaksana$|\bnama\b|nip/i.test(title))
      expect([own, told.map(column => column.id)]).toEqual([id, personal])
    }
  })
  it('says for each form why something of it may be in no table', () => {
    for (const { form } of reads('2025')) expect(leftOut[form]?.default).toMatch(/\.$/)
  })
})

describe('an edition', () => {
  it('has the figures of approved revisions alone, and says what is missing', () => {
    const { missing, sources, chapters } = compose('1000', { program: text })
    expect(missing).toContainEqual({
      what: 'Dinas Sosial: Program, kegiatan, dan sub kegiatan, Tahun 2025',
      why: expect.stringContaining('belum disetujui'),
    })
    expect(missing.some(({ what }) => what.includes('3.2'))).toBe(false)
    expect(sources).toMatchObject([{ office: 'Dinas Kesehatan', revision: 1 }])
    const blocks = chapters[2]!.sections.find(({ id }) => id === 'program')!.blocks
    expect(blocks[0]).toMatchObject({ block: 'paragraph', text: [{}, { said: 'Rp1.000', value: '1000' }] })
    expect(blocks[1]).toMatchObject({ block: 'table', number: 'Tabel 3.2', table: { id: 'program' } })
  })

  it('names each table once: one that the text puts in does not come again below it', () => {
    const { chapters } = compose('1000', { program: [{ block: 'table', of: 'program', title: 'Judul lain' }] })
    const tables = chapters[2]!.sections
      .find(({ id }) => id === 'program')!
      .blocks.flatMap(block => (block.block === 'table' ? [block.table.title] : []))
    expect(tables[0]).toBe('Judul lain')
    expect(tables).toHaveLength(2)
  })

  it('drops nothing: each approved value is in it or in a named list with its reason', () => {
    const data = dataAs([formAs('2025', figures('1000'), [row])])
    const whole = composeEdition(kind, data, { outline: kind.outline, texts: new Map(), version: 1, statement: null })
    const blocks = whole.chapters.flatMap(({ sections }) => sections.flatMap(section => section.blocks))
    const { leftOut, counted } = leftOutOf(kind, data, blocks)
    expect(counted + leftOut.reduce((sum, { values }) => sum + values, 0)).toBe(approvedValues(data))
    expect(leftOut).toEqual(whole.leftOut)
    expect(leftOut.every(({ why }) => why !== '')).toBe(true)
    expect(leftOut.map(({ what }) => what)).toEqual([expect.stringContaining('completeness')])
  })

  it('has the statement of review as an annex', () => {
    const { annexes } = composeEdition(kind, dataAs([]), {
      outline: kind.outline,
      texts: new Map(),
      version: 1,
      statement: { number: '700/1', date: '2026-03-12', text: 'Telah direviu.', by: 'Inspektur' },
    })
    expect(JSON.stringify(annexes)).toContain('Nomor 700/1, 12 Maret 2026')
  })
})

describe('comparing two editions', () => {
  it('says which text, number and revision is another, and nothing of what is alike', () => {
    const [one, two] = [compose('1000', { program: text }), compose('2000', { program: text })]
    const { sections, figures: changed } = compareEditions(one, two)
    expect(sections).toMatchObject([{ id: 'program', texts: [{ from: 'Pagu Rp1.000', to: 'Pagu Rp2.000' }] }])
    expect(changed).toContainEqual(
      expect.objectContaining({ column: 'Anggaran terakhir (Rp)', from: '1.000', to: '2.000' }),
    )
    expect(compareEditions(one, one)).toEqual({ sections: [], figures: [], sources: [] })
  })

  it('gives the one list from the other, whatever they are', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
    fc.assert(
      fc.property(list, list, (from, to) => {
        const changes = differentTexts(from, to)
        const gone = changes.flatMap(({ from: was }) => was ?? [])
        const come = changes.flatMap(({ to: is }) => is ?? [])
        expect(from.length - gone.length).toBe(to.length - come.length)
        expect(changes.length === 0).toBe(JSON.stringify(from) === JSON.stringify(to))
      }),
    )
  })
})

describe('arranging an outline', () => {
  const { outline } = editionKinds.lppd
  const as = (hidden: string[], turn = (ids: string[]) => ids) => ({
    chapters: outline.chapters.map(({ id, sections }) => ({ id, sections: turn(sections.map(section => section.id)) })),
    hidden,
  })
  const arranged = (wish: Parameters<typeof arrangeOutline>[1]) => {
    const made = arrangeOutline(outline, wish)
    return 'at' in made ? made.at : made.chapters
  }
  it('puts the sections of a chapter in another order, which their numbers follow', () => {
    const [first] = arranged(as([], ids => ids.toReversed()))
    expect(first).toMatchObject({
      sections: [
        { number: '1.1', id: 'penerapan-spm' },
        { number: '1.2', id: 'perencanaan-pembangunan' },
        { number: '1.3', id: 'penjelasan-umum' },
      ],
    })
  })
  it('hides only what need not be written, and says where it cannot', () => {
    expect(arranged(as(['bantuan-masalah']))[2]).toMatchObject({ sections: [{}, {}, { hidden: true }] })
    expect(arranged(as(['makro']))).toBe('/chapters/1')
    expect(arranged(as(['tidak-ada']))).toBe('/hidden/0')
    expect(arranged(as([], ids => ids.slice(1)))).toBe('/chapters/0')
    expect(arranged({ chapters: [], hidden: [] })).toBe('/chapters')
  })
})

it('a number is carried over and compared as the report shows it', () => {
  const edition = (value: string): FrozenEdition => {
    const columns = [
      { id: 'name', title: 'Indikator', share: 1 },
      { id: 'rate', title: 'Laju (%)', share: 1, number: true as const },
    ]
    const lines = [{ cells: { name: { text: 'IPM' }, unit: { text: 'indeks' }, rate: { value } } }]
    const table = { id: 'makro', title: 'Makro', columns, lines, notes: [] }
    const blocks = [{ block: 'table' as const, number: 'Tabel 1.1', table }]
    const chapters = [
      { id: 'c', number: 'BAB I', title: '', sections: [{ id: 's', number: '1.1', title: '', blocks }] },
    ]
    return { ...compose(), type: 'lppd', chapters }
  }
  const [one, two] = [edition('0.7973325601623659'), edition('-2.5')]
  expect(pasteSheet(one).screens[0]?.fields).toMatchObject([{ label: 'IPM · Laju (%)', value: '0,7973', unit: '%' }])
  expect(compareEditions(one, two).figures).toMatchObject([{ from: '0,7973', to: '-2,5' }])
})

describe('the shape of a narrative', () => {
  it('takes what is written and nothing else', () => {
    expect(narrativeSchema.parse(text)).toEqual(text)
    expect(narrativeSchema.safeParse([{ block: 'html', text: [] }]).success).toBe(false)
    expect(narrativeSchema.safeParse([{ block: 'paragraph', text: [{ piece: 'text', text: '\u0000' }] }]).success).toBe(
      false,
    )
  })
})
