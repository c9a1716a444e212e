/**
 * recordDeviceAnswers.ts: what this commit answers to the devices of the demo region, and the tables that it then leaves, for
 * the commits after it to be held to. Run before a change that must change nothing.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { backUp } from '#testing/restoring.ts'
import { demoDevices, restored } from './deviceRequests.ts'

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const api = await restored(at('release-0.1.tar'))
const devices = await demoDevices(api)
const first = await devices.read()
const sent = await devices.sendFile()
const written = await devices.write()
await backUp(api, at('release-0.1-used.tar'))
const last = await devices.read()
writeFileSync(at('device-answers.json.gz'), gzipSync(JSON.stringify({ first, sent, written, last })))
await api.close()
