// `as unknown as` says to the compiler what it cannot see. Where it cannot be otherwise, the line above says why.
import { expect, it } from 'vitest'
import { code, homeOf } from './sources.ts'

const cast = /\bas unknown as \w/
const comment = /^\s*(\/\/|\*)|\*\/\s*$/

const unsaid = code().flatMap(({ file, text }) =>
  text
    .split('\n')
    .flatMap((line, at, lines) =>
      cast.test(line) && !comment.test(line) && !comment.test(lines[at - 1] ?? '') ? [`${file}:${at + 1}`] : [],
    ),
)

it.each([...new Set(code().map(({ file }) => homeOf(file)))])('in %s each says why', home => {
  expect(unsaid.filter(file => homeOf(file) === home)).toEqual([])
})
