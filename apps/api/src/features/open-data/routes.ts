import { editionKey, publicFilesOf, reader } from '@sepakat/db'
import { editionWays } from '@sepakat/documents'
import { chartsOf, summaryOf } from '@sepakat/rules'
import { disposition } from '#http/disposition.ts'
import { problem } from '#http/problem.ts'
import { type Handlers, handlers, reply } from '#http/route.ts'
import { readIfKept } from '#storage/fileStore.ts'
import { publishedOf, requireOpen } from './published.ts'
import { aboutView, editionView, fileStem, publishedView, rowsView } from './view.ts'

/** In caches between for five minutes, and so long after the page was turned off at most; then asked for again with its ETag. */
const shortly = {
  'cache-control': 'public, max-age=60, s-maxage=240, stale-while-revalidate=60',
  'access-control-allow-origin': '*',
}
const forever = { ...shortly, 'cache-control': 'public, max-age=31536000, immutable' }
/** So much of its hash names the content of a dataset in its address. */
const named = 16

const dataset: Handlers['GET /open/datasets/:year/:dataset'] = async ({ params, query: { v }, db, deps }) => {
  const { licence, editions } = await requireOpen(deps.region)
  const [id = '', ending = ''] = params.dataset.split('.')
  for (const published of await publishedOf(reader(db), editions)) {
    const found = published.datasets.find(one => one.id === id && one.year === params.year)
    if (!found) continue
    if (v !== undefined && v !== found.sha256.slice(0, named)) break
    const isCsv = ending === 'csv'
    const about = { ...aboutView(published, found, licence), rows: rowsView(found) }
    return reply<unknown>(isCsv ? found.csv : JSON.stringify(about), {
      headers: {
        // licence, notes and coverage may become others under the same hash, which is that of the CSV
        ...(v !== undefined && isCsv ? forever : shortly),
        'content-type': isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
        'content-disposition': disposition(params.dataset),
        link: `<${licence.url}>; rel="license"`,
      },
    })
  }
  throw problem('not-found')
}

const file: Handlers['GET /open/editions/:year/:file'] = async ({ params, db, deps }) => {
  const { licence, editions } = await requireOpen(deps.region)
  const [stem, ending] = params.file.split('.')
  for (const published of await publishedOf(reader(db), editions)) {
    if (fileStem(published) !== stem || editionView(published).year !== params.year) continue
    const files = await publicFilesOf(reader(db), published.edition.id)
    const made = files.find(({ format }) => editionWays[format].ending === ending)
    const bytes = made?.address == null ? null : await readIfKept(deps.storage, made.address)
    if (!made || !bytes) break
    return reply<unknown>(bytes, {
      version: made.id,
      headers: {
        ...shortly,
        'content-type': editionWays[made.format].type,
        'content-disposition': disposition(`${editionView(published).name}.${ending}`),
        link: `<${licence.url}>; rel="license"`,
      },
    })
  }
  throw problem('not-found')
}

export const openDataHandlers = handlers({
  'GET /open': async ({ db, deps }) => {
    const { region, zone, licence, editions } = await requireOpen(deps.region)
    const shown = []
    for (const published of await publishedOf(reader(db), editions))
      shown.push(publishedView(published, await publicFilesOf(reader(db), published.edition.id), licence))
    return reply({ region, zone, licence, editions: shown }, { headers: shortly })
  },
  'GET /open/datasets': async ({ query: { year }, db, deps }) => {
    const { region, licence, editions } = await requireOpen(deps.region)
    const all = (await publishedOf(reader(db), editions)).flatMap(published =>
      published.datasets.map(one => aboutView(published, one, licence)),
    )
    return reply(
      { region, licence, items: all.filter(one => year === undefined || one.year === year) },
      { headers: shortly },
    )
  },
  'GET /open/datasets/:year/:dataset': dataset,
  'GET /open/editions/:year/:file': file,
  'GET /open/preview': async ({ db }) => ({
    items: (await publishedOf(reader(db))).map(published => ({
      ...editionView(published),
      key: editionKey(published.edition),
      summary: summaryOf(published.document),
      charts: chartsOf(published.document).map(({ title }) => title),
      datasets: published.datasets.map(({ id, table }) => ({ id, title: table.title, lines: table.lines.length })),
    })),
  }),
})
