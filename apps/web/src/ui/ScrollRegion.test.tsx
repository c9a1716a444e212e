import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ScrollRegion } from './ScrollRegion.tsx'

it('holds a table that is drawn again while it is read, before its width is known', () => {
  render(
    <ScrollRegion label="Capaian" holds>
      <table />
    </ScrollRegion>,
  )
  expect(screen.getByRole('group', { name: 'Capaian, dapat digeser ke samping' }).dataset.scrolls).toBe('true')
})

/** A box 100 px wide, its table wider; each cell of the head from one place to another. */
const placed = (head: readonly (readonly [cell: 'th' | 'td', left: number, right: number])[]) => {
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(150)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(100)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe: () => void
      constructor(told: () => void) {
        this.observe = told
      }
      disconnect = () => {}
    },
  )
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [left, right] = this.getAttribute('data-at')?.split(' ').map(Number) ?? [0, 100]
    return new DOMRect(left, 0, (right ?? 0) - (left ?? 0), 20)
  })
  render(
    <ScrollRegion label="Program">
      <table>
        <thead>
          <tr>
            {head.map(([Cell, left, right]) => (
              <Cell key={left} data-at={`${left} ${right}`} />
            ))}
          </tr>
        </thead>
      </table>
    </ScrollRegion>,
  )
  return screen.getByRole('button').textContent
}

it.each([
  [
    'beyond its edge',
    [
      ['th', 0, 40],
      ['th', 40, 90],
      ['th', 90, 140],
    ],
    /^1 kolom lagi/,
  ],
  [
    'under what stays at its edge',
    [
      ['th', 0, 40],
      ['th', 40, 90],
      ['th', 90, 140],
      ['td', 80, 100],
    ],
    /^2 kolom lagi/,
  ],
] as const)('counts the columns %s', (_, head, said) => {
  expect(placed(head)).toMatch(said)
  const box = screen.getByRole('group', { name: 'Program, dapat digeser ke samping' })
  expect(box.dataset.past).toBeUndefined()
  box.scrollLeft = 20
  fireEvent.scroll(box)
  expect(box.dataset.past).toBe('true')
  vi.unstubAllGlobals()
})
