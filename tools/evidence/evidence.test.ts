import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../root.ts'
import { proofs } from '../soak/proofs.ts'
import { ageOf } from './ageOf.ts'
import { type Git, gitIn } from './git.ts'
import { openEvidence } from './openEvidence.ts'
import { sources } from './proofsOf.ts'

let folder: string
let git: Git
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}
const commit = (file: string, text = Math.random().toString()) => {
  write(file, text)
  git('add', '.')
  git('commit', '-qm', file)
}
const proof = { name: 'start-kill', title: 'Kill' }
const proven = { passed: 3, failed: 0, report: 'All well.' }
const record = () => openEvidence(folder).write(proof, { seed: 7 }, proven, 12)
const evidence = () => readFileSync(path.join(folder, 'docs/evidence/start-kill.md'), 'utf8')
const age = (name = 'start-kill') => ageOf(git, name, evidence())

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sepakat-evidence-'))
  git = gitIn(folder)
  git('init', '-q')
  for (const [key, value] of Object.entries({ 'user.name': 'x', 'user.email': 'x@x', 'commit.gpgsign': 'false' }))
    git('config', key, value)
  commit('apps/api/src/a.ts')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('evidence is written down', () => {
  it('with the commit that ran, what came of it and how to repeat it', () => {
    expect(record()).toBeNull()
    expect(evidence()).toContain(`# Kill\n\n- commit: ${git('rev-parse', '--short=12', 'HEAD')}\n- machine: `)
    expect(evidence()).toContain('- seed: 7 (`npm run soak start-kill -- --seed=7` repeats it)\n- time: 12 s\n')
    expect(evidence()).toContain('- result: 3 passed, 0 failed\n\nAll well.\n')
  })
  it.each([
    ['a changed file', 'apps/api/src/a.ts'],
    ['a new file', 'tools/soak/b.ts'],
  ])('not of code that is in no commit: %s', (_, file) => {
    write(file, 'changed')
    expect(() => openEvidence(folder)).toThrow(Refusal)
  })
  it('beside documents that are being written', () => {
    write('docs/evidence/races.md', 'x')
    write('README.md', 'x')
    expect(record()).toBeNull()
  })
  it('not where the code changed while it ran', () => {
    const { write: put } = openEvidence(folder)
    commit('apps/api/src/a.ts')
    expect(put(proof, { seed: 7 }, proven, 12)).toMatch(/^Not written down: the checkout changed/)
    expect(readdirSync(folder)).not.toContain('docs')
  })
})

describe('evidence is older than what it proves', () => {
  beforeEach(() => {
    record()
    git('add', '.')
    git('commit', '-qm', 'evidence')
  })
  it('not by its own commit, documents, or tests', () => {
    commit('docs/evidence/races.md')
    commit('apps/api/README.md')
    commit('apps/api/src/a.test.ts')
    commit('apps/web/src/a.test.tsx')
    expect(age()).toMatchObject({ isCurrent: true })
  })
  it.each([
    'apps/web/src/b.tsx',
    'packages/rules/src/c.ts',
    'prisma/schema.prisma',
    'pnpm-lock.yaml',
    'tools/soak/d.ts',
  ])('by a commit that changed %s', file => {
    commit(file)
    commit(file)
    const said = expect.stringContaining('2 commits since changed what it proves')
    expect(age()).toEqual({ name: 'start-kill', isCurrent: false, said, repeat: 'npm run soak start-kill' })
  })
  it('by changes that are not committed', () => {
    write('apps/api/src/a.ts', 'changed')
    expect(age()).toMatchObject({ isCurrent: false, said: expect.stringContaining('has changes since') })
  })
  it('not by the code of another proof', () => {
    commit('tools/bench/load.ts')
    expect(age('start-kill').isCurrent).toBe(true)
    expect(age('bench').isCurrent).toBe(false)
  })
  it('not by what only tests the API in `npm test`, unless it runs that', () => {
    commit('apps/api/test/proofs/a.ts')
    commit('apps/api/src/testing/b.ts')
    expect(age('start-kill').isCurrent).toBe(true)
    expect(age('bad-input').isCurrent).toBe(false)
  })
  it('where it is unknown what it is about', () => {
    const of = (line: string) => ageOf(git, 'start-kill', `# Kill\n\n${line}\n`).said
    const [known] = git('rev-parse', 'HEAD').match(/^.{12}/) ?? []
    expect(of(`- commit: ${known}, with changes that are not committed`)).toContain('nobody knows what code')
    expect(of('- commit: 0123456789ab')).toContain('not in the history of this checkout')
    expect(of('- seed: 7')).toBe('names no commit')
    expect(ageOf(git, 'invented', '')).toMatchObject({ said: 'no proof writes this file', repeat: null })
  })
})

it('every long proof and every file of evidence is known with its command', () => {
  const written = readdirSync(path.join(root, 'docs/evidence')).map(file => path.basename(file, '.md'))
  const expected = expect.arrayContaining([...proofs.map(({ name }) => name), ...written])
  expect(Object.keys(sources)).toEqual(expected)
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  for (const { repeat } of Object.values(sources)) expect(scripts).toHaveProperty([repeat.split(' ')[2] ?? ''])
})
