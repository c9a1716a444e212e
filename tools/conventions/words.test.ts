/** What may not stand in a source file. */
import { expect, it } from 'vitest'
import { code, isTest, linesMatching, sources } from './sources.ts'

const all = code()
// these tests name what they forbid
const others = all.filter(({ file }) => !file.startsWith('tools/conventions/'))

it('nothing silences a checker or is left for later', () => {
  const marks = /@ts-(ignore|expect-error|nocheck)|biome-ignore|\b(TODO|FIXME|XXX)\b/
  expect(linesMatching(others, marks)).toEqual([])
})

it('no test is skipped or runs alone', () => {
  expect(linesMatching(others, /\b(it|test|describe)\.(skip|only|todo|fixme)\b/)).toEqual([])
})

it('things live under a name of their own, not in utils, helpers or common', () => {
  const wrong = all.filter(({ file }) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.|-)/i.test(file))
  expect(wrong.map(({ file }) => file)).toEqual([])
})

it('nothing leads outside the repository', () => {
  const tracked = [
    ...others,
    ...sources('{docs,prisma,packages,e2e,apps}/**/*.{md,json,sql,prisma}'),
    ...sources('*.{md,json,yaml}'),
  ]
  expect(linesMatching(tracked, /\.\.\/shared\b|['"\s(]\/work\/|\/tmp\/brief/)).toEqual([])
})

it('most files are short, and none is long', () => {
  const lengths = all
    .filter(source => !isTest(source))
    .map(({ file, text }) => ({ file, lines: text.split('\n').length }))
  const short = lengths.filter(({ lines }) => lines <= 150).length
  expect(lengths.filter(({ lines }) => lines > 400)).toEqual([])
  expect(short / lengths.length).toBeGreaterThan(0.85)
})
