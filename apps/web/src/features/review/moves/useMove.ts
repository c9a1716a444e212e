import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { notesQuery, revisionsQuery, submissionQuery } from '#submissions/submissionQueries.ts'
import type { BodyOf, CallOptions, Submission } from '#sync/apiTypes.ts'
import { newId } from '#sync/newId.ts'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { eventsQuery } from '../queries.ts'

/** The moves of reviewers, signers and reopeners, each with its request body. */
export type Moving =
  | { move: 'claim' | 'release' | 'approve' | 'sign' }
  | { move: 'decline'; body: BodyOf<'POST /submissions/:id/decline'> }
  | { move: 'return'; body: BodyOf<'POST /submissions/:id/return'> }
  | { move: 'reopen'; body: BodyOf<'POST /submissions/:id/reopen'> }
  | { move: 'unclaim'; body: BodyOf<'POST /submissions/:id/unclaim'> }

function send(id: string, moving: Moving, options: CallOptions): Promise<Submission> {
  const asked = { ...options, params: { id } }
  switch (moving.move) {
    case 'claim':
      return api('POST /submissions/:id/claim', { ...asked, body: {} })
    case 'release':
      return api('POST /submissions/:id/release', { ...asked, body: {} })
    case 'approve':
      return api('POST /submissions/:id/approve', { ...asked, body: {} })
    case 'sign':
      return api('POST /submissions/:id/sign', { ...asked, body: {} })
    case 'decline':
      return api('POST /submissions/:id/decline', { ...asked, body: moving.body })
    case 'return':
      return api('POST /submissions/:id/return', { ...asked, body: moving.body })
    case 'reopen':
      return api('POST /submissions/:id/reopen', { ...asked, body: moving.body })
    case 'unclaim':
      return api('POST /submissions/:id/unclaim', { ...asked, body: moving.body })
  }
}

/**
 * Moves a report at the version that was read: one that changed since is refused as `stale`. The same move pressed again after a
 * lost response keeps its idempotency key, so that it happens once. `before`: awaited first; where it throws, nothing is moved.
 */
export function useMove(id: string, versionNow: () => number, before?: () => Promise<void>) {
  const client = useQueryClient()
  const last = useRef({ asked: '', key: '' })
  return useMutation({
    mutationFn: async (moving: Moving) => {
      await before?.()
      const version = versionNow()
      const asked = JSON.stringify([moving, version])
      if (last.current.asked !== asked) last.current = { asked, key: newId() }
      return send(id, moving, { ifMatch: version, idempotencyKey: last.current.key })
    },
    onSuccess: submission => {
      last.current = { asked: '', key: '' }
      client.setQueryData(submissionQuery(id).queryKey, submission)
      void invalidate(client, 'GET /reopen-requests', 'GET /submissions')
      for (const { queryKey } of [notesQuery(id), revisionsQuery(id), eventsQuery(id)])
        client.invalidateQueries({ queryKey })
    },
    onError: () => {
      // A refusal is final for its key; only a lost response is retried with it.
      client.invalidateQueries({ queryKey: submissionQuery(id).queryKey })
    },
  })
}
