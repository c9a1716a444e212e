/** Comments, test titles, names and documents use the field's words. */
import { expect, it } from 'vitest'
import { code, type Source, sources } from './sources.ts'

/** What to say instead is in brackets. */
const words: RegExp[] = [
  /\banew\b/i, // (again)
  /\bbesides\b/i, // (also, in addition to, other than)
  /\bbells?\b/i, // (live updates)
  /\bdesks?\b/i, // (review page)
  /\bkeepers?\b/i, // (cache, store)
  /\bwho(m)?ever\b/i, // (a user who, the caller)
  /\bnobody\b/i, // (no user, or the passive voice)
  /\bbegun\b/i, // (created)
  /\bpatience\b/i, // (timeout, delay)
  /\bhand(s|ed|ing)? in\b|\bhandings in\b/i, // (submit, submission)
  /\bwithout a line\b|\bno line\b(?! break)|\bthe line (is|was|comes?|came) back\b/i, // (offline, reconnected)
  /\bsealed\b|\bunseal(ed|s)?\b/i, // (encrypted; of history: under seal)
  /\bat work\b/i, // (signed in)
  /\bstands?\b|\bstood\b/i, // (is, is stored, belongs to)
]
const names =
  /Anew|anew[A-Z]|Bell(?!e)|\bbell[A-Z]|[a-z]Desk|\b[dD]esk(?!top)|[kK]eeper|[pP]atience|[hH]andsIn|[hH]and(ed)?In(?!s?\b)|[wW]hoever|[bB]egun[A-Z]|[a-z]Begun/

/** Names that programs, databases and old devices know. */
const known = /`[^`]*`|\bnot-begun\b|\/bell\b|'begun'|\bbegun:|\.begun\b|\bhandIns?\b|\bhand-ins\b/g

const title = /\b(?:it|test|describe|step)(?:\.\w+)*\(\s*(['"`])((?:\\.|(?!\1).)+)\1/g
/** Comments and test titles, each with its line. */
function proseOf({ file, text }: Source): string[] {
  const found: string[] = []
  const at = (index: number) => text.slice(0, index).split('\n').length
  for (const { 0: comment, index } of text.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm))
    for (const [n, line] of comment.split('\n').entries()) found.push(`${file}:${at(index) + n}: ${line.trim()}`)
  for (const { 2: words, index } of text.matchAll(title)) found.push(`${file}:${at(index)}: ${words}`)
  return found
}
const isPlain = (line: string): boolean => {
  const said = line.replace(/^\S+ /, '').replace(known, '')
  return !words.some(word => word.test(said))
}
const ours = code().filter(({ file }) => !file.startsWith('tools/conventions/'))
const wrongIn = (of: Source[]): string[] => of.flatMap(proseOf).filter(line => !isPlain(line))

it('comments and titles use the field’s words', () => {
  const css = sources('apps/web/src/**/*.css')
  expect(wrongIn([...ours, ...css])).toEqual([])
})

it('names use the field’s words', () => {
  const wrong = ours.flatMap(({ file, text }) => {
    const lines = text.replace(/(['"`])(?:\\.|(?!\1).)*\1|\/\/ .*|\/\*[\s\S]*?\*\//g, '').split('\n')
    return [file, ...lines].filter(line => names.test(line.replace(known, ''))).map(line => `${file}: ${line.trim()}`)
  })
  expect(wrong).toEqual([])
})

it('documents use the field’s words', () => {
  const documents = sources('{README,ARCHITECTURE,CONTRIBUTING,docs/glossary,docs/operations,docs/decisions/*}.md')
  const wrong = documents.flatMap(({ file, text }) =>
    text
      .split('\n')
      .map((line, n) => `${file}:${n + 1}: ${line.replaceAll(/\]\([^)]*\)/g, ']')}`)
      .filter(line => !isPlain(line)),
  )
  expect(wrong).toEqual([])
})
