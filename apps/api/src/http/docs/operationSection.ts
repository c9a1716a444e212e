import { idOf, markdown, text } from './html.ts'
import { notation, type Schema } from './notation.ts'

interface Content {
  schema: Schema
  example?: unknown
}
interface Parameter {
  $ref?: string
  name: string
  in: string
  required: boolean
  description?: string
  schema: Schema
}
export interface Operation {
  summary: string
  description: string
  tags: string[]
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, Content> }
  responses: Record<string, { description: string; content?: Record<string, Content> }>
}
export type Components = { parameters: Record<string, Parameter>; schemas: Record<string, Schema> }

const places: Record<string, string> = { path: 'alamat', query: 'kueri', header: 'kepala' }

const parameterTable = (parameters: Parameter[], label: string): string =>
  parameters.length === 0
    ? ''
    : `<div class="wide" role="group" aria-label="Parameter ${text(label)}" tabindex="0"><table><caption>Parameter</caption>
<thead><tr><th scope="col">Nama</th><th scope="col">Di</th><th scope="col">Bentuk</th></tr></thead><tbody>
${parameters
  .map(
    ({ name, in: place, required, schema, description }) =>
      `<tr><th scope="row"><code>${text(name)}</code>${required ? ' (wajib)' : ''}</th><td>${places[place] ?? text(place)}</td>` +
      `<td><code>${notation(schema)}</code>${description ? ` ${markdown(description)}` : ''}</td></tr>`,
  )
  .join('\n')}
</tbody></table></div>`

const shape = (title: string, content: Record<string, Content> | undefined, label: string): string =>
  Object.entries(content ?? {})
    .map(([media, { schema, example }]) => {
      const given =
        example === undefined
          ? ''
          : `<p>Contoh</p><pre role="group" tabindex="0" aria-label="Contoh ${text(label)}"><code>${text(JSON.stringify(example, null, 2))}</code></pre>`
      return `<p>${title} <code>${text(media)}</code></p><pre role="group" tabindex="0" aria-label="${text(`${title} ${label}`)}"><code>${notation(schema)}</code></pre>${given}`
    })
    .join('\n')

/** One route as a section of the page. */
export const operationSection = (
  method: string,
  path: string,
  operation: Operation,
  { parameters: known }: Components,
): string => {
  const { summary, description, operationId, requestBody, responses } = operation
  const parameters = (operation.parameters ?? []).map(p => (p.$ref ? (known[p.$ref.split('/').at(-1) ?? ''] ?? p) : p))
  const all = Object.entries(responses)
  const good = all.filter(([status]) => status.startsWith('2'))
  const other = all.filter(([status]) => !status.startsWith('2'))
  return `<section>
<h3 id="${operationId}"><span class="method">${method.toUpperCase()}</span> <code>${text(path)}</code></h3>
<p>${text(summary)}. ${markdown(description).replace(/<\/?p>/g, '')}</p>
${parameterTable(parameters, `${method} ${path}`)}
${shape('Isi permintaan', requestBody?.content, `${method} ${path}`)}
${good.map(([status, { content }]) => (content ? shape(`Jawaban ${status}`, content, `${method} ${path}`) : `<p>Jawaban ${status} tanpa isi</p>`)).join('\n')}
<details><summary>Jawaban lain</summary><dl>${other
    .map(([status, response]) => `<dt>${status}</dt><dd>${markdown(response.description)}</dd>`)
    .join('')}</dl></details>
</section>`
}

/** A named shape, to which others point. */
export const schemaSection = (name: string, schema: Schema): string =>
  `<section><h3 id="${idOf('bentuk', name)}">${text(name)}</h3>
<pre role="group" tabindex="0" aria-label="Bentuk ${text(name)}"><code>${notation(schema)}</code></pre></section>`
