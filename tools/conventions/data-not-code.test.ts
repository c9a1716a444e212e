/** A form is a kind applied to a catalogue: apps know neither forms nor rows nor urusan, so that a fifth form changes no app. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { catalogueFiles } from '@sepakat/rules/kinds/index.ts'
import { expect, it } from 'vitest'
import { code, isTest } from './sources.ts'

interface CatalogueWords {
  form: string
  groups: { id: string }[]
  rows: { id: string; code?: string | null }[]
}

const kinds = pathToFileURL(createRequire(import.meta.url).resolve('@sepakat/rules/kinds/index.ts'))
const catalogues = Object.values(catalogueFiles).map(
  (file): CatalogueWords => JSON.parse(readFileSync(new URL(file, kinds), 'utf8')),
)
const apps = code().filter(source => source.file.startsWith('apps/') && !isTest(source))

// a code like "1.a" or "A" is too short to be recognised in a program
const telling = (word: string) => word.length >= 5 && /[a-z]/i.test(word)

it('no form name, row code or urusan stands in apps', () => {
  const words = new Set(
    catalogues.flatMap(({ form, groups, rows }) => [
      form,
      ...groups.map(group => group.id).filter(telling),
      ...rows.flatMap(row => [row.id, row.code ?? '']).filter(telling),
    ]),
  )
  const found = apps.flatMap(({ file, text }) =>
    [...text.matchAll(/(['"`])([^'"`\n]+)\1/g)]
      .map(quoted => quoted[2] ?? '')
      .filter(word => words.has(word))
      .map(word => `${file}: ${word}`),
  )
  expect(words.size).toBeGreaterThan(300)
  expect(found).toEqual([])
})
