// A decision that a later one overturns says so in its head, where it is read first.
import path from 'node:path'
import { expect, it } from 'vitest'
import { sources } from './sources.ts'

const records = new Map(
  sources('docs/decisions/*.md').map(({ file, text }) => [path.basename(file).slice(0, 4), text.split('\n')[2] ?? '']),
)
const numbersIn = (text: string): string[] => [...new Set(text.match(/\b0\d{3}\b/g) ?? [])]

it('has a date and a state in the third line', () => {
  const other = [...records].filter(([, head]) => !/^\d{4}-\d\d-\d\d · (accepted|overturned)/.test(head))
  expect(other.map(([number]) => number)).toEqual([])
})

it('names the later decision that overturns, replaces, changes or completes it', () => {
  const later = [...records].flatMap(([number, head]) =>
    head
      .split(/ · |; |, (?=adds|makes|extends|builds)/)
      .filter(clause => /^(overturns|replaces|changes|completes)\b/.test(clause))
      .flatMap(clause => numbersIn(clause).map(earlier => ({ number, earlier }))),
  )
  expect(later.length).toBeGreaterThan(8)
  const unnamed = later.filter(({ number, earlier }) => !records.get(earlier)?.includes(`[${number}](`))
  expect(unnamed.map(({ number, earlier }) => `${earlier} does not name ${number}`)).toEqual([])
})

it('links every decision that its head says it is overturned, replaced, changed or completed by', () => {
  const unlinked = [...records].flatMap(([number, head]) =>
    [...head.matchAll(/\b(?:overturned|replaced|changed|completed) by (\S+)/g)].flatMap(([, by = '']) =>
      records.has(/^\[(\d{4})\]\(/.exec(by)?.[1] ?? '') ? [] : [`${number}: ${by}`],
    ),
  )
  expect(unlinked).toEqual([])
})
