import { expect, it } from 'vitest'
import { knipFindings } from '../structure/knipFindings.ts'

it('every export is imported by another file, and no imports go in a circle', () => {
  expect(knipFindings()).toEqual({ dead: [], cycles: [] })
})
