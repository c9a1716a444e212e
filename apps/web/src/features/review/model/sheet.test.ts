import { describe, expect, it } from 'vitest'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import { figure, finding, firstAnswers, kind, revision, secondAnswers } from '../testing/revision.ts'
import { comparedRows } from './comparedRows.ts'
import { isMarked, marksOf, needsTick, sectionMarks } from './marks.ts'
import { onlyChanged } from './onlyChanged.ts'
import { placedRows } from './placedRows.ts'
import { changesBetween } from './rowChanges.ts'
import { earlierSource, namesOf, sheetOf } from './sheet.ts'

const first = revision(1, firstAnswers)
const second = revision(2, secondAnswers, {
  findings: [
    finding('/services/satu/served', { why: '/services/satu/why-odd' }),
    finding('/services/satu/remark', { code: 'empty', level: 'empty' }),
    finding('', { code: 'whole', level: 'notice' }),
  ],
  figures: [figure('satu', '75'), figure('', '75')],
  attachments: [
    { id: 'f', anchor: '/services/satu/served', title: 'Rekap', number: '', date: null, page: '', sha256: '0' },
    { id: 'g', anchor: '', title: 'Surat', number: '', date: null, page: '', sha256: '0' },
  ],
})
const sheet = sheetOf({ kind, body: second, base: first })
const none = new Map<string, { status: 'open' }[]>()

describe('placedRows', () => {
  it('returns every row in display order, heads of lists too', () =>
    expect(placedRows(second.sections, kind).map(({ anchor, section }) => `${section} ${anchor}`)).toEqual([
      'satu /services/satu',
      'satu /parts/satu.a',
      'satu /parts/satu.b',
      'satu /problems/satu',
      'satu /problems/p1',
      'satu /problems/p3',
      'dua /services/dua',
      'dua /problems/dua',
    ]))
  it('knows each row’s parent and declared state', () => {
    const rows = new Map(placedRows(second.sections, kind).map(row => [row.anchor, row]))
    expect(rows.get('/parts/satu.b')).toMatchObject({ above: ['Layanan satu'], state: 'nil' })
    expect(rows.get('/problems/dua')).toMatchObject({ row: null, label: 'Permasalahan', state: 'nil' })
    expect(rows.get('/problems/satu')).toMatchObject({ row: null, state: null })
  })
  it('reads a revision of an unknown kind', () =>
    expect(placedRows(second.sections, undefined).map(row => row.anchor)).not.toContain('/problems/satu'))
  it('finds the row an anchor belongs to', () =>
    expect(['', '/t', '/t/r', '/t/r/f'].map(rowAnchorOf)).toEqual([null, null, '/t/r', '/t/r']))
})

describe('changesBetween', () => {
  it('tells by row what differs, what was added and removed', () => {
    const { rows, removed } = changesBetween(first, second, kind)
    expect([...rows]).toEqual([
      [
        '/services/satu',
        { sort: 'changed', from: new Map([['served', '70']]), files: [{ id: 'f', title: 'Rekap', came: true }] },
      ],
      ['/problems/p3', { sort: 'added', from: new Map(), files: [] }],
    ])
    expect(removed).toEqual([
      {
        anchor: '/problems/p2',
        table: 'problems',
        label: 'Stok',
        parent: 'satu',
        section: 'satu',
        values: { problem: 'Stok', remedy: 'Beli' },
      },
    ])
  })
  it('finds nothing between a revision and itself', () => {
    const { rows, removed } = changesBetween(first, first, kind)
    expect([rows.size, removed.length]).toEqual([0, 0])
  })
})

describe('sheetOf', () => {
  it('assigns figures, findings and evidence to their rows, and those of the whole to the empty anchor', () => {
    expect(['', 'satu'].map(row => sheet.read.figuresOf(row).length)).toEqual([1, 1])
    expect(sheet.findings.get('/services/satu')?.map(({ code }) => code)).toEqual(['odd', 'empty'])
    expect(sheet.findings.get('')?.map(({ code }) => code)).toEqual(['whole'])
    expect(sheet.evidence.get('/services/satu')?.[0]?.title).toBe('Rekap')
    expect(sheet.evidence.get('')?.[0]?.title).toBe('Surat')
  })
  it('compares with nothing where it is the first', () => {
    const alone = sheetOf({ kind, body: first })
    expect([alone.base, alone.changes.rows.size, alone.earlier]).toEqual([null, 0, null])
  })
  it('names the earlier period shown beside it, and whether it is from before the system', () => {
    const before = revision(1, firstAnswers, { period: '2026-TW1' })
    const earlier = (status: 'approved' | 'archive') => {
      const sources = { previous: { submission: 's', revision: 1, sha256: '0', status } }
      return sheetOf({ kind, body: { ...second, sources }, before }).earlier
    }
    expect(earlier('approved')).toMatchObject({ label: 'TW I', answers: firstAnswers, archive: false })
    expect(earlier('archive')).toMatchObject({ archive: true })
  })
  it('is readable without its kind', () => {
    const bare = sheetOf({ kind: undefined, body: second, base: first })
    expect(bare.read.names.anchor('/services/satu/served')).toBe('Layanan satu · Terlayani')
    expect(bare.changes.rows.has('/services/satu')).toBe(true)
  })
})

describe('earlierSource', () => {
  const used = (revision: number | null) => ({ submission: 's', revision, sha256: '', status: 'approved' as const })
  it('is the same form as frozen in the previous period', () =>
    expect(earlierSource(kind, { ...second, sources: { other: used(9), previous: used(3) } })).toEqual({
      submission: 's',
      n: 3,
    }))
  it('is none where that was a draft, or nothing', () => {
    expect(earlierSource(kind, { ...second, sources: { previous: used(null) } })).toBeNull()
    expect(earlierSource(kind, second)).toBeNull()
    expect(earlierSource(undefined, { ...second, sources: { previous: used(3) } })).toBeNull()
  })
})

