import type {
  Catalogue,
  Cell,
  Field,
  Figure,
  Finding,
  Kind,
  RowId,
  RuleSet,
  Scope,
  Section,
  TableId,
} from '@sepakat/rules'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { rowWriter } from '@sepakat/rules/saving/kindShape.ts'
import { createContext, useContext } from 'react'
import type { FormStore, SaveMark } from '#sheet/answers/formStore.ts'
import type { Earlier } from '#sheet/earlier.ts'
import type { DerivationNames } from '#submissions/Derivation.tsx'
import type { Submission } from '#sync/apiTypes.ts'
import type { Uploads } from '#sync/uploads/uploads.ts'
import { useSignal } from '#sync/useSignal.ts'
import type { Beside, Note } from './model/beside.ts'
import type { RowPath } from './model/rowPaths.ts'
import type { View, ViewStore } from './model/viewStore.ts'

export interface FormInHand {
  store: FormStore
  view: ViewStore
  kind: Kind
  catalogue: Catalogue
  scope: Scope
  rules: RuleSet
  settings: { signing: boolean; secondReview: boolean }
  earlier: Earlier | null
  /** Figures of the earlier period by `code/row`. */
  earlierFigures: ReadonlyMap<string, Figure>
  uploads: Uploads
  names: () => FormNames & DerivationNames
  paths: () => Map<string, RowPath>
  /** Scrolls to and focuses what an anchor names. */
  go: (anchor: string) => void
}

export const FormContext = createContext<FormInHand | null>(null)

export function useForm(): FormInHand {
  const form = useContext(FormContext)
  if (!form) throw new Error('no form is in hand here')
  return form
}

/** The report on the server; separate from the form, since it changes while cells do not. */
export const SubmissionContext = createContext<Submission | null>(null)
export function useSubmission(): Submission {
  const submission = useContext(SubmissionContext)
  if (!submission) throw new Error('no report is in hand here')
  return submission
}

/** The elements in the report's header for what only the form knows: beside its title, and in the line below. */
export interface HeadPlaces {
  actions: HTMLElement | null
  line: HTMLElement | null
}
export const HeadPlaces = createContext<HeadPlaces>({ actions: null, line: null })

export const BesideContext = createContext<Beside>({ notes: new Map(), files: new Map() })
export const useBeside = (): Beside => useContext(BesideContext)

/** Notes of the verifier that the office has not answered. */
export const useOpenNotes = (): Note[] =>
  [...useBeside().notes.values()].flat().filter(({ status }) => status === 'open')

/** Reads from the store of answers whenever this key is notified. `read` must return the same object while nothing changed. */
export function useKey<T>(key: string, read: (store: FormStore) => T): T {
  return useSignal(useForm().store, key, read)
}

export const useCell = (at: string): Cell | undefined => useKey(`cell ${at}`, store => store.cell(at))
export const useMark = (at: string): SaveMark => useKey(`cell ${at}`, store => store.mark(at))
export const useFindings = (anchor: string): readonly Finding[] | undefined =>
  useKey(`at ${anchor}`, store => store.findingsAt(anchor))
export const useFigures = (row: RowId): readonly Figure[] | undefined =>
  useKey(`of ${row}`, store => store.figuresOf(row))
export const useSections = (): Section[] => useKey('sections', store => store.sections())
export const useEvaluated = () => useKey('evaluated', store => store.evaluated())
export const useOutbox = () => useKey('outbox', store => store.outbox.state())
export const useWritable = (pointer: string, writer?: Field['writer']): boolean =>
  useKey('access', store => store.isWritable(pointer, writer))

/** Whether rows of this table may be added, moved and removed here; rows of an evaluator may not. */
export function useRowWritable(table: TableId, row: RowId): boolean {
  const { kind } = useForm()
  return useWritable(`/${table}/${row}`, rowWriter(kind, table))
}

export function useView<K extends keyof View>(key: K): View[K] {
  return useSignal(useForm().view, key, view => view.get()[key])
}

/** Whether the part with this key is expanded, and the setter. */
export function useOpen(key: string, byDefault: boolean): [boolean, (open: boolean) => void] {
  const { view } = useForm()
  const open = useSignal(view, `open ${key}`, () => view.isOpen(key)) ?? byDefault
  return [open, next => view.setOpen(key, next)]
}

/** The codes of a row's figures whose derivation is opened. */
export function useOpenFigures(row: RowId): string[] {
  const open = useSignal(useForm().view, `figures ${row}`, view => view.openFigures(row))
  return open === '' ? [] : open.split(' ')
}
