/** What the two linters recommend for OpenAPI, with all their rules. */
import { createConfig, lintFromString } from '@redocly/openapi-core'
import spectral, { type RulesetDefinition } from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import { expect, it } from 'vitest'
import { openapi } from '../../src/http/openapi/document.ts'

const document = JSON.stringify(openapi('https://sepakat.example.go.id'))

it('Redocly (recommended) finds nothing', async () => {
  const config = await createConfig({ extends: ['recommended'] })
  const found = await lintFromString({ source: document, absoluteRef: 'openapi.json', config })
  expect(found.map(({ ruleId, message, location }) => [ruleId, location[0]?.pointer, message])).toEqual([])
}, 60_000)

it('Spectral (spectral:oas, recommended) finds nothing', async () => {
  const linter = new spectral.Spectral()
  linter.setRuleset({ extends: [[rulesets.oas as RulesetDefinition, 'recommended']], rules: {} })
  const found = await linter.run(JSON.parse(document))
  expect(found.map(({ code, path, message }) => [code, path.join('.'), message])).toEqual([])
}, 400_000)
