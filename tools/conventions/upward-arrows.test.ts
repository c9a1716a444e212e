// Inside a package imports go one way: of two files or folders beside each other only one reaches the other (no circle, at any
// depth). What points back is named; `npm run structure -- --list` says it for all packages.
import { expect, it } from 'vitest'
import { upwardArrows } from '../structure/upward-arrows.ts'
import { code, homeOf, isTest } from './sources.ts'

/** How many a package still has; the number only falls. All others have none. */
const allowed: Record<string, number> = { 'apps/web': 14 }

const product = code().filter(source => !isTest(source))
const homes = [...new Set(product.map(({ file }) => homeOf(file)))]

it.each(homes)('in %s imports go one way', home => {
  const arrows = upwardArrows(product.filter(({ file }) => homeOf(file) === home))
  const most = allowed[home] ?? 0
  expect(arrows.length > most ? arrows : [], `${arrows.length} imports point back, ${most} may`).toEqual([])
})
