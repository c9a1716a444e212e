import type { FormId } from '@sepakat/rules'
import { buildForm } from '@sepakat/rules/form/buildForm.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { RevisionBody } from '#submissions/revisionBody.ts'
import { answersQuery } from '#submissions/submissionQueries.ts'
import type { Material } from '#submissions/useMaterial.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { setSaveState } from '#sync/saveState.ts'
import { api } from '#sync/transport/api.ts'
import { type EvaluationState, type EvaluationStore, evaluationStoreOf } from './model/evaluationStore.ts'
import { type Live, liveOf } from './model/live.ts'

export type Evaluation = Pick<EvaluationStore, 'set' | 'add' | 'remove'> & Pick<EvaluationState, 'version' | 'failed'>

export interface Evaluating {
  evaluation: Evaluation
  live: Live
}

/**
 * The evaluator's own cells of a report he or she has claimed: null while it is not, `undefined` while it is loading. What the office
 * answered stays as submitted.
 */
export function useEvaluation(
  { id, form }: Submission,
  material: Material | null,
  attachments: RevisionBody['attachments'] | undefined,
  mine: boolean,
): Evaluating | null | undefined {
  const answers = useQuery({ ...answersQuery(id, null), enabled: mine })
  const built = useMemo(() => {
    const kind = kinds[form as FormId]
    if (!mine || !kind || !material) return null
    return buildForm(kind, material.catalogue, material.rules, material.scope)
  }, [mine, form, material])
  const store = useMemo(
    () => (mine && answers.data ? storeOf(id, answers.data as StoreData) : null),
    [mine, id, answers.data],
  )
  const state = useSyncExternalStore(store?.subscribe ?? none, store?.get ?? nothing)
  const waiting = state?.waiting ?? 0
  const failed = state?.failed
  useEffect(() => setSaveState('evaluation', { waiting }), [waiting])
  useEffect(() => () => setSaveState('evaluation', {}), [])
  return useMemo(() => {
    if (!mine) return null
    if (!built || !store || !state || !attachments) return undefined
    const { set, add, remove } = store
    return { evaluation: { set, add, remove, version: state.version, failed }, live: liveOf(built, state, attachments) }
  }, [mine, built, store, state, failed, attachments])
}

type StoreData = Parameters<typeof evaluationStoreOf>[0]
const none = () => () => {}
const nothing = () => null

const storeOf = (id: string, { answers, version, revs = {} }: StoreData): EvaluationStore =>
  evaluationStoreOf({
    answers,
    version,
    revs,
    send: change => api('PATCH /submissions/:id/evaluation', { params: { id }, body: { changes: [change] } }),
  })
