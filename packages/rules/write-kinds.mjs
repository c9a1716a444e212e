// Writes src/kinds/index.ts from the folders that are there, so that a new form changes no other file: every folder of
// src/kinds with a kind.ts, and those named in EXTRA_KINDS (separated by ':'). Catalogues are named, never imported.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = join(dirname(fileURLToPath(import.meta.url)), 'src', 'kinds')
const own = readdirSync(here, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => join(here, entry.name))
  .sort()
const extra = (process.env.EXTRA_KINDS ?? '')
  .split(':')
  .filter(Boolean)
  .map(folder => resolve(folder))
for (const folder of extra) {
  if (!existsSync(join(folder, 'kind.ts'))) throw new Error(`EXTRA_KINDS: ${folder} has no kind.ts`)
}
const folders = [...own, ...extra]

const from = file => {
  const path = relative(here, file).replaceAll('\\', '/')
  return path.startsWith('.') ? path : `./${path}`
}
const quoted = text => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const kinds = folders.map(folder => join(folder, 'kind.ts')).filter(existsSync)
const catalogues = folders
  .map(folder => join(folder, 'catalogue.json'))
  .filter(existsSync)
  .map(file => ({ form: JSON.parse(readFileSync(file, 'utf8')).form, file }))
const forms = catalogues.map(({ form }) => form)
const twice = forms.find((form, at) => forms.indexOf(form) < at)
if (twice) throw new Error(`two catalogues for ${twice}`)

const text = `// Written by write-kinds.mjs from the folders beside it; not tracked.
import type { FormId, Kind } from '../types.ts'
${kinds.map((file, at) => `import { kind as kind${at} } from ${quoted(from(file))}`).join('\n')}

const all: Kind[] = [${kinds.map((_, at) => `kind${at}`).join(', ')}]

/** Every kind there is, by form. */
export const kinds: Record<FormId, Kind> = Object.fromEntries(all.map(kind => [kind.form, kind]))

/** The catalogue each form is seeded from, relative to this folder; also of forms whose kind is still to come. */
export const catalogueFiles: Record<FormId, string> = {
${catalogues.map(({ form, file }) => `  ${quoted(form)}: ${quoted(from(file))},`).join('\n')}
}
`
const target = join(here, 'index.ts')
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