describe('onlyChanged', () => {
  it('keeps the rows that differ, their parent rows, and the list a row was removed from', () => {
    const kept = placedRows(onlyChanged(second.sections, sheet.changes), kind).map(row => row.anchor)
    expect(kept).toEqual(['/services/satu', '/problems/satu', '/problems/p3'])
  })
  it('keeps nothing where nothing differs', () =>
    expect(onlyChanged(second.sections, { rows: new Map(), removed: [] })).toEqual([]))
})

describe('marks', () => {
  const row = (anchor: string) => {
    const found = sheet.byAnchor.get(anchor)
    if (!found) throw new Error(`no row ${anchor}`)
    return found
  }
  it('requires a tick for every declared state, of lists too', () =>
    expect(sheet.rows.filter(one => needsTick(sheet, one)).map(one => one.anchor)).toEqual([
      '/parts/satu.b',
      '/services/dua',
      '/problems/dua',
    ]))
  it('requires none for a row the form no longer has', () => {
    const gone = sheetOf({ kind, body: { ...second, findings: [finding('/services/dua', { code: 'not-in-form' })] } })
    expect(gone.rows.filter(one => needsTick(gone, one)).map(one => one.anchor)).not.toContain('/services/dua')
  })
  it('counts what to look at, but not what is merely empty', () =>
    expect(marksOf(sheet, row('/services/satu'), new Set(), none)).toEqual({
      changed: true,
      unticked: false,
      notes: 0,
      findings: 1,
    }))
  it('leaves out ticks where none are needed', () => {
    expect(marksOf(sheet, row('/services/dua'), new Set(), none).unticked).toBe(true)
    expect(marksOf(sheet, row('/services/dua'), new Set(['/services/dua']), none).unticked).toBe(false)
    expect(isMarked(marksOf(sheet, row('/services/dua'), null, none))).toBe(false)
  })
  it('sums them by section; a removed row counts as changed', () => {
    const notes = new Map([['/parts/satu.a', [{ status: 'open' as const }, { status: 'resolved' as const }]]])
    const marks = sectionMarks(sheet, new Set(['/problems/dua']), notes)
    expect(marks.get('satu')).toMatchObject({ changed: 3, unticked: 1, notes: 1, findings: 1 })
    expect(marks.get('dua')).toMatchObject({ changed: 0, unticked: 1, notes: 0, findings: 0 })
    expect(marks.get('satu')?.rows.map(one => one.row.anchor)).toEqual([
      '/services/satu',
      '/parts/satu.a',
      '/parts/satu.b',
      '/problems/p3',
    ])
  })
})

describe('files added or removed since', () => {
  const file = (id: string, anchor: string) => ({ id, anchor, title: id, number: '', date: null, page: '', sha256: id })
  const old = revision(1, firstAnswers, { attachments: [file('lama', '/services/dua/state'), file('surat', '')] })
  const now = revision(2, firstAnswers, {
    attachments: [file('baru', '/services/dua'), file('rekap', '/problems/p1/problem'), file('surat', '')],
  })
  it('change the row they prove', () => {
    const { changes } = sheetOf({ kind, body: now, base: old })
    expect([...changes.rows].map(([anchor, { sort, files }]) => [anchor, sort, files.map(one => one.title)])).toEqual([
      ['/services/dua', 'changed', ['lama', 'baru']],
      ['/problems/p1', 'changed', ['rekap']],
    ])
    expect(onlyChanged(now.sections, changes).map(({ id }) => id)).toEqual(['satu', 'dua'])
  })
  it('are listed in the comparison', () => {
    const rows = comparedRows(old, now, kind)
    expect(rows.map(({ label, files }) => [label, ...files.map(({ title, came }) => [title, came])])).toEqual([
      ['Jauh', ['rekap', true]],
      ['Layanan dua', ['lama', false], ['baru', true]],
    ])
  })
})

describe('comparedRows', () => {
  it('shows each difference from and to, in the order of the form', () => {
    const rows = comparedRows(first, second, kind)
    expect(rows.map(row => `${row.sort} ${row.label}`)).toEqual([
      'changed Layanan satu',
      'added Listrik',
      'removed Stok',
    ])
    expect(rows[0]?.cells).toEqual([{ field: 'served', from: '70', to: '75' }])
    expect(rows[2]?.cells).toContainEqual({ field: 'remedy', from: 'Beli', to: null })
  })
  it('reads backwards as well', () =>
    expect(comparedRows(second, first, kind).map(row => `${row.sort} ${row.label}`)).toEqual([
      'changed Layanan satu',
      'added Stok',
      'removed Listrik',
    ]))
})

describe('a cell in words', () => {
  const { cell } = namesOf(kind, first)
  it('formats numbers, states and explanations for people', () => {
    expect(cell('services', 'satu', 'due', '1234.5')).toBe('1.234,5')
    expect(cell('services', 'satu', 'state', 'nil')).toBe('Nihil')
    expect(cell('services', 'satu', 'why-odd', 'Sudah.')).toBe('Sudah.')
    expect(cell('services', 'satu', 'due', { asTyped: '12,5x' })).toBe('12,5x')
    expect(cell('services', 'satu', 'due', null)).toBe('')
  })
  it('is shown as stored where the kind is unknown', () =>
    expect(namesOf(undefined, first).cell('services', 'satu', 'due', '1234')).toBe('1234'))
})
