import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { axeFinds } from '#testing/axeFinds.ts'
import { Menu } from './Menu.tsx'

function show() {
  const done: string[] = []
  const items = ['Ubah', 'Cabut', 'Hapus'].map(label => ({ id: label, label, onSelect: () => done.push(label) }))
  render(<Menu label="Tindakan untuk Gelombang I" items={items} />)
  return { done, button: screen.getByRole('button', { name: 'Tindakan untuk Gelombang I' }) }
}
const focused = () => document.activeElement?.textContent

it('opens on its first item, moves by arrows and letters, and runs the chosen one', async () => {
  const { done, button } = show()
  await userEvent.click(button)
  expect(focused()).toBe('Ubah')
  expect(await axeFinds(document.body)).toEqual([])
  await userEvent.keyboard('{ArrowUp}')
  expect(focused()).toBe('Hapus')
  await userEvent.keyboard('c')
  expect(focused()).toBe('Cabut')
  await userEvent.keyboard('{Enter}')
  expect(done).toEqual(['Cabut'])
  expect(document.activeElement).toBe(button)
  expect(screen.queryByRole('menu')).toBeNull()
})

it('closes by Escape and by a press elsewhere', async () => {
  const { button } = show()
  await userEvent.click(button)
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(button)
  await userEvent.click(button)
  await userEvent.click(document.body)
  expect(screen.queryByRole('menu')).toBeNull()
})

it.each([
  ['below', innerHeight + 200, 'bottom'],
  ['above', -200, 'top'],
] as const)('stays in the window where its row has moved %s it', async (_, top, edge) => {
  const { button } = show()
  await userEvent.click(button)
  vi.spyOn(button, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 40, 40))
  act(() => void dispatchEvent(new Event('scroll')))
  expect(screen.getByRole('menu').parentElement?.style[edge]).toBe('4px')
})
