import { createHash } from 'node:crypto'
import { problems } from '@sepakat/contract'
import type { Json } from '../openapi/schemas.ts'
import { idOf, markdown, text } from './html.ts'
import { type Components, type Operation, operationSection, schemaSection } from './operationSection.ts'

const style = `
:root { color-scheme: light dark; --ink: #1b2733; --paper: #fff; --soft: #f1f4f7; --line: #7b8794; --link: #0b5394 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --paper: #14191f; --soft: #202831; --line: #8492a2; --link: #8ec3ff } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
a { color: var(--link) } a:focus-visible, pre:focus-visible, .wide:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
pre, .wide { overflow-x: auto } pre { background: var(--soft); padding: .75rem; border-radius: .25rem }
code { font: .9em/1.5 ui-monospace, monospace; overflow-wrap: anywhere } pre code { overflow-wrap: normal }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line) } h3 { margin-top: 2.5rem; font-size: 1.1rem }
.method { display: inline-block; padding: 0 .5rem; border: 1px solid var(--line); border-radius: .25rem; font-size: .85em }
table { border-collapse: collapse; width: 100% } caption { text-align: start; font-weight: 600 }
th, td { text-align: start; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); font-weight: inherit } td p { margin: 0 }
nav ul { columns: 16rem; padding-inline-start: 1.2rem } summary { padding: .25rem 0; cursor: pointer } dd { margin-inline-start: 1rem } dd p { margin: .25rem 0 } pre { overflow-wrap: normal }
.skip { position: absolute; left: -999rem } .skip:focus { position: static }`

/** By which the content security policy knows this page's style. */
export const docsStyleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`

type Document = {
  info: { title: string; version: string; description: string }
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: Components
}

const problemRows = Object.entries(problems)
  .map(
    ([code, { status, title, detail }]) =>
      `<tr id="${idOf('masalah', code)}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${text(title)}. ${text(detail)}</td></tr>`,
  )
  .join('\n')

/** The document as a page to read: no script, nothing from elsewhere. */
export const docsPage = (document: Json): string => {
  const { info, tags, paths, components } = document as Document
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation, tag: operation.tags[0] ?? '' })),
  )
  const chapters = tags.map(({ name }) => ({ name, all: operations.filter(o => o.tag === name) }))
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Antarmuka program ${text(info.title)}</title><style>${style}</style></head><body>
<a class="skip" href="#isi">Langsung ke isi</a>
<header><h1>Antarmuka program ${text(info.title)}</h1><p>Versi ${text(info.version)} · <a href="/api/openapi.json">OpenAPI 3.1</a> · <a href="/">Kembali ke aplikasi</a></p></header>
<nav aria-label="Daftar isi"><ul>${chapters.map(({ name }) => `<li><a href="#${idOf('bab', name)}">${text(name)}</a></li>`).join('')}
<li><a href="#masalah">Kode kesalahan</a></li><li><a href="#bentuk">Bentuk data</a></li></ul></nav>
<main id="isi" tabindex="-1">
${markdown(info.description)}
${chapters
  .map(
    ({ name, all }) =>
      `<h2 id="${idOf('bab', name)}">${text(name)}</h2>\n${all.map(o => operationSection(o.method, o.path, o.operation, components)).join('\n')}`,
  )
  .join('\n')}
<h2 id="masalah">Kode kesalahan</h2>
<div class="wide" role="group" aria-label="Kode kesalahan" tabindex="0"><table><caption>Kode tidak pernah berganti arti</caption><thead><tr><th scope="col">Kode</th><th scope="col">Status</th><th scope="col">Arti dan jalan keluarnya</th></tr></thead><tbody>
${problemRows}
</tbody></table></div>
<h2 id="bentuk">Bentuk data</h2>
${Object.entries(components.schemas)
  .map(([name, schema]) => schemaSection(name, schema))
  .join('\n')}
</main></body></html>
`
}
