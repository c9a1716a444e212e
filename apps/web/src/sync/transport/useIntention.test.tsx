import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useIntention } from './useIntention.ts'

it('returns the same key for the same request, and another for another', () => {
  const { result, rerender } = renderHook(() => useIntention())
  const first = result.current({ name: 'Siti' })
  rerender()
  expect(result.current({ name: 'Siti' })).toBe(first)
  expect(result.current({ name: 'Budi' })).not.toBe(first)
})
