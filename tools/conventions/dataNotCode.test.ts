/** A form is a kind applied to a catalogue: apps know neither forms nor rows nor urusan, so that a fifth form changes no app. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { catalogueFiles } from '@sepakat/rules/kinds/catalogueFiles.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { expect, it } from 'vitest'
import { code, isTest, type Source } from './sources.ts'

interface CatalogueWords {
  form: string
  title: string
  groups: { id: string; label: string; code?: string | null }[]
  rows: { id: string; label: string; code?: string | null }[]
}

const index = pathToFileURL(createRequire(import.meta.url).resolve('@sepakat/rules/kinds/index.ts'))
const catalogues = Object.values(catalogueFiles).map(
  (file): CatalogueWords => JSON.parse(readFileSync(new URL(file, index), 'utf8')),
)
const apps = code().filter(source => source.file.startsWith('apps/') && !isTest(source))

// a code like "1.a" or "A" is too short to be recognised in a program; "1.02" of an urusan is not
const telling = (word: string) => (word.length >= 5 && /[a-z]/i.test(word)) || /^\d\.\d\d/.test(word)
const named = (things: { id: string; label: string; code?: string | null }[]) =>
  things.flatMap(({ id, label, code: printed }) => [id, label, printed ?? ''])

const words = new Set(
  [
    ...Object.values(kinds).flatMap(({ form, title }) => [form, title]),
    ...catalogues.flatMap(({ form, title, groups, rows }) => [form, title, ...named(groups), ...named(rows)]),
  ]
    .filter(telling)
    .map(word => word.toLowerCase()),
)
/** Words of several parts are not met by chance: they are found inside a longer text too. */
const unmistakable = [...words].filter(word => word.length >= 10 && /[\s/.-]/.test(word))

/** What a program says: its strings and the texts of its JSX, without the comments, which may give an example. */
const saidIn = ({ text }: Pick<Source, 'text'>): string[] => {
  const bare = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/ .*$/gm, '')
  const said = [...bare.matchAll(/(['"`])([^'"`\n]+)\1/g), ...bare.matchAll(/(>)([^<>{}=;]+)(?=[<{])/g)]
  return said.map(found => (found[2] ?? '').trim().replaceAll(/\s+/g, ' ').toLowerCase())
}

const wordsFound = (source: Pick<Source, 'text'>): string[] =>
  saidIn(source).flatMap(said =>
    words.has(said) ? [said] : unmistakable.filter(word => said.length > word.length && said.includes(word)),
  )

it('no form name, row code or urusan stands in apps', () => {
  expect(words.size).toBeGreaterThan(600)
  expect(apps.length).toBeGreaterThan(300)
  expect(apps.flatMap(source => wordsFound(source).map(word => `${source.file}: ${word}`))).toEqual([])
})

it.each([
  ['a form', "if (form === 'spm/triwulan') return"],
  ['a form in an address', 'fetch(`/api/v1/forms/sakip/perjanjian-kinerja/schema`)'],
  ['the title of a form', '<p>Isi Perjanjian Kinerja dahulu.</p>'],
  ['a row', "row.id === 'ibu-hamil'"],
  ['a pointer to a row', "go('/recipients/bayi-baru-lahir/due')"],
  ['the words of a row', "label === 'Pendidikan anak usia dini'"],
  ['the words of a row in JSX', '<dt>\n  Pendidikan anak\n  usia dini\n</dt>'],
  ['a code', "code.startsWith('1.02-01')"],
  ['an urusan', "group === 'kesehatan'"],
  ['the name of an urusan', "['Kesehatan', 1]"],
  ['the code of an urusan', "urusan === '1.02'"],
])('%s would be found', (_, text) => {
  expect(wordsFound({ text })).not.toEqual([])
})
