import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { demoPassword } from '@sepakat/db/seed/demo.ts'
import { v7 } from 'uuid'
import type { Proof, Proven } from '../evidence/proof.ts'
import { readCounts } from '../stages/counts.ts'
import { execute } from '../stages/execute.ts'
import { type Caller, must, signIn } from './caller.ts'
import { type Checks, createChecks } from './checks.ts'
import { openYear, type Year } from './documents/openYear.ts'
import { orderFile, type Way } from './documents/orderFile.ts'
import { findCell, peopleAtWork } from './documents/peopleAtWork.ts'
import { type MemorySeen, watchMemory } from './documents/watchMemory.ts'

const bars = { pdf: 10, docx: 15, xlsx: 15, megabytes: 500, slower: 2 }
const quietMs = 15_000
const ways = ['pdf', 'docx', 'xlsx'] as const

const wanted = [
  { type: 'lppd', period: '2025', by: 'koordinator' },
  { type: 'lkpj', period: '2025', by: 'koordinator' },
  { type: 'spm', period: '2025-TW4', by: 'koordinator' },
  { type: 'lkjip', period: '2025', by: 'koordinator.sakip' },
]
interface Edition {
  id: string
  name: string
  type: string
  caller: Caller
}

/** Those of the demo year, each ordered alone and four together, and what came of it read by programs that are not ours. */
export const proveDocuments: Proof['prove'] = async ({ seed }) => {
  const parts: Proven[] = [await lookWith(['--seed', String(seed)])]
  const files = mkdtempSync(path.join(tmpdir(), 'sepakat-editions-'))
  const year = await openYear()
  try {
    parts.push(await proveYear(year, files))
    parts.push(await compareNumbers(year))
    parts.push(await lookWith(['--editions', files]))
  } finally {
    await year.close()
    rmSync(files, { recursive: true, force: true })
  }
  const sum = (of: 'passed' | 'failed') => parts.reduce((total, part) => total + part[of], 0)
  return { passed: sum('passed'), failed: sum('failed'), report: parts.map(({ report }) => report).join('\n\n') }
}

/** Another program's findings, as a part of the report. */
async function program(script: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Proven> {
  const { code, said } = await execute([script, ...args], { env })
  const report = said
    .trimEnd()
    .replace(/\n?\d+ passed, \d+ failed$/, '')
    .trim()
  return { ...readCounts(said, code), report }
}
const lookWith = (args: string[]) => program('packages/documents/test/proof/main.ts', args)
const compareNumbers = ({ env }: Year) => program('apps/api/test/editions/compareNumbers.ts', [], env)

async function proveYear(year: Year, files: string): Promise<Proven> {
  const checks = createChecks()
  const callers = new Map<string, Caller>()
  for (const name of ['koordinator', 'koordinator.sakip', 'pimpinan', 'operator.dinkes'])
    callers.set(name, await signIn(year.origin, name, demoPassword))
  const as = (name: string) => callers.get(name)!
  const editions: Edition[] = []
  for (const { by, ...body } of wanted)
    editions.push({
      ...(await must(as(by)<{ id: string; name: string }>('POST', '/editions', body, { 'idempotency-key': v7() }))),
      type: body.type,
      caller: as(by),
    })
  const alone = await orderAlone(checks, { year, editions, files })
  const together = await orderTogether(checks, {
    year,
    editions,
    work: { leader: as('pimpinan'), operator: as('operator.dinkes'), cell: await findCell(as('operator.dinkes')) },
  })
  return checks.proven([alone, '', together].join('\n'))
}

const one = (n: number) => n.toFixed(1)
const whole = (n: number) => String(Math.round(n))

/** Each edition in each way, with nothing beside it. */
async function orderAlone(
  checks: Checks,
  { year, editions, files }: { year: Year; editions: Edition[]; files: string },
): Promise<string> {
  const lines = [
    'The four of the demo year, each ordered alone; seconds from the order until the file is there, the wait for the worker included; megabytes of the worker and its child at the same instant.',
    '',
    '| edition | as | seconds | PSS | RSS | kB |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
  ]
  for (const { id, name, type, caller } of editions)
    for (const way of [...ways, 'json'] as Way[]) {
      const watch = watchMemory(year.worker.pid)
      const { bytes, seconds } = await orderFile(caller, id, way)
      const seen = watch.stop()
      await writeFile(path.join(files, `${type}.${way}`), bytes)
      lines.push(
        `| ${name} | ${way} | ${one(seconds)} | ${whole(seen.pss)} | ${whole(seen.rss)} | ${whole(bytes.length / 1024)} |`,
      )
      if (way === 'json') continue
      checks.check(`${way.toUpperCase()} is there in ${bars[way]} s`, seconds < bars[way], `${name}: ${one(seconds)} s`)
      checkMemory(checks, seen, `${name} as ${way}`)
    }
  return lines.join('\n')
}

const checkMemory = (checks: Checks, { pss, children }: MemorySeen, where: string): void => {
  checks.check(
    `worker and child have less than ${bars.megabytes} MB`,
    pss < bars.megabytes,
    `${where}: ${whole(pss)} MB`,
  )
  checks.check('the worker has one child at a time', children <= 1, `${where}: ${children}`)
}

/** All four at once, and the print of a report, while people work. */
async function orderTogether(
  checks: Checks,
  { year, editions, work }: { year: Year; editions: Edition[]; work: Parameters<typeof peopleAtWork>[0] },
): Promise<string> {
  const lines = [
    'Four ordered together and a report printed too, while three people look at overview and list and one of them saves; p95 in milliseconds.',
    '',
    '| as | seconds | PSS | of it the worker | RSS | p95 before | meanwhile | requests |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ]
  for (const way of ways) {
    const until = performance.now() + quietMs
    const before = await peopleAtWork(work, () => performance.now() < until)
    const watch = watchMemory(year.worker.pid)
    const begun = performance.now()
    let goesOn = true
    const working = peopleAtWork(work, () => goesOn)
    await Promise.all([
      ...editions.map(({ id, caller }) => orderFile(caller, id, way)),
      printed(work.operator),
    ]).finally(() => {
      goesOn = false
    })
    const seconds = (performance.now() - begun) / 1000
    const meanwhile = await working
    const seen = watch.stop()
    lines.push(
      `| ${way} | ${one(seconds)} | ${whole(seen.pss)} | ${whole(seen.own)} | ${whole(seen.rss)} | ${one(before.p95)} | ${one(meanwhile.p95)} | ${meanwhile.requests} |`,
    )
    checkMemory(checks, seen, `four as ${way}`)
    checks.check(
      'p95 of the API is at most doubled',
      meanwhile.p95 <= bars.slower * before.p95,
      `${way}: ${one(before.p95)} ms, ${one(meanwhile.p95)} ms`,
    )
  }
  return lines.join('\n')
}

/** The print of a report that was not printed before. */
async function printed(operator: Caller): Promise<void> {
  const { items } = await must(
    operator<{ items: { submission: string }[] }>('GET', '/submissions?status=approved&limit=50'),
  )
  for (const { submission: id } of items) {
    const isMade = () =>
      operator.bytes(`/submissions/${id}/revisions/1/pdf`).then(
        () => true,
        () => false,
      )
    if (await isMade()) continue
    for (let asked = 0; asked < 120 && !(await isMade()); asked++) await sleep(500)
    return
  }
}
