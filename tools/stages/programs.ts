import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findChromium, findHeadlessShell } from '../findChromium.ts'
import { prepareWeb } from '../prepare.ts'
import { root } from '../root.ts'
import { type Counts, readCounts, readPlaywright, readVitest, sum } from './counts.ts'
import { execute } from './execute.ts'

const bin = (name: string) => path.join(root, 'node_modules', name)

/** One count for a program that is right or wrong as a whole. */
async function whole(args: string[], folder = '.'): Promise<Counts> {
  const { code, said } = await execute(args, { folder })
  return code === 0 ? { passed: 1, failed: 0, said: '' } : { passed: 0, failed: 1, said }
}

/** tsc over every tsconfig of every package, one count each. */
export async function types(): Promise<Counts> {
  const projects = globSync('{apps/*,packages/*,prisma,tools,e2e}/tsconfig*.json', { cwd: root }).sort()
  const counts: Counts[] = []
  // several checkers each check again what they share: three times the processor time, on two cores no sooner
  const tsc = [bin('typescript/bin/tsc'), '--noEmit', '--singleThreaded']
  for (const project of projects) counts.push(await whole([...tsc, '-p', project]))
  return sum(counts)
}

export const style = (): Promise<Counts> =>
  whole([bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'])

/** Builds the SPA and lets it weigh itself. */
export async function weights(): Promise<Counts> {
  await prepareWeb()
  return whole(['weights/main.ts'], 'apps/web')
}

/** Runs one project of vitest.config.ts. */
export function vitest(project: string, workers = 1): () => Promise<Counts> {
  return () =>
    withScratch(async report => {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const args = ['run', '--project', project, `--maxWorkers=${workers}`, ...reporters]
      const { code, said } = await execute([bin('vitest/vitest.mjs'), ...args])
      if (!existsSync(report)) return { passed: 0, failed: 1, said }
      return readVitest(JSON.parse(readFileSync(report, 'utf8')), said, code)
    })
}

/** The journeys in a real browser. Without one they fail: they are never skipped. */
export async function journeys(): Promise<Counts> {
  const CHROMIUM_PATH = await findChromium()
  const HEADLESS_SHELL_PATH = await findHeadlessShell()
  await prepareWeb()
  return withScratch(async report => {
    const env = { CHROMIUM_PATH, HEADLESS_SHELL_PATH, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
    const cli = 'node_modules/@playwright/test/cli.js'
    const { code, said } = await execute([cli, 'test', '--reporter=dot,json'], { folder: 'e2e', env })
    if (!existsSync(report)) return { passed: 0, failed: 1, said }
    return readPlaywright(JSON.parse(readFileSync(report, 'utf8')), said + pagesThatFailed(), code)
  })
}

/** What pages held when their journeys failed, as text: of a run elsewhere only its output is left. */
const pagesThatFailed = (): string =>
  globSync('test-results/*/error-context.md', { cwd: root })
    .map(file => `\n${path.basename(path.dirname(file))}\n${pageOf(readFileSync(path.join(root, file), 'utf8'))}\n`)
    .join('')

/** The outline of the page in Playwright's file about a failure. */
const pageOf = (context: string): string => /```yaml\n(.*?)\n```/s.exec(context)?.[1] ?? ''

/** A tool whose last line is `N passed, N failed`. */
export function tool(name: string, ...args: string[]): () => Promise<Counts> {
  return async () => {
    const { code, said } = await execute([`tools/${name}.ts`, ...args])
    return readCounts(said, code)
  }
}

async function withScratch<T>(work: (report: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-stage-'))
  try {
    return await work(path.join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
