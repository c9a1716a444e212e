import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Compressed JS and CSS in bytes (brotli) that a step of a visit adds to what is already loaded. */
export interface Weight {
  name: string
  bytes: number
  budget: number
}

interface Chunk {
  file: string
  isEntry?: boolean
  css?: string[]
  imports?: string[]
  dynamicImports?: string[]
}
export type Manifest = Record<string, Chunk>

const kb = 1000
export const budgets = { signIn: 110 * kb, shell: 60 * kb, route: 120 * kb }

/** Files of a chunk and of its static imports. */
function filesOf(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const files = new Set<string>()
  if (seen.has(key)) return files
  seen.add(key)
  const chunk = manifest[key]
  if (!chunk) throw new Error(`the manifest does not know ${key}`)
  for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
  for (const other of chunk.imports ?? []) for (const file of filesOf(manifest, other, seen)) files.add(file)
  return files
}

/** What is loaded whenever a lazy part is requested: the files common to all that request it. */
function filesBefore(manifest: Manifest, key: string): Set<string> {
  const askers = Object.keys(manifest).filter(asker => manifest[asker]?.dynamicImports?.includes(key))
  return askers.map(asker => filesOf(manifest, asker)).reduce((all, files) => all.intersection(files))
}

/**
 * The weights of a build: what the sign-in page needs, what the shell adds, and what each lazy part adds to these and to its
 * parent, a dialog to its page. `sizeOf` returns the compressed size of a file.
 */
export function weigh(manifest: Manifest, shellKey: string, sizeOf: (file: string) => number): Weight[] {
  const entry = Object.keys(manifest).find(key => manifest[key]?.isEntry)
  if (!entry) throw new Error('the manifest has no entry')
  const sum = (files: Iterable<string>): number => [...files].reduce((bytes, file) => bytes + sizeOf(file), 0)
  const first = filesOf(manifest, entry)
  const shell = filesOf(manifest, shellKey).difference(first)
  const loaded = first.union(shell)
  const lazy = new Set(Object.values(manifest).flatMap(chunk => chunk.dynamicImports ?? []))
  lazy.delete(shellKey)
  return [
    { name: 'sign-in', bytes: sum(first), budget: budgets.signIn },
    { name: 'shell', bytes: sum(shell), budget: budgets.shell },
    ...[...lazy].sort().map(key => ({
      name: key,
      bytes: sum(filesOf(manifest, key).difference(loaded).difference(filesBefore(manifest, key))),
      budget: budgets.route,
    })),
  ]
}

/** Weighs a built folder by its precompressed files. */
export function weighBuild(folder: string, shellKey: string): Weight[] {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  return weigh(manifest, shellKey, file => statSync(join(folder, `${file}.br`)).size)
}
