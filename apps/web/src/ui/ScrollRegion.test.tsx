import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ScrollRegion } from './ScrollRegion.tsx'

it('holds a table that is drawn again while it is read, before its width is known', () => {
  render(
    <ScrollRegion label="Capaian" holds>
      <table />
    </ScrollRegion>,
  )
  expect(screen.getByRole('group', { name: 'Capaian, dapat digeser ke samping' }).dataset.scrolls).toBe('true')
})
