import { render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ScrollRegion } from './ScrollRegion.tsx'

afterEach(() => vi.unstubAllGlobals())

it('scrolls from the first time it is drawn: a table of too many columns never widens the page', () => {
  // tells of no size by itself
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(640)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(358)
  render(
    <ScrollRegion label="Capaian">
      <table />
    </ScrollRegion>,
  )
  expect(screen.getByRole('group', { name: 'Capaian, dapat digeser ke samping' }).dataset.scrolls).toBe('true')
})
