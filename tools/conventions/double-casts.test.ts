// `as unknown as` says to the compiler what it cannot see. Where it cannot be otherwise, the line above says why.
import { expect, it } from 'vitest'
import { code, homeOf } from './sources.ts'

/** How many without a reason a package still has; the number only falls. All others have none. */
const allowed: Record<string, number> = { 'apps/api': 8 }

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
  const own = unsaid.filter(file => homeOf(file) === home)
  const most = allowed[home] ?? 0
  expect(own.length > most ? own : [], `${own.length} say no reason, ${most} may`).toEqual([])
})
