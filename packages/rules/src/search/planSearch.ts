import { editionKinds } from '../editions/editionKinds.ts'
import { type EditionType, editionTypes } from '../editions/editionTypes.ts'
import { kinds } from '../kinds/index.ts'
import { formTitle } from '../names/formTitle.ts'
import type { FormId } from '../reportTypes.ts'
import { searchWords } from './searchWords.ts'

/** A form that some of the words name; `rest`: what its office, or the row of its figure, must be called. `hits`: how many name it. */
export interface FormAsked {
  form: FormId
  rest: string
  hits: number
}
export interface FigureAsked extends FormAsked {
  code: string
}
/** What is asked for, taken apart: reports and figures have no name of their own, their parts have. */
export interface SearchPlan {
  /** All of it, as words are compared. */
  words: string
  /** Without spaces: `1.02.01` and `1 02 01` are one code. */
  tight: string
  year: string | null
  quarter: string | null
  reports: FormAsked[]
  figures: FigureAsked[]
  editions: EditionType[]
}

const quarters: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4', 1: '1', 2: '2', 3: '3', 4: '4' }
const quarterPattern = /\b(?:tw|triwulan) ?(iv|i{1,3}|[1-4])\b/
const yearPattern = /^20\d\d$/
/** Said with everything that is searched. */
const idle = new Set(['laporan', 'dan', 'di'])
const mostFigures = 24

const begins = (named: readonly string[], word: string): boolean => named.some(one => one.startsWith(word))
const partsOf = (text: string): string[] => searchWords(text).split(' ').filter(Boolean)

const formWords = (form: FormId): string[] => partsOf(`${form} ${formTitle(form)}`)

function splitOff(asked: readonly string[], named: readonly string[]): { rest: string; hits: number } {
  const rest = asked.filter(word => !begins(named, word))
  return { rest: rest.join(' '), hits: asked.length - rest.length }
}

function figuresOf(form: FormId, asked: readonly string[]): FigureAsked[] {
  const ofForm = formWords(form)
  return Object.entries(kinds[form]?.figures ?? {}).flatMap(([code, { label }]) => {
    const ofLabel = partsOf(label)
    const named = asked.filter(word => word.length > 2 && begins(ofLabel, word))
    if (named.length === 0) return []
    const { rest, hits } = splitOff(asked, [...ofLabel, ...ofForm])
    return [{ form, code, rest, hits }]
  })
}

function editionsNamed(asked: readonly string[]): EditionType[] {
  if (asked.length === 0) return []
  return editionTypes.filter(type => {
    const { title, shortTitle } = editionKinds[type]
    const named = partsOf(`${type} ${title} ${shortTitle} kabupaten`)
    return asked.every(word => begins(named, word))
  })
}

/** @param forms those whose reports may be read */
export function planSearch(q: string, forms: readonly FormId[]): SearchPlan {
  const words = searchWords(q)
  const quarter = quarterPattern.exec(words)
  const all = words.replace(quarterPattern, ' ').split(' ').filter(Boolean)
  const year = all.find(word => yearPattern.test(word)) ?? null
  const said = all.filter(word => word !== year)
  const asked = said.filter(word => !idle.has(word))
  const reports = forms
    .map(form => ({ form, ...splitOff(asked, formWords(form)) }))
    .filter(({ rest, hits }) => hits > 0 || rest.length > 2)
  const figures = forms
    .flatMap(form => figuresOf(form, asked))
    .sort((a, b) => b.hits - a.hits)
    .slice(0, mostFigures)
  return {
    words,
    tight: words.replaceAll(' ', ''),
    year,
    quarter: quarters[quarter?.[1] ?? ''] ?? null,
    reports,
    figures,
    editions: editionsNamed(said),
  }
}
