// Invariants of every kind and catalogue, future ones too.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  answersSchema,
  buildForm,
  catalogueFiles,
  catalogueSchema,
  defaultRuleSet,
  type FormId,
  type Kind,
  kinds,
  recapOf,
  recompute,
  rowsOf,
  schemaOf,
} from '../src/index.ts'
import * as all from '../src/kinds/all.ts'

const core = [
  'unread',
  'empty',
  'block-empty',
  'too-small',
  'too-large',
  'too-precise',
  'reason-missing',
  'not-in-form',
]
const folder = new URL('../src/kinds/', import.meta.url)
const catalogueOf = (form: string) => {
  const file = catalogueFiles[form as FormId]
  if (file === undefined) throw new Error(`no catalogue for ${form}`)
  return catalogueSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
}

it('every folder of a kind has its line in the index, and is named after its form', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? entry.name : []))
  const named = Object.values(all).map(({ form }) => form.replace('/', '-'))
  expect(named.sort()).toEqual(folders.sort())
  expect(new Set(named).size).toBe(named.length)
  for (const name of named) expect(existsSync(new URL(`${name}/kind.ts`, folder)), name).toBe(true)
})

it('every catalogue can be published', () => {
  expect(Object.keys(catalogueFiles)).toEqual(Object.keys(kinds))
  for (const form of Object.keys(catalogueFiles)) expect(catalogueOf(form).form).toBe(form)
})

describe.each(Object.entries(kinds))('%s', (form, kind: Kind) => {
  const [type] = form.split('/')
  const period = kind.period === 'year' ? '2026' : '2026-TW2'

  it('names its tables, fields, findings and figures as pointers and codes are written', () => {
    for (const [table, spec] of Object.entries(kind.tables)) {
      expect(table).toMatch(/^[a-z][A-Za-z0-9]*$/)
      for (const field of Object.keys(spec.fields)) {
        expect(field).toMatch(/^[a-z][A-Za-z0-9]*$/)
        if (spec.states) expect(['state', 'reason', 'publisher', 'expected']).not.toContain(field)
      }
      for (const naming of [spec.named, spec.coded]) if (naming) expect(Object.keys(spec.fields)).toContain(naming)
    }
    for (const [code, { table }] of Object.entries(kind.findings)) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(core).not.toContain(code)
      expect(Object.keys(kind.tables)).toContain(table)
    }
    for (const code of Object.keys(kind.figures))
      expect(code).toMatch(new RegExp(`^(${type}\\.[a-z][A-Za-z0-9]*|completeness)$`))
  })

  it('is a form for an office that has answered nothing, and its figures follow from their derivations', () => {
    const scope = {
      office: { id: 'a', name: 'A' },
      period,
      rows: '*' as const,
      plan: { from: 2025, to: 2029 },
      sources: {},
    }
    const built = buildForm(kind, catalogueOf(form), defaultRuleSet, scope)
    expect(built.sections.length).toBeGreaterThan(0)
    const { findings, figures, progress } = built.evaluate({})
    expect(Object.keys(progress)).toEqual(built.sections.map(section => section.id))
    for (const finding of findings) expect(finding.message.length).toBeGreaterThan(10)
    for (const { value, raw, why, numerator, denominator, derivation } of figures) {
      expect(recompute(derivation)).toEqual({ value, raw, why, numerator, denominator })
    }
    expect(schemaOf(built).parse({})).toEqual({})
    expect(answersSchema(kind).parse({})).toEqual({})
  })

  it('has figures of the region, if any, that follow from their derivations even without reports', () => {
    if (!kind.consolidate) return
    for (const words of [kind.consolidate.of, kind.consolidate.by]) expect(words).toMatch(/^[a-z ]+$/)
    const catalogue = catalogueOf(form)
    const rows = rowsOf(catalogue, 2026).map(({ id }, at) => [id, at % 2 ? ['a'] : ['a', 'b']] as const)
    const owners = new Map<string, readonly string[]>(rows.length > 0 ? rows : [['*', ['a', 'b']]])
    const recap = recapOf(kind, { period, rules: defaultRuleSet, catalogue, owners, counted: [] })
    expect(recap.coverage).toMatchObject({ reported: 0, approved: 0 })
    expect(recap.coverage.owed).toBeGreaterThan(0)
    expect(recap.figures.length).toBeGreaterThan(0)
    for (const { value, raw, why, numerator, denominator, derivation } of recap.figures) {
      expect(value).toBeNull()
      expect(recompute(derivation)).toEqual({ value, raw, why, numerator, denominator })
    }
  })

  it('reads other forms by periods that are some', () => {
    for (const { form: other, period: of } of Object.values(kind.sources(period))) {
      expect(Object.keys(kinds)).toContain(other)
      expect(of).toMatch(/^\d{4}(-TW[1-4])?(-latihan)?$/)
    }
  })
})
