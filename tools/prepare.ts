/** What must be made before anything runs: Prisma's client, the built SPA. Each only when its sources changed. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { withLock } from '@sepakat/db/engine/lock.ts'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { hashFiles } from './hashFiles.ts'
import { root } from './root.ts'

const node = process.execPath

/** Where the built SPA is. */
export const webFolder = path.join(root, 'apps/web/dist')

/** Makes what the API and the tests import. */
export const prepareCode = () =>
  withLock(`prepare ${root}`, async () => {
    await whenChanged('prisma/generated', ['prisma/schema.prisma', 'pnpm-lock.yaml'], () =>
      // the engine the CLI would download is not used by `generate`; any program passes for it
      execute(
        'Klien basis data',
        ['node_modules/prisma/build/index.js', 'generate', '--schema', 'schema.prisma'],
        'prisma',
        {
          PRISMA_SCHEMA_ENGINE_BINARY: node,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
      ),
    )
  })

/** Builds the SPA; comes after `prepareCode`. Gives true when it had to be built. */
export const prepareWeb = () =>
  withLock(`prepare ${root}`, () =>
    whenChanged(
      webFolder,
      ['apps/web', 'packages/contract/src', 'packages/documents/src/spreadsheet', 'packages/rules', 'pnpm-lock.yaml'],
      () =>
        execute(
          'Tampilan web',
          ['node_modules/vite/bin/vite.js', 'build', '--outDir', webFolder, '--emptyOutDir'],
          'apps/web',
        ),
    ),
  )

async function whenChanged(target: string, sources: string[], make: () => Promise<void>): Promise<boolean> {
  const stamp = path.join(path.resolve(root, target), '.made-from')
  const hash = hashFiles(root, sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false
  await make()
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
  return true
}

/** Runs one step of the preparation; silent unless it fails. */
function execute(what: string, args: string[], folder: string, extra: NodeJS.ProcessEnv = {}): Promise<void> {
  const env = { ...process.env, ...extra }
  const child = spawn(node, args, { cwd: path.resolve(root, folder), env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', part => {
      said += part
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code =>
      code === 0
        ? resolve()
        : reject(new Refusal(`${what} tidak dapat dibuat:\n${stripVTControlCharacters(said).trim()}`)),
    )
  })
}
