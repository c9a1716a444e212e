import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../types/Catalogue.ts'
import { catalogueWith as catalogue, catalogueRow as row } from './catalogueRow.fixture.ts'
import { catalogueFaults, catalogueSchema } from './catalogueSchema.ts'
import { mergeShipped } from './mergeShipped.ts'
import { type CatalogueRevision, reviseRows } from './reviseRows.ts'

const base = catalogue(row('a'), row('b'), row('c'))
const rowsOf = ({ rows }: Catalogue) => rows.map(({ id, from, label }) => `${id} ${from} ${label}`)

describe('a catalogue that comes with a release', () => {
  it('takes its new and changed rows, and leaves the region’s corrections', () => {
    const shipped = catalogue(row('a', { label: 'A dari rilis' }), row('baru'), row('b'), row('c'))
    const published = catalogue(row('a'), row('b', { label: 'B milik daerah' }), row('punya-daerah'), row('c'))
    const merged = mergeShipped({ base, shipped, published })
    expect(merged.conflicts).toEqual([])
    expect(rowsOf(merged.catalogue)).toEqual([
      'a 2021 A dari rilis',
      'baru 2021 baru',
      'b 2021 B milik daerah',
      'punya-daerah 2021 punya-daerah',
      'c 2021 c',
    ])
  })

  it('reports a row both changed, keeps it as published, and takes the other only where that is chosen', () => {
    const shipped = catalogue(row('a', { label: 'rilis' }), row('b'), row('c'))
    const published = catalogue(row('a', { to: 2025 }), row('a', { from: 2026, label: 'daerah' }), row('b'), row('c'))
    const sides = { base, shipped, published }
    const { conflicts, catalogue: kept } = mergeShipped(sides)
    expect(conflicts).toEqual([{ row: 'a', published: published.rows.slice(0, 2), shipped: [shipped.rows[0]] }])
    expect(rowsOf(kept)).toEqual(rowsOf(published))
    expect(rowsOf(mergeShipped(sides, { a: 'shipped' }).catalogue)).toEqual(rowsOf(shipped))
  })

  it('removes nothing, and reports no conflict where both made the same change', () => {
    const both = row('b', { label: 'sama' })
    const { catalogue: merged, conflicts } = mergeShipped({
      base,
      shipped: catalogue(row('a'), both),
      published: catalogue(row('a'), both, row('c')),
    })
    expect([rowsOf(merged), conflicts]).toEqual([['a 2021 a', 'b 2021 sama', 'c 2021 c'], []])
  })

  it('takes groups, title and legal sources where these are new', () => {
    const shipped = {
      ...base,
      legal: 'PP 1/2030',
      groups: [
        { id: 'a', label: 'AA' },
        { id: 'n', label: 'N' },
      ],
    }
    const published = { ...base, title: 'Judul daerah', groups: [...base.groups, { id: 'z', label: 'Z' }] }
    const { catalogue: merged } = mergeShipped({ base, shipped, published })
    expect([merged.title, merged.legal, merged.groups.map(group => group.label)]).toEqual([
      'Judul daerah',
      'PP 1/2030',
      ['AA', 'N', 'Z'],
    ])
  })

  describe('a row whose parent ends before it starts', () => {
    const under = (id: string, more: object = {}) => row(id, { parent: 'a', from: 2027, ...more })
    const ended = row('a', { to: 2026 })
    const [a, b, c] = base.rows
    const merge = (shipped: Catalogue, published: Catalogue, choices = {}, was = base) => {
      const { catalogue: merged, conflicts } = mergeShipped({ base: was, shipped, published }, choices)
      return [
        merged.rows.map(({ id, to }) => `${id} ${to}`),
        conflicts.map(one => one.row),
        catalogueFaults(merged).length,
      ]
    }

    it('is new in the release: the parent is a conflict, and the row is left out where the region keeps its end', () => {
      const [shipped, published] = [catalogue(a!, b!, c!, under('n')), catalogue(ended, b!, c!)]
      const open = [['a null', 'b null', 'c null', 'n null'], ['a'], 0]
      expect(merge(shipped, published)).toEqual(open)
      expect(merge(shipped, published, { a: 'shipped' })).toEqual(open)
      expect(merge(shipped, published, { a: 'published' })).toEqual([['a 2026', 'b null', 'c null'], ['a'], 0])
    })

    it('is the region’s own: the parent is a conflict, and ending it is an error', () => {
      const [shipped, published] = [catalogue(ended, b!, c!), catalogue(a!, b!, c!, under('r'))]
      const open = [['a null', 'b null', 'c null', 'r null'], ['a'], 0]
      expect(merge(shipped, published)).toEqual(open)
      expect(merge(shipped, published, { a: 'published' })).toEqual(open)
      expect(merge(shipped, published, { a: 'shipped' })[2]).toBe(1)
    })

    it('was chosen from the release: the parent is a conflict too', () => {
      const early = under('r', { from: 2021, to: 2026 })
      const was = catalogue(a!, under('r', { from: 2021 }), b!, c!)
      const shipped = catalogue(a!, under('r', { label: 'Rilis' }), b!, c!)
      const published = catalogue(ended, early, b!, c!)
      expect(merge(shipped, published, {}, was)).toEqual([['a 2026', 'r 2026', 'b null', 'c null'], ['r'], 0])
      expect(merge(shipped, published, { r: 'shipped' }, was)).toEqual([
        ['a null', 'r null', 'b null', 'c null'],
        ['a', 'r'],
        0,
      ])
      expect(merge(shipped, published, { r: 'shipped', a: 'published' }, was)[2]).toBe(1)
    })
  })

  it('treats every difference as a conflict where the last shipped version is unknown', () => {
    const shipped = catalogue(row('a', { label: 'rilis' }), row('b'), row('n'))
    const { conflicts, catalogue: merged } = mergeShipped({ base: null, shipped, published: base })
    expect(conflicts.map(one => one.row)).toEqual(['a'])
    expect(rowsOf(merged)).toEqual(['a 2021 a', 'b 2021 b', 'c 2021 c', 'n 2021 n'])
  })
})

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const year = fc.integer({ min: 2020, max: 2030 })
const label = fc.constantFrom('satu', 'dua', 'tiga')
const { id: _, ...blank } = row('')
const revision: fc.Arbitrary<CatalogueRevision> = fc.oneof(
  fc.record({ correct: fc.record({ row: id, fromYear: year, change: fc.record({ label }) }) }),
  fc.record({ retire: fc.record({ row: id, lastYear: year }) }),
  fc.record({ until: fc.record({ rows: fc.tuple(fc.record({ row: id, from: year })), to: fc.option(year) }) }),
  fc.tuple(label, year, fc.option(id, { nil: undefined })).map(([name, from, parent]) => ({
    add: { ...blank, label: name, from, ...(parent && { parent }) },
  })),
)
/** A catalogue after revisions, without those that would not be published, as in the store. */
const revised = (start: Catalogue, revisions: CatalogueRevision[]): Catalogue => {
  let now = start
  for (const one of revisions) {
    const rows = reviseRows(now.rows, one)
    if ('missing' in rows) continue
    const after: Catalogue = { ...now, rows }
    if (catalogueFaults(after).length === 0) now = after
  }
  return now
}
const some = fc.array(revision, { maxLength: 6 })
const start = catalogue(...['a', 'b', 'c', 'd', 'e'].map(one => row(one)))
const slicesOf = ({ rows }: Catalogue, of: string) => rows.filter(one => one.id === of)

