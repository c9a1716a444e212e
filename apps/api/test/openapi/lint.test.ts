/** What the two linters recommend for OpenAPI, with all their rules. */
import { createConfig, lintFromString } from '@redocly/openapi-core'
import spectral, { type RulesetDefinition } from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import { expect, it } from 'vitest'
import { openapi } from '#http/openapi/openapi.ts'

const document = JSON.stringify(openapi('https://sepakat.example.go.id'))
const minutes = 60_000

it(
  'Redocly (recommended) finds nothing',
  async () => {
    const config = await createConfig({ extends: ['recommended'] })
    const found = await lintFromString({ source: document, absoluteRef: 'openapi.json', config })
    expect(found.map(({ ruleId, message, location }) => [ruleId, location[0]?.pointer, message])).toEqual([])
  },
  5 * minutes,
)

/**
 * The example of a problem is at each of the thousand answers that can be it, always under the one schema: it is judged at
 * the first of them, which halves the work.
 */
const withEachExampleOnce = (): unknown => {
  const seen = new Set<unknown>()
  return JSON.parse(document, (key, value) => {
    if (key !== 'examples') return value
    const first = Object.entries<{ $ref?: string }>(value).filter(
      ([, { $ref }]) => $ref === undefined || (!seen.has($ref) && seen.add($ref)),
    )
    return Object.fromEntries(first)
  })
}

it(
  'Spectral (spectral:oas, recommended) finds nothing',
  async () => {
    const linter = new spectral.Spectral()
    linter.setRuleset({ extends: [[rulesets.oas as RulesetDefinition, 'recommended']], rules: {} })
    const found = await linter.run(withEachExampleOnce() as Record<string, unknown>)
    expect(found.map(({ code, path, message }) => [code, path.join('.'), message])).toEqual([])
  },
  5 * minutes,
)
