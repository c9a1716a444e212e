import type { Form } from '@sepakat/rules'
import { type Device, deviceOf } from './device.ts'
import { faultsOf } from './faults.ts'
import type { Report } from './reportClient.ts'
import type { Step } from './steps.ts'
import { decide, hangOn, rowAt, takeStep } from './takeStep.ts'

export interface World {
  form: Form
  report: Report
  /** Advances time by so many ms. */
  pause: (ms: number) => Promise<void>
  /** The delay (ms) of a late request. */
  late: number
  /** Called with every result of the server for a change. */
  heard?: (result: string) => void
}

/** How often pending changes are checked until all have arrived; a retry comes after half a minute at the latest. */
const looks = 400

/** Plays the steps, lets everything arrive, and returns what was lost or differs: nothing, if all is well. */
export async function interleave(
  { form, report, pause, late, heard }: World,
  steps: readonly Step[],
): Promise<string[]> {
  const devices: Device[] = []
  for (const [n, client] of report.clients.entries())
    devices.push(await deviceOf({ name: `device ${n + 1}`, form, client, late }))

  async function whileBusy(work: Promise<void>): Promise<void> {
    let busy = true
    const ended = work.finally(() => {
      busy = false
    })
    while (busy) await pause(20)
    await ended
  }
  async function take(step: Step, n: number): Promise<void> {
    const device = devices[step.on]!
    if (step.do === 'wait') return pause(step.ms)
    if (step.do === 'line') return device.line.set(step.up)
    if (step.do === 'mishap') return device.line.mishap(step.what)
    if (step.do === 'read') return whileBusy(device.read())
    if (step.do === 'crash') return whileBusy(device.crash(step))
    if (step.do === 'life') return whileBusy(report.move(step.move, rowAt(device, step.part)))
    if (step.do === 'hang') return whileBusy(hangOn(report, device, step, step.on))
    takeStep(device, step, n)
  }
  const isDone = (device: Device): boolean => {
    const { waiting, sending } = device.store().outbox.state()
    return waiting === 0 && !sending && device.line.underway() === 0
  }
  async function bringThrough(): Promise<boolean> {
    for (let look = 0; look < looks; look += 1) {
      if (devices.every(isDone)) {
        for (const device of devices) {
          await whileBusy(device.read())
          await whileBusy(device.store().outbox.saved())
        }
        if (devices.every(isDone)) return true
      }
      for (const device of devices) device.store().outbox.flush()
      await pause(100)
    }
    return false
  }
  async function look(decided: boolean): Promise<string[]> {
    const through = await bringThrough()
    return through ? faultsOf(devices, report, decided) : ['what waits does not get through though the line is up']
  }

  for (const [n, step] of steps.entries()) await take(step, n)
  for (const { line } of devices) {
    line.set(true)
    line.mishap(null)
  }
  await report.showAgain()
  const faults = await look(false)
  await report.openAgain()
  let decided = false
  for (let round = 0; round < 6 && !decided && faults.length === 0; round += 1) {
    for (const [n, device] of devices.entries()) {
      await bringThrough()
      for (const at of device.store().stuckPointers())
        decide(device, at, round < 3 && (n + round) % 2 === 0 ? 'mine' : 'theirs')
    }
    decided = (await bringThrough()) && devices.every(device => device.store().stuckPointers().length === 0)
  }
  if (decided) faults.push(...(await look(true)))
  else if (faults.length === 0) faults.push('what needs a person cannot be decided')
  for (const { store, line } of devices) {
    store().stop()
    for (const { saved } of line.delivered) for (const { result } of saved.results) heard?.(result)
  }
  return faults
}
