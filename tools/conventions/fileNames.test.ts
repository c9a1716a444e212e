// A file that exports one value is named exactly as it, or as the type beside it, and all files of the repository are written
// alike: who knows the name knows the file.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../root.ts'
import { code, isTest, type Source } from './sources.ts'

const scripts: Record<string, string> = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts
const commands = Object.values(scripts).map(script => `tools/${script.split(' ').at(-1)}.ts`)

const nameOf = ({ file }: Source): string => path.basename(file).split('.')[0] ?? ''

/** A command is named as it is typed; `vite-env.d.ts` is the name that Vite gives. */
const isNamedElsewhere = ({ file }: Source) => commands.includes(file) || file.endsWith('/vite-env.d.ts')

/** Indexes, and files of a fixed name in each folder of their sort. */
const isFixed = ({ file }: Source) => /\/(index|main|kind|rules|routes|view)\.tsx?$|\/endpoints\/|\.d\.ts$/.test(file)

const valuesOf = ({ text }: Source): string[] => [
  ...[...text.matchAll(/^export (?:default )?(?:async )?(?:const|let|function\*?|class) (\w+)/gm)].map(
    found => found[1] ?? '',
  ),
  ...[...text.matchAll(/^export (?:type )?[{*]/gm)].map(() => '…'),
]

const typesOf = ({ text }: Source): string[] =>
  [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(found => found[1] ?? '')

const withSmallInitial = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

it('files are written as names are: camelCase, or PascalCase', () => {
  const wrong = code().filter(source => !isNamedElsewhere(source) && !/^[A-Za-z][A-Za-z0-9]*$/.test(nameOf(source)))
  expect(wrong.map(({ file }) => file)).toEqual([])
})

it('a file is named as the one value that it exports, or as the type beside it', () => {
  const wrong = code()
    .filter(source => !isTest(source) && !isNamedElsewhere(source) && !isFixed(source))
    .filter(source => {
      const [only, ...more] = valuesOf(source)
      if (only === undefined || only === '…' || more.length > 0) return false
      return ![only, ...typesOf(source).flatMap(name => [name, withSmallInitial(name)])].includes(nameOf(source))
    })
  expect(wrong.map(({ file, text }) => `${file}: ${valuesOf({ file, text })[0]}`)).toEqual([])
})
