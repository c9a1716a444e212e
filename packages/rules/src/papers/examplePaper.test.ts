import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { catalogueFiles } from '../kinds/catalogueFiles.ts'
import { kinds } from '../kinds/index.ts'
import { paperOf } from '../kinds/paperOf.ts'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import { examplePaper } from './examplePaper.ts'
import { fillPaper } from './fillPaper.ts'

const named = Object.values(kinds).flatMap(kind => Object.keys(kind.papers ?? {}).map(id => [id, kind] as const))

it.each(named)('%s has an example in which each of its tables has lines', (id, kind) => {
  const file = new URL(catalogueFiles[kind.form] ?? '', new URL('../kinds/index.ts', import.meta.url))
  const example = examplePaper(kind, JSON.parse(readFileSync(file, 'utf8')) as Catalogue, defaultRuleSet)
  const given = {
    ...example,
    region: 'Kabupaten Nunukan',
    office: 'Dinas Contoh',
    reviewers: 'Bagian Organisasi',
    place: 'Nunukan',
    head: null,
    day: null,
    submitted: null,
    returned: null,
  }
  const tables = fillPaper(paperOf(kind.form, id)!, given).filter(part => part.part === 'table')
  expect(tables.length).toBeGreaterThan(0)
  for (const { lines } of tables) expect(lines.length).toBeGreaterThan(0)
})
