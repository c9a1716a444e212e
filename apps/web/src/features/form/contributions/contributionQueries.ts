import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { BodyOf, Submission } from '#sync/apiTypes.ts'
import { newId } from '#sync/newId.ts'
import { api } from '#sync/transport/api.ts'
import { queryOf } from '#sync/transport/queryOf.ts'
import { useSubmission } from '../FormContext.ts'
import { useMoved } from '../submit/moveQueries.ts'

export type Contribution = Submission['contributions'][number]

export const contributorsQuery = (id: string) => queryOf('GET /submissions/:id/contributors', { params: { id } })

/** Assigns a part; a press repeated after a lost response assigns the same one. */
export function useGive() {
  const { id } = useSubmission()
  const moved = useMoved()
  const part = useRef(newId())
  return useMutation({
    mutationFn: (body: Omit<BodyOf<'POST /submissions/:id/contributions'>, 'id'>) =>
      api('POST /submissions/:id/contributions', { params: { id }, body: { ...body, id: part.current } }),
    onSuccess: next => {
      part.current = newId()
      moved(next)
    },
  })
}

export function usePartAct(act: 'done' | 'take-back', contribution: string) {
  const { id } = useSubmission()
  const moved = useMoved()
  const ask = { params: { id, contribution } }
  return useMutation({
    mutationFn: () =>
      act === 'done'
        ? api('POST /submissions/:id/contributions/:contribution/done', ask)
        : api('POST /submissions/:id/contributions/:contribution/take-back', ask),
    onSuccess: moved,
  })
}

export function useReturnPart(contribution: string) {
  const { id } = useSubmission()
  const moved = useMoved()
  const once = useRef(newId())
  return useMutation({
    mutationFn: (body: BodyOf<'POST /submissions/:id/contributions/:contribution/return'>) =>
      api('POST /submissions/:id/contributions/:contribution/return', {
        params: { id, contribution },
        body,
        idempotencyKey: once.current,
      }),
    onSuccess: next => {
      once.current = newId()
      moved(next)
    },
  })
}
