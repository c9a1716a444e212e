import { render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, it } from 'vitest'
import { Page, pageFiles } from './Page.tsx'

const files = () => pageFiles(async () => ({ default: ({ name }: { name: string }) => <p>{name}</p> }))
const show = (of: ReturnType<typeof files>) =>
  render(
    <Suspense fallback="Memuat…">
      <Page of={of} name="Beranda" />
    </Suspense>,
  )

it('shows a page at once whose files are loaded, and any other when they have arrived', async () => {
  const here = files()
  await here.load()
  show(here).unmount()
  const at = show(here)
  expect(at.container.textContent).toBe('Beranda')
  at.unmount()
  const late = show(files())
  expect(late.container.textContent).toBe('Memuat…')
  expect(await screen.findByText('Beranda')).toBeTruthy()
})
