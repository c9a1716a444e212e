import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../root.ts'
import { stages } from '../stages/stages.ts'
import { code, staticImportsOf } from './sources.ts'

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

it('every command of package.json brings a tool that exists', () => {
  const wrong = Object.values<string>(scripts).filter(script => {
    const tool = /^node tools\/bring\.mjs ([a-z-]+)$/.exec(script)?.[1]
    return !tool || !existsSync(path.join(root, 'tools', `${tool}.ts`))
  })
  expect(wrong).toEqual([])
})

it('every package has its tests in a stage', () => {
  const names = stages.map(stage => stage.name)
  expect(names).toEqual(expect.arrayContaining(['types', 'style', 'rules', 'contract', 'db', 'api', 'web', 'journeys']))
})

it('the short long proofs are part of the test run', () => {
  expect(stages.map(stage => stage.name)).toEqual(expect.arrayContaining(['soak', 'bench', 'day']))
})

it('a tool starts on a machine where nothing is made yet: what prepareCode makes is imported only after it', () => {
  const files = new Map(code().map(source => [source.file, source]))
  const wrong: string[] = []
  const walk = (file: string, by: string[], seen: Set<string>) => {
    if (file.startsWith('prisma/generated/')) wrong.push([...by, file].join(' → '))
    const source = files.get(file)
    if (!source || seen.has(file)) return
    seen.add(file)
    for (const next of staticImportsOf(source)) walk(next, [...by, file], seen)
  }
  for (const script of Object.values<string>(scripts)) walk(`tools/${script.split(' ').at(-1)}.ts`, [], new Set())
  expect(wrong).toEqual([])
})
