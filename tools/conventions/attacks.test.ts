/** The proof of named attacks: one attack a test, one name a test, and never fewer of them than there were. */
import { describe, expect, it } from 'vitest'
import { linesMatching, type Source, sources } from './sources.ts'

/** Raised with what lands, never lowered. */
const least = 440

const files = sources('apps/api/test/proofs/attacks/*.test.ts')
const opening = /^( *)(describe|it)\((['"`])((?:\\.|(?!\3).)*)\3/gm

/** What each test is called, with the groups it stands in. */
const namesIn = ({ text }: Pick<Source, 'text'>): string[] => {
  const above: string[] = []
  return [...text.matchAll(opening)].flatMap(([, indent = '', what, , name = '']) => {
    above.length = indent.length / 2
    above.push(name)
    return what === 'it' ? [above.filter(Boolean).join(' ')] : []
  })
}
/** A test that is made in a loop, or whose name is put together: nobody could say which attack failed. */
const withoutName = /\b(it|test|describe)\.(each|for)\b|\bit\(\s*(?!['"`])\S|\bit\(`[^`]*\$\{|(?<!\.)\btest\(/

const names = files.flatMap(namesIn)

it(`holds at least ${least} attacks`, () => {
  expect(names.length).toBeGreaterThanOrEqual(least)
})

it('gives each attack a name of its own', () => {
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

it('writes each attack out under its name', () => {
  expect(linesMatching(files, withoutName)).toEqual([])
})

describe('a test', () => {
  it.each([
    ['of a table', `it.each([['a']])('%s is refused', () => {})`],
    ['of a group of a table', `describe.each(['a'])('%s', () => {})`],
    ['whose name is put together', `it(\`\${kind} is refused\`, () => {})`],
    ['whose name stands elsewhere', 'it(name, () => {})'],
  ])('%s would be found', (_, text) => {
    expect(linesMatching([{ file: 'x', text }], withoutName)).toHaveLength(1)
  })
  it('is counted with its group', () => {
    const text = `describe('a file', () => {\n  it('of 30 MB is refused', () => {})\n  it("that isn't one", () => {})\n})\nit('alone', () => {})`
    expect(namesIn({ text })).toEqual(['a file of 30 MB is refused', "a file that isn't one", 'alone'])
  })
})
