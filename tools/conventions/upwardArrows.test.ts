// Inside a package imports go one way: of two files or folders beside each other only one reaches the other (no circle, at any
// depth). What points back is named; `npm run structure -- --list` says it for all packages.
import { expect, it } from 'vitest'
import { upwardArrows } from '../structure/upwardArrows.ts'
import { code, homeOf, isTest } from './sources.ts'

const product = code().filter(source => !isTest(source))
const homes = [...new Set(product.map(({ file }) => homeOf(file)))]

it.each(homes)('in %s imports go one way', home => {
  const arrows = upwardArrows(product.filter(({ file }) => homeOf(file) === home))
  expect(arrows, 'these imports point back').toEqual([])
})
