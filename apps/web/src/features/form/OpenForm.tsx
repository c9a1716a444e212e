import type { Anchor, Catalogue, Kind, RuleSet, Scope } from '@sepakat/rules'
import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { GivenPart } from '#sheet/answers/access.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { keyOf } from '#sheet/answers/liveStores.ts'
import { useLiveStore } from '#sheet/answers/useLiveStore.ts'
import { isReviewing } from '#submissions/reportAction.ts'
import { attachmentsQuery, notesQuery } from '#submissions/submissionQueries.ts'
import type { ResponseOf, Submission } from '#sync/apiTypes.ts'
import { useDates, useMay, useMe } from '#sync/session/me.tsx'
import { useUploads } from './attach/useUploads.ts'
import { BesideContext, FormContext, type FormInHand, SubmissionContext } from './FormContext.ts'
import { FormSkeleton } from './FormSkeleton.tsx'
import { attachedCounts, besideOf } from './model/beside.ts'
import { earlierIn, openStore } from './openStore.ts'
import { useGo } from './useGo.ts'

export interface OpenFormProps {
  submission: Submission
  kind: Kind
  catalogue: Catalogue
  rules: RuleSet
  scope: Scope
  settings: { signing: boolean; secondReview: boolean }
  answers: ResponseOf<'GET /submissions/:id/answers'>
  /** An evaluator's cells are what is written in it, not those of its office. */
  evaluated?: boolean
  /** What is shown of the report. */
  children: ReactNode
}

/** Builds the form from what was fetched, restores what an earlier visit left unsent, and shows it. */
export function OpenForm({
  submission,
  kind,
  catalogue,
  rules,
  scope,
  settings,
  answers,
  evaluated = false,
  children,
}: OpenFormProps) {
  const me = useMe()
  const [search] = useSearchParams()
  const at = useRef(search.get('at'))
  const key = keyOf(me.person.id, submission.id)
  // Another part remounts the page: this list stays the same for the life of the form.
  const [part] = useState(submission.part as Anchor[] | null)
  const [ready, setReady] = useState<FormInHand['store'] | null>(null)
  // `opened`: what the form was built from; `now`: the latest data of the reports it reads.
  const [material, setMaterial] = useState({ opened: { rules, scope }, now: { rules, scope } })
  const place = useRef<FormInHand['view']>(undefined)
  const opened = useMemo(
    () =>
      openStore({
        kind,
        catalogue,
        ...material.opened,
        answers,
        person: me.person.id,
        submission: submission.id,
        part,
        view: place.current,
      }),
    [kind, catalogue, material.opened, answers, me.person.id, submission.id, part],
  )
  const { store, view, paths, names } = opened
  useEffect(() => {
    place.current = view
  }, [view])
  useEffect(() => {
    const now = { rules, scope }
    if (material.now.rules === rules && material.now.scope === scope) return
    setMaterial(opened.renew(now) ? { opened: material.opened, now } : { opened: now, now })
  }, [opened, material, rules, scope])
  const { earlier, earlierFigures } = useMemo(
    () => earlierIn({ kind, catalogue, ...material.now }),
    [kind, catalogue, material.now],
  )
  const uploads = useUploads(submission.id)
  const go = useGo(view, paths)

  const onReady = useCallback(
    (store: FormStore) => {
      // in slices: a long table must not block the page
      startTransition(() => setReady(store))
      if (at.current) go(at.current)
    },
    [go],
  )
  useLiveStore(key, store, onReady)

  useEffect(() => uploads.open(), [uploads])

  useAccess(store, submission, evaluated)
  const notes = useQuery(notesQuery(submission.id))
  const files = useQuery(attachmentsQuery(submission.id))
  const beside = useMemo(() => besideOf(notes.data?.items ?? [], files.data?.items ?? []), [notes.data, files.data])
  useEffect(() => store.setAttached(attachedCounts(beside)), [store, beside])

  const form: FormInHand = useMemo(
    () => ({
      kind,
      catalogue,
      ...material.now,
      settings,
      store,
      view,
      uploads,
      paths,
      names,
      earlier,
      earlierFigures,
      go,
    }),
    [kind, catalogue, material.now, settings, store, view, uploads, paths, names, earlier, earlierFigures, go],
  )
  if (ready !== store) return <FormSkeleton />
  return (
    <FormContext value={form}>
      <SubmissionContext value={submission}>
        <BesideContext value={beside}>{children}</BesideContext>
      </SubmissionContext>
    </FormContext>
  )
}

/**
 * Writable while the report is with the office, this post may write, and the period is open: it may close while the user types.
 * For a contributor, the parts still to be filled in; for the office, everything not assigned to others. For its evaluator, while he
 * or she has claimed it.
 */
function useAccess(store: FormInHand['store'], submission: Submission, evaluated: boolean): void {
  const may = useMay('submission.write')
  const dates = useDates()
  const [now, setNow] = useState(() => dates.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(dates.now()), 30_000)
    return () => clearInterval(timer)
  }, [dates])
  const { contributions, part } = submission
  const given = useMemo(() => contributions.filter(({ status }) => status === 'given'), [contributions])
  const own = part && given.filter(({ mine }) => mine).flatMap(({ anchors }) => anchors)
  const reviewing = evaluated && isReviewing(submission)
  const open = reviewing || (isWritableNow(submission, may, now) && own?.length !== 0)
  const joined = (anchors: string[] | null): string | null => anchors?.join('\n') ?? null
  const [left, handed] = [joined(submission.openAnchors), joined(own)]
  useEffect(() => {
    const split = (text: string | null) => text?.split('\n') as Anchor[] | undefined
    const others = given.filter(({ mine }) => !mine).map(({ to, ...other }) => ({ ...other, name: to.name }))
    store.setAccess({
      open,
      writer: reviewing ? 'evaluator' : 'office',
      anchors: split(left) ?? null,
      part: split(handed) ?? null,
      given: others as GivenPart[],
    })
  }, [store, open, reviewing, left, handed, given])
}

/** Whether the office may write in it now. */
const isWritableNow = (submission: Submission, may: boolean, now: number): boolean =>
  may &&
  submission.readable &&
  isOpen(submission.status as Status) &&
  (submission.closesAt === null || Date.parse(submission.closesAt) > now)
