import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { axeFinds } from '#testing/axeFinds.ts'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import type { RuleSetLine } from './queries.ts'
import { RuleSetsPage } from './RuleSetsPage.tsx'

const now = '2026-07-10T02:00:00.000Z'
const by = { actor: 'post:p', name: 'Nur Aini' }
const set = (id: string, year: number) =>
  partOf<RuleSetLine>({
    id,
    year,
    status: 'approved',
    note: '',
    body: defaultRuleSet,
    proposedBy: by,
    approvedBy: by,
    approvedAt: now,
  })
testServer(
  http.get(`${location.origin}/api/v1/rule-sets`, () =>
    HttpResponse.json({ items: [set('2027.1', 2027), set('2026.1', 2026)], approvers: [] }),
  ),
)
const me = partOf<Me>({ permissions: [], post: null, posts: [], region: partOf({ zone: 'Asia/Makassar' }), now })

it('tells the choices of one set from the same of another, also for those who go by headings', async () => {
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <MeProvider me={me} setMe={() => {}}>
          <RuleSetsPage />
        </MeProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  expect(await screen.findAllByRole('heading', { name: /^Skala bertingkat/ })).toHaveLength(2)
  expect(await axeFinds(container)).toEqual([])
})
