import { filledSections } from '@sepakat/rules/form/filledSections.ts'
import { describe, expect, it } from 'vitest'
import { inventedAnswers, inventedForm } from '../fixtures/invented.ts'
import { anchorsOf, partChoices } from './partChoices.ts'

const sections = filledSections(inventedForm(), inventedAnswers())

describe('what can be handed over', () => {
  it('is each section and each row of it, named once', () => {
    const choices = partChoices(sections, [])
    expect(choices.length).toBeGreaterThan(sections.length)
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length)
  })
  it('leaves out what others have, and what that lies in', () => {
    const [first] = partChoices(sections, [])
    const given = anchorsOf([first?.value ?? ''])
    const left = partChoices(sections, given).flatMap(({ value }) => anchorsOf([value]))
    expect(given.length).toBeGreaterThan(0)
    for (const anchor of given) expect(left).not.toContain(anchor)
  })
  it('is named by anchors, none within another', () => {
    expect(anchorsOf(['/a/1 /a/2', '/a/2', '/b', '/b/1'])).toEqual(['/a/1', '/a/2', '/b'])
  })
})
