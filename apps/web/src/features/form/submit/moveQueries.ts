import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { notesQuery, revisionsQuery, submissionQuery } from '#submissions/submissionQueries.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { newId } from '#sync/newId.ts'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { useForm, useSubmission } from '../FormContext.ts'

/** Updates the cached submission after a move; lists and histories are read again when they are shown. */
export function putMoved(client: QueryClient, submission: Submission): void {
  client.setQueryData(submissionQuery(submission.id).queryKey, submission)
  void client.invalidateQueries({ queryKey: notesQuery(submission.id).queryKey })
  void client.invalidateQueries({ queryKey: revisionsQuery(submission.id).queryKey })
  void invalidate(client, 'GET /obligations')
  void invalidate(client, 'GET /contributions')
}

export function useMoved(): (submission: Submission) => void {
  const client = useQueryClient()
  return submission => putMoved(client, submission)
}

/** One idempotency key per intention: a press repeated after a lost response acts once. */
function useOnce() {
  const key = useRef(newId())
  return {
    key: () => key.current,
    renew: () => {
      key.current = newId()
    },
  }
}

export function useSubmitReport() {
  const submission = useSubmission()
  const moved = useMoved()
  const once = useOnce()
  const submit = useMutation({
    mutationFn: () =>
      api('POST /submissions/:id/submit', {
        params: { id: submission.id },
        body: { deviceAt: new Date().toISOString() },
        idempotencyKey: once.key(),
      }),
    onSuccess: ({ submission: next }) => {
      once.renew()
      moved(next)
    },
  })
  return { ...submit, key: once.key }
}

export function useWithdraw() {
  const submission = useSubmission()
  const moved = useMoved()
  const once = useOnce()
  return useMutation({
    mutationFn: () =>
      api('POST /submissions/:id/withdraw', { params: { id: submission.id }, body: {}, idempotencyKey: once.key() }),
    onSuccess: next => {
      once.renew()
      moved(next)
    },
  })
}

/** Signs what was read: the form may start from the cache, and a report that has changed since is refused as `stale`. */
export function useSign() {
  const submission = useSubmission()
  const { store } = useForm()
  const moved = useMoved()
  const once = useOnce()
  return useMutation({
    mutationFn: () =>
      api('POST /submissions/:id/sign', {
        params: { id: submission.id },
        body: {},
        ifMatch: store.seen.upTo(),
        idempotencyKey: once.key(),
      }),
    onSuccess: next => {
      once.renew()
      moved(next)
    },
  })
}

export function useDecline() {
  const submission = useSubmission()
  const moved = useMoved()
  const once = useOnce()
  return useMutation({
    mutationFn: (reason: string) =>
      api('POST /submissions/:id/decline', {
        params: { id: submission.id },
        body: { reason },
        idempotencyKey: once.key(),
      }),
    onSuccess: next => {
      once.renew()
      moved(next)
    },
  })
}
