import { parseMarkdown } from '@sepakat/rules/words/parseMarkdown.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { axeFinds } from '#testing/axeFinds.ts'
import { partOf } from '#testing/partOf.ts'
import { PageHead, PageHelp } from '#ui/PageHead.tsx'
import { type PageName, pageAt, pages as table } from '../pages.ts'
import { HelpButton } from './HelpButton.tsx'
import { helpText } from './helpText.ts'

/** Pages before sign-in have no help; a frame of other pages has no address. */
const withoutHelp = ['SignInPage', 'PaperCheckPage', 'OpenDataPage', 'RevisionPage']
const pages = Object.keys(import.meta.glob('../../features/**/*Page.tsx'))
  .map(file => file.replace(/^.*\/|\.tsx$/g, ''))
  .filter(page => !withoutHelp.includes(page)) as PageName[]

describe.each(pages)('%s', page => {
  it('has help: its purpose, three to six steps, and whom to ask', async () => {
    const text = await helpText(page)
    const blocks = parseMarkdown(text.trim())
    expect(blocks.map(block => block.kind)).toEqual(['paragraph', 'list', 'paragraph'])
    const [, steps, ask] = blocks
    const count = steps?.kind === 'list' && steps.ordered ? steps.items.length : 0
    expect(count).toBeGreaterThanOrEqual(3)
    expect(count).toBeLessThanOrEqual(6)
    expect(ask?.kind === 'paragraph' && ask.spans[0]?.text).toMatch(/^Tanyakan kepada /)
    expect(text.length).toBeLessThan(1200)
  })
  it('is found by the address of the page', () => {
    expect(pageAt(table[page].path.replaceAll(/:\w+/g, 'x'))).toBe(page)
  })
})

it.each([
  ['/', 'HomePage'],
  ['/laporan/0199f5a0-0000-7000-8000-000000000001', 'FormPage'],
  ['/pengelolaan/orang/baru', 'NewPersonPage'],
  ['/pengelolaan/orang/0199f5a0', 'PersonPage'],
  ['/tidak-ada', null],
])('%s is %s', (address, page) => {
  expect(pageAt(address)).toBe(page)
})

it('opens beside the heading, with the shortcuts and the contact', async () => {
  const me = partOf<Me>({ contact: { name: 'Bagian Organisasi', whatsapp: '' } })
  const { container } = render(
    <MeProvider me={me} setMe={() => {}}>
      <QueryClientProvider client={new QueryClient()}>
        <PageHelp value={<HelpButton page="ReportsPage" />}>
          <PageHead title="Laporan" />
        </PageHelp>
      </QueryClientProvider>
    </MeProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Bantuan halaman ini' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Bantuan halaman ini' }))
  expect(await dialog.findAllByRole('listitem')).not.toHaveLength(0)
  expect(dialog.getByText(/Bagian Organisasi/)).toBeTruthy()
  expect(await axeFinds(container)).toEqual([])
})
