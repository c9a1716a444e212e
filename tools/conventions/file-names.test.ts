// A file that exports one value is named after it, or after the type beside it, and all files of a room in one style: who knows the
// name knows the file.
import path from 'node:path'
import { expect, it } from 'vitest'
import { code, homeOf, isTest, type Source } from './sources.ts'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const camel = /^[A-Za-z][A-Za-z0-9]*$/
const styles: Record<string, RegExp> = {
  'apps/web': camel,
  'packages/contract': camel,
  'packages/documents': camel,
  'packages/rules': camel,
  'apps/api': kebab,
  prisma: kebab,
  tools: kebab,
}

/** Indexes, and files of a fixed name in each folder of their sort. */
const isFixed = ({ file }: Source) => /\/(index|main|kind|rules|routes|view)\.tsx?$|\/endpoints\/|\.d\.ts$/.test(file)

const nameOf = ({ file }: Source): string => path.basename(file).split('.')[0] ?? ''
const plain = (name: string): string => name.replaceAll(/[-_]/g, '').toLowerCase()
const valuesOf = ({ text }: Source): string[] => [
  ...[...text.matchAll(/^export (?:default )?(?:async )?(?:const|let|function\*?|class) (\w+)/gm)].map(
    found => found[1] ?? '',
  ),
  ...[...text.matchAll(/^export (?:type )?[{*]/gm)].map(() => '…'),
]

const typesOf = ({ text }: Source): string[] =>
  [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(found => found[1] ?? '')

const product = code().filter(source => !isTest(source) && homeOf(source.file) in styles)

it.each(Object.entries(styles))('in %s files are named after what they export, in one style', (home, style) => {
  const wrong = product
    .filter(source => homeOf(source.file) === home && !isFixed(source))
    .filter(source => {
      const [only, ...more] = valuesOf(source)
      const isOne = only !== undefined && only !== '…' && more.length === 0
      const isNamed = !isOne || [only, ...typesOf(source)].some(name => plain(name) === plain(nameOf(source)))
      return !isNamed || !style.test(nameOf(source))
    })
    .map(({ file }) => file)
  expect(wrong, 'these files are named otherwise').toEqual([])
})
