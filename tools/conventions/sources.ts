import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../root.ts'

export interface Source {
  /** From the checkout's root, with `/`. */
  file: string
  text: string
}

const left = /(^|\/)(node_modules|dist|generated|\.cache|data|test-results|playwright-report)(\/|$)/

/** Files of the repository that people write, found by pattern. */
export const sources = (pattern: string): Source[] =>
  globSync(pattern, { cwd: root, exclude: name => left.test(name) })
    .map(file => file.replaceAll(path.sep, '/'))
    .filter(file => !left.test(file))
    .sort()
    .map(file => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))

export const code = (): Source[] => sources('{apps,packages,prisma,tools,e2e}/**/*.{ts,tsx,mjs}')

export const isTest = ({ file }: Source) =>
  /\.(test|fixture)\.tsx?$|\/test(ing)?\/|\/testing[^/]*\.ts$|^e2e\//.test(file)

const imports =
  /^(?:import|export)\b[^'"`]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

/** What a file imports, statically or by `import()`. A template that writes imports into another file is not looked into. */
export const importsOf = ({ text }: Source): string[] =>
  [...text.replaceAll(/`[^`]*`/g, '').matchAll(imports)].map(found => found.slice(1).find(Boolean) ?? '')

/**
 * The files of the same package that a file imports, by a relative path or by an alias of its package (`imports` of package.json):
 * `#a/b.ts` is `src/a/b.ts`, `#test/c.ts` is `test/c.ts`.
 */
export const targetsOf = (source: Source): string[] =>
  importsOf(source).flatMap(name => {
    if (name.startsWith('.')) return [path.posix.join(path.posix.dirname(source.file), name)]
    return name.startsWith('#') ? [`${homeOf(source.file)}/${aliased(name.slice(1))}`] : []
  })
const aliased = (name: string): string => (/^(test\/|package\.json$)/.test(name) ? name : `src/${name}`)

/** The package a file belongs to, as its folder. */
export const homeOf = (file: string): string => /^(?:(?:apps|packages)\/[^/]+|[^/]+)(?=\/)/.exec(file)?.[0] ?? ''

const values = /^(?:import|export)\b(?! type\b)[^'"`]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]/gm
const packages: Record<string, string> = { rules: 'packages/rules', contract: 'packages/contract', db: 'prisma' }

/** The files of the repository that Node loads before this one runs. */
export const staticImportsOf = ({ file, text }: Source): string[] =>
  [...text.matchAll(values)].flatMap(found => {
    const name = found.slice(1).find(Boolean) ?? ''
    if (/^[.#]/.test(name)) return targetsOf({ file, text: `import '${name}'` })
    const [, own = '', inner = '/index.ts'] = /^@sepakat\/([a-z]+)(\/.+)?$/.exec(name) ?? []
    return packages[own] === undefined ? [] : [`${packages[own]}/src${inner}`]
  })

/** `file:line: text` of every line that matches, for a message that leads there. */
export const linesMatching = (from: Source[], pattern: RegExp): string[] =>
  from.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  )