describe('any changes of the region and the release', () => {
  it('result in a valid catalogue with every row of both, each as one of them has it', () => {
    fc.assert(
      fc.property(
        some,
        some,
        some,
        fc.dictionary(id, fc.constantFrom('published', 'shipped')),
        (before, r, p, choices) => {
          const was = revised(start, before)
          const [shipped, published] = [revised(was, r), revised(was, p)]
          const sides = { base: was, shipped, published }
          catalogueSchema.parse(mergeShipped(sides).catalogue)
          const { catalogue: merged, conflicts } = mergeShipped(sides, choices)
          expect(catalogueFaults(merged).filter(fault => !fault.includes('bersama baris induknya'))).toEqual([])
          const known = new Set([...shipped.rows, ...published.rows].map(one => one.id))
          const kept = new Set(merged.rows.map(one => one.id))
          for (const one of known) {
            const chosen = slicesOf(merged, one)
            const own = slicesOf(published, one)
            if (!kept.has(one)) {
              expect([own, conflicts.length > 0]).toEqual([[], true])
              continue
            }
            const isConflict = conflicts.some(conflict => conflict.row === one)
            const mine = own.length > 0 && JSON.stringify(own) !== JSON.stringify(slicesOf(was, one))
            if (isConflict && choices[one]) expect(chosen).toEqual(slicesOf(sides[choices[one]], one))
            else if (mine && !isConflict) expect(chosen).toEqual(own)
            else expect([own, slicesOf(shipped, one)]).toContainEqual(chosen)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('change nothing where the release changed nothing, or take it where the region did not', () => {
    fc.assert(
      fc.property(some, some, (before, changes) => {
        const was = revised(start, before)
        const after = revised(was, changes)
        expect(mergeShipped({ base: was, shipped: was, published: after })).toEqual({ catalogue: after, conflicts: [] })
        expect(mergeShipped({ base: was, shipped: after, published: after }).catalogue).toEqual(after)
      }),
      { numRuns: 200 },
    )
  })

  it('never assign an id twice', () => {
    fc.assert(
      fc.property(some, more => {
        const rows = revised(start, more).rows
        const tables = new Map(rows.map(one => [one.id, `${one.table} ${one.parent ?? ''}`]))
        expect(rows.every(one => tables.get(one.id) === `${one.table} ${one.parent ?? ''}`)).toBe(true)
      }),
    )
  })
})
