import type { Form, FormId } from '@sepakat/rules'
import { buildForm } from '@sepakat/rules/form/buildForm.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { type FormStore, formStoreOf } from '#sheet/answers/formStore.ts'
import { keyOf } from '#sheet/answers/liveStores.ts'
import { useChanges } from '#sheet/answers/useChanges.ts'
import { useLiveStore } from '#sheet/answers/useLiveStore.ts'
import { useWarnUnsent } from '#sheet/answers/useWarnUnsent.ts'
import type { RevisionBody } from '#submissions/revisionBody.ts'
import { openingAnswersQuery } from '#submissions/submissionQueries.ts'
import type { Material } from '#submissions/useMaterial.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { openOutboxStore } from '#sync/outbox/openOutboxStore.ts'
import { savingTo } from '#sync/outbox/savingTo.ts'
import { useMe } from '#sync/session/me.tsx'
import { useSignal } from '#sync/useSignal.ts'
import { type Live, liveOf } from './model/live.ts'

export interface Evaluating {
  store: FormStore
  live: Live
}

function formOf(form: string, { catalogue, rules, scope }: Material): Form | null {
  const kind = kinds[form as FormId]
  return kind ? buildForm(kind, catalogue, rules, scope) : null
}

/**
 * The evaluator's own cells of a report he or she has claimed, in the same store of answers as an office's: null while it is not
 * claimed, `undefined` while it is loading. What the office answered stays as submitted.
 */
export function useEvaluation(
  submission: Submission,
  material: Material | null,
  attachments: RevisionBody['attachments'] | undefined,
  mine: boolean,
): Evaluating | null | undefined {
  const { id, form, version } = submission
  const { person, post } = useMe()
  const { data: fetched } = useQuery({ ...openingAnswersQuery(id, null), enabled: mine })
  // `opened`: what the store was built from; `now`: the latest data of the reports it reads
  const [from, setFrom] = useState({ opened: material, now: material })
  const store = useMemo(() => {
    if (!mine || !from.opened || !fetched) return null
    const built = formOf(form, from.opened)
    if (!built) return null
    const { answers, revs = {}, removed = {}, version } = fetched
    const opened = formStoreOf({
      form: built,
      ...{ answers, revs, removed, version },
      // opened again, it starts with the answers of the first opening
      behind: true,
      disk: openOutboxStore(person.id, id),
      send: savingTo(id),
    })
    opened.setAccess({ open: true, writer: 'evaluator', anchors: null })
    return opened
  }, [mine, form, from.opened, fetched, person.id, id])
  useEffect(() => {
    if (from.now === material && (store || from.opened === material)) return
    const next = store && material && formOf(form, material)
    // the page starts over with a new store: only where there are other rows
    setFrom({ opened: next && store.takeForm(next) ? from.opened : material, now: material })
  }, [store, form, material, from])
  const [ready, setReady] = useState<FormStore | null>(null)
  useLiveStore(keyOf(person.id, id), store, setReady)
  useChanges(ready === store ? store : null, id, `post:${post?.id}`, true, version)
  useWarnUnsent()
  useEffect(() => {
    const attached: Record<string, number> = {}
    for (const { anchor } of attachments ?? []) attached[anchor] = (attached[anchor] ?? 0) + 1
    store?.setAttached(attached)
  }, [store, attachments])
  const evaluated = useSignal(store, 'evaluated', of => of?.evaluated())
  const sections = useSignal(store, 'sections', of => of?.sections())
  return useMemo(() => {
    if (!mine) return null
    if (!store || ready !== store || !evaluated || !sections || !attachments) return undefined
    return { store, live: liveOf(store) }
  }, [mine, store, ready, evaluated, sections, attachments])
}
