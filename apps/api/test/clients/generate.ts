/**
 * generate.ts: makes the three clients out of programs/generated/openapi.json, as an integrator does: no option but where it is
 * and where they go. A process of its own, for the generators are large and talk.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { generate } from 'orval'

const folder = path.join(import.meta.dirname, 'programs/generated')
const input = path.join(folder, 'openapi.json')

await writeFile(path.join(folder, 'openapi-typescript.ts'), astToString(await openapiTypescript(await readFile(input))))
await createClient({ input, output: path.join(folder, 'hey-api') })
await generate({ input: { target: input }, output: { target: path.join(folder, 'orval.ts'), client: 'fetch' } })
