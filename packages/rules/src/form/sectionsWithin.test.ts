import { describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Block } from '../types/Form.ts'
import type { Anchor } from '../types/Pointer.ts'
import { buildForm } from './buildForm.ts'
import { filledSections } from './filledSections.ts'
import { fullAnswers, id, sampleCatalogue, sampleKind, sampleScope } from './sample.fixture.ts'
import { sectionsWithin } from './sectionsWithin.ts'

const form = buildForm(sampleKind, sampleCatalogue, defaultRuleSet, sampleScope())
const seen = (anchors: Anchor[]) => sectionsWithin(filledSections(form, fullAnswers), anchors)
const rowsIn = (blocks: Block[]): string[] =>
  blocks.flatMap(block => block.rows.flatMap(row => [`/${row.table}/${row.id}`, ...rowsIn(row.blocks)]))
const rows = (anchors: Anchor[]) => rowsIn(seen(anchors).flatMap(({ blocks }) => blocks))

describe('the sections of a contributor', () => {
  it('contain an assigned row with its descendants, and no other', () => {
    expect(seen(['/works/jembatan']).map(section => section.id)).toEqual(['selatan'])
    expect(rows(['/works/jembatan'])).toEqual(['/works/jembatan', '/checks/jembatan.beton', '/marks/jembatan'])
  })

  it('contain a whole table, where rows can be added to it', () => {
    const [section] = seen(['/people'])
    expect(section?.blocks[0]?.item).not.toBeNull()
    expect(rows(['/people'])).toEqual([`/people/${id(9)}`])
  })

  it('contain only the names of the rows above', () => {
    const [section] = seen([`/costs/${id(1)}`])
    const [work] = section?.blocks[0]?.rows ?? []
    expect(work).toMatchObject({ id: 'jalan', label: 'Baris jalan', fields: {}, states: [] })
    const [costs, ...others] = work?.blocks ?? []
    expect(others).toEqual([])
    expect(costs).toMatchObject({ table: 'costs', item: null, head: null })
    expect(costs?.rows.map(row => row.id)).toEqual([id(1)])
  })

  it('are none for nothing, and all for the whole', () => {
    expect(seen([])).toEqual([])
    expect(seen([''])).toEqual(filledSections(form, fullAnswers))
  })
})
