import { execFile } from 'node:child_process'
import { globSync, readFileSync, statSync } from 'node:fs'
import { appendFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { emptyTestDatabase, type TestDatabase } from '@sepakat/db/testing.ts'
import { type Product, root, startProduct } from './product.ts'

const run = promisify(execFile)
const rooms = ['apps', 'packages', 'prisma', 'tools']
const files = ['CHANGELOG.md', 'package.json', 'tsconfig.base.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']
const notCopied = /\/(dist|\.cache|\.vite|\.vite-temp|\.vitest-cache)$/
const notRead = /\/(node_modules|generated|dist|\.[^/]*)(\/|$)/
const quiet = '--disable-warning=ExperimentalWarning'

export interface ScratchProduct extends Product {
  /** The files that differ from when they were copied. */
  changed: () => string[]
  /** Those of them that contain a word. */
  naming: (word: string) => string[]
}

/** Every unbuilt file of the copy, with its text. */
const texts = (checkout: string): Map<string, string> => {
  const found = globSync(`{${rooms.join()}}/**/*`, { cwd: checkout, exclude: name => notRead.test(`/${name}`) })
  const files = found.filter(name => statSync(path.join(checkout, name)).isFile()).sort()
  return new Map(files.map(name => [name, readFileSync(path.join(checkout, name), 'utf8')]))
}

/** A form that the checkout does not have: its folder, from the checkout's root, and its line in each index of kinds. */
export interface NewKind {
  from: string
  to: string
  lines: Readonly<Record<string, string>>
}

/** The product built in a copy of the checkout with one more kind: a built web is shared by everything that runs in a checkout. */
export const startProductWithKind = async (kind: NewKind): Promise<ScratchProduct> => {
  const checkout = await mkdtemp(path.join(tmpdir(), 'sepakat-copy-'))
  const remove = () => rm(checkout, { recursive: true, force: true })
  try {
    await copyTo(checkout)
    const before = texts(checkout)
    await cp(path.join(checkout, kind.from), path.join(checkout, kind.to), { recursive: true })
    for (const [index, line] of Object.entries(kind.lines)) await appendFile(path.join(checkout, index), `${line}\n`)
    const prepare = `const made = await import(${JSON.stringify(path.join(checkout, 'tools/prepare.ts'))})
      await made.prepareCode(); await made.prepareWeb(); process.stdout.write(made.webFolder)`
    const { stdout: web } = await run(process.execPath, [quiet, '--input-type=module', '-e', prepare])
    const product = await startProduct({ checkout, web, database: await filledDatabase(checkout) })
    return {
      ...product,
      changed: () => {
        const after = texts(checkout)
        const all = [...new Set([...before.keys(), ...after.keys()])]
        return all.filter(name => before.get(name) !== after.get(name)).sort()
      },
      naming: word => [...texts(checkout)].flatMap(([name, text]) => (text.includes(word) ? [name] : [])),
      close: () => product.close().finally(remove),
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Links between packages stay relative, so that they lead to the copies. */
const copyTo = async (checkout: string): Promise<void> => {
  const copy = { recursive: true, verbatimSymlinks: true, filter: (from: string) => !notCopied.test(from) }
  for (const name of [...rooms, ...files]) await cp(path.join(root, name), path.join(checkout, name), copy)
  await symlink(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'))
}

/** With the reference data of the copy: the template of the checkout does not have its kinds. */
const filledDatabase = async (checkout: string): Promise<TestDatabase> => {
  const database = await emptyTestDatabase()
  const env = { ...process.env, DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl }
  try {
    await run(process.execPath, [quiet, path.join(checkout, 'prisma/src/testingTemplate.ts')], { env })
  } catch (error) {
    await database.dispose()
    throw error
  }
  return database
}
