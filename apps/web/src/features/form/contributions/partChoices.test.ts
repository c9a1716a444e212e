import type { Anchor, Block, Row } from '@sepakat/rules'
import { filledSections } from '@sepakat/rules/form/filledSections.ts'
import { describe, expect, it } from 'vitest'
import { inventedAnswers, inventedForm } from '#sheet/answers/fixtures/invented.ts'
import { anchorsOf, partChoices } from './partChoices.ts'

const sections = filledSections(inventedForm(), inventedAnswers())

describe('what can be assigned', () => {
  it('is each section and each row of it, named once', () => {
    const choices = partChoices(sections, [])
    expect(choices.length).toBeGreaterThan(sections.length)
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length)
  })
  it('leaves out what is assigned to others, and what contains it', () => {
    const [first] = partChoices(sections, [])
    const given = anchorsOf([first?.value ?? ''])
    const left = partChoices(sections, given).flatMap(({ value }) => anchorsOf([value]))
    expect(given.length).toBeGreaterThan(0)
    for (const anchor of given) expect(left).not.toContain(anchor)
  })
  it('is a tree of added rows by its branches, without those that overlap what others have', () => {
    const row = (table: string, id: string, blocks: Block[] = []): Row => ({
      table,
      id,
      parent: null,
      label: id,
      fields: {},
      states: [],
      blocks,
    })
    const list = (table: string, rows: Row[], layout: Block['layout'] = 'card'): Block => ({
      table,
      title: table,
      layout,
      under: null,
      rows,
      item: row(table, ''),
      head: null,
    })
    const work = [row('works', 'w1', [list('aims', [row('aims', 'a1')], 'list')]), row('works', 'w2')]
    const tree = [row('plans', 'p1', [list('works', work)]), row('plans', 'p2')]
    const section = { id: 'plans', title: 'Rencana', group: null, blocks: [list('plans', tree)] }
    const labels = (...given: Anchor[]) => partChoices([section], given).map(({ label }) => label)
    expect(labels()).toEqual(['Rencana (seluruh bagian)', 'p1', 'w1', 'w2', 'p2'])
    expect(labels('/works/w2')).toEqual(['w1', 'p2'])
    expect(labels('/plans/p1')).toEqual(['p2'])
  })
  it('is given as anchors, none within another', () => {
    expect(anchorsOf(['/a/1 /a/2', '/a/2', '/b', '/b/1'])).toEqual(['/a/1', '/a/2', '/b'])
  })
})
