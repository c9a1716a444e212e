import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeFigure } from '../figures/makeFigure.ts'
import { recompute } from '../figures/recompute.ts'
import { kinds } from '../kinds/index.ts'
import { figureOf, regionOf, scopeOf, spmCatalogue } from '../kinds/spm-triwulan/spm.fixture.ts'
import { roundShown } from '../numbers/formatNumber.ts'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import { buildForm } from './buildForm.ts'
import { itemsAsked } from './filledIn.ts'

/** What an office filled in of what it was asked; `sent` null: it has sent nothing, and is asked for so much. */
type Office = { sent: [filled: number, all: number] } | { sent: null; asked?: number }

const recapOfOffices = (offices: Record<string, Office>) => {
  const ids = Object.keys(offices)
  const counted = Object.entries(offices).flatMap(([office, { sent }]) => {
    if (!sent) return []
    const [numerator, denominator] = sent
    const inputs = Object.entries({ numerator, denominator }).map(([name, value]) => ({
      name,
      at: 'section:ibu-hamil',
      value: String(value),
    }))
    const figure = makeFigure({ code: 'completeness', row: '', formula: 'ratio.1', inputs, unit: '%' }, '2021.1')
    return [{ office, standing: 'final' as const, figure }]
  })
  const asked = new Map(
    Object.entries(offices).flatMap(([office, one]) =>
      one.sent === null && one.asked !== undefined ? [[office, one.asked] as const] : [],
    ),
  )
  return regionOf({}, { owners: new Map([['ibu-hamil', ids]]), counted, asked })
}
const completeness = (offices: Record<string, Office>) => figureOf(recapOfOffices(offices), 'completeness')

describe('how much of all that was asked is filled in', () => {
  const none = (asked: number): Office => ({ sent: null, asked })
  // Ngawi, 27 June 2024: 42.86 % of one urusan, 0 of the other five, 5.97 % in all (`domain/spm.md` §4)
  const trantibumlinmas: Office = { sent: [12, 28] }
  const others = { a: none(40), b: none(75), c: none(15), d: none(13), e: none(30) }

  it('is 12 of 28 of one urusan, and 12 of 201 with five that sent nothing', () => {
    const shown = (offices: Record<string, Office>) => roundShown(completeness(offices).value ?? '', 2)
    expect(shown({ trantibumlinmas })).toBe('42.86')
    expect(shown({ a: others.a })).toBe('0')
    expect(completeness({ trantibumlinmas, ...others })).toMatchObject({ numerator: '12', denominator: '201' })
    expect(shown({ trantibumlinmas, ...others })).toBe('5.97')
  })

  it('says in its derivation who sent nothing, and covers those who sent', () => {
    const recap = recapOfOffices({ trantibumlinmas, a: others.a, unknown: { sent: null } })
    const figure = figureOf(recap, 'completeness')
    const at = (office: string) => `${office}:figure:completeness/`
    expect(figure.derivation.inputs.filter(({ state }) => state !== undefined)).toEqual([
      { name: 'numerator', at: at('a'), value: '0', state: 'empty' },
      { name: 'denominator', at: at('a'), value: '40', state: 'empty' },
    ])
    expect(figure.derivation.left).toEqual([{ at: at('unknown'), why: 'empty' }])
    expect(recap.of(figure).coverage).toEqual({ owed: 3, reported: 1, approved: 1 })
  })

  it('is the sum of its parts, divided once', () => {
    const sent = fc
      .tuple(fc.nat(200), fc.nat(200))
      .map(([a, b]): Office => ({ sent: [Math.min(a, b), Math.max(a, b, 1)] }))
    const office = fc.oneof(sent, fc.integer({ min: 1, max: 200 }).map(none), fc.constant<Office>({ sent: null }))
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), office, { maxKeys: 8 }), offices => {
        const figure = completeness(offices)
        const parts = Object.values(offices).map((one): [number, number] => one.sent ?? [0, one.asked ?? 0])
        const [filled, all] = [0, 1].map(side => parts.reduce((sum, part) => sum + (part[side] ?? 0), 0))
        if (all === 0) expect(figure.value).toBeNull()
        else expect(figure).toMatchObject({ numerator: String(filled), denominator: String(all) })
        const { value, why, raw, numerator, denominator } = figure
        expect(recompute(figure.derivation)).toEqual({ value, why, raw, numerator, denominator })
      }),
    )
  })
})

describe('what a form asks for while nothing is filled in', () => {
  it('is each row of a service, its quality rows, and what is said of it', () => {
    // itself, five of quality, budget, staff, problems, actions and stages; the other two services have one row of quality
    const of = (rows: string[]) => itemsAsked(kinds['spm/triwulan']!, spmCatalogue, defaultRuleSet, scopeOf({ rows }))
    expect(of(['ibu-hamil'])).toBe(11)
    expect(of(['ibu-hamil', 'rumah-relokasi'])).toBe(18)
    expect(of([])).toBe(0)
  })

  it.each(
    readdirSync(join(import.meta.dirname, '../kinds'), { withFileTypes: true }).flatMap(one =>
      one.isDirectory() ? [one.name] : [],
    ),
  )('of %s is the denominator of how much of it is filled in', folder => {
    const file = join(import.meta.dirname, '../kinds', folder, 'catalogue.json')
    const catalogue: Catalogue = JSON.parse(readFileSync(file, 'utf8'))
    const kind = kinds[catalogue.form]!
    const period = kind.period === 'year' ? '2026' : '2026-TW2'
    const scope = scopeOf({ rows: '*', period })
    const { figures } = buildForm(kind, catalogue, defaultRuleSet, scope).evaluate({})
    const whole = figures.find(({ code, row }) => code === 'completeness' && row === '')
    expect(String(itemsAsked(kind, catalogue, defaultRuleSet, scope))).toBe(whole?.denominator ?? '0')
  })
})
