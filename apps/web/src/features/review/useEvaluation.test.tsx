import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { inventedScope } from '#sheet/answers/fixtures/invented.ts'
import type { Material } from '#submissions/useMaterial.ts'
import type { Me, Submission } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { useEvaluation } from './useEvaluation.ts'

const server = testServer()

const id = '0199f5a0-0000-7000-8000-000000000001'
const me = partOf<Me>({ person: { id: 'p', name: 'Budi', nip: null, username: null }, post: null })
const submission = partOf<Submission>({ id, form: 'sakip/evaluasi', version: 1 })

/** As read at one time; `rows`: codes of its components. */
const material = (rows: string[] = ['1.a']): Material => ({
  catalogue: {
    ...{ form: 'sakip/evaluasi', title: 'LKE', legal: '', groups: [{ id: 'k', label: 'Komponen' }] },
    rows: rows.map(code => ({
      ...{ id: code, table: 'subcomponents', code, codeOfficial: false, label: code, unit: '', group: 'k' },
      ...{ direction: 'higher', confidence: 'seen', from: 2020, to: null },
    })),
  },
  rules: defaultRuleSet,
  scope: inventedScope({ period: '2026', sources: {} }),
  settings: { signing: false, secondReview: false },
})

function open() {
  server.use(
    http.get(`${location.origin}/api/v1/submissions/${id}/answers`, () =>
      HttpResponse.json({ version: 1, answers: {}, revs: {}, removed: {} }),
    ),
    http.get(`${location.origin}/api/v1/submissions/${id}/changes`, () =>
      HttpResponse.json({ version: 1, items: [], more: false }),
    ),
  )
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <MeProvider me={me} setMe={() => {}}>
        {children}
      </MeProvider>
    </QueryClientProvider>
  )
  const attachments: [] = []
  const seen: unknown[] = []
  const hook = renderHook(
    ({ of }: { of: Material | null }) => {
      const now = useEvaluation(submission, of, attachments, true)
      seen.push(now)
      return now
    },
    { wrapper, initialProps: { of: null as Material | null } },
  )
  return { ...hook, seen }
}

it('takes later data of other reports into the store that is open, without a gap', async () => {
  const { result, rerender, seen } = open()
  rerender({ of: material() })
  await waitFor(() => expect(result.current).toBeTruthy())
  const store = result.current?.store
  seen.length = 0
  rerender({ of: material() })
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(result.current?.store).toBe(store)
  expect(seen).not.toContain(undefined)
})

it('opens another store where there are other rows', async () => {
  const { result, rerender } = open()
  rerender({ of: material() })
  await waitFor(() => expect(result.current).toBeTruthy())
  const { store } = result.current!
  rerender({ of: material(['1.a', '1.b']) })
  await waitFor(() => expect(result.current && result.current.store !== store).toBe(true))
})
