import type { Answers, Cell, Place } from '@sepakat/rules'
import { sameCell } from '@sepakat/rules/saving/cell.ts'
import { samePlace } from '@sepakat/rules/saving/place.ts'
import { segmentsOf } from '#sheet/answers/cells.ts'
import type { Device, Edit } from './device.ts'
import type { Change, Changes, Report, ReportClient } from './reportClient.ts'

const sorted = (answers: Answers): string =>
  JSON.stringify(answers, (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
const isRow = (pointer: string): boolean => segmentsOf(pointer).field === undefined
const sameValue = (pointer: string, a: unknown, b: unknown): boolean =>
  isRow(pointer) ? samePlace(a as Place | null, b as Place | null) : sameCell(a as Cell | null, b as Cell | null)

async function historyOf(client: ReportClient): Promise<Changes> {
  const all: Change[] = []
  for (let more = true; more; ) {
    const page = await client.changes(all.at(-1)?.seq ?? 0)
    all.push(...page.items)
    more = page.more
  }
  return all
}

/** Violated invariants, in words. `decided`: no conflict is open any more, so that all must show the same. */
export async function faultsOf(devices: readonly Device[], report: Report, decided: boolean): Promise<string[]> {
  const faults: string[] = []
  const changes = await historyOf(report.clients[0])
  const { answers } = await report.clients[0].open()
  const byId = new Map(changes.map(change => [change.changeId, change]))
  const ownerOf = new Map(
    devices.flatMap(device =>
      device.line.delivered.flatMap(({ changes: sent }) => sent.map(({ changeId }) => [changeId, device] as const)),
    ),
  )
  const late = new Set(
    devices.flatMap(({ line }) =>
      line.delivered.flatMap(({ changes: sent, late }) => (late ? sent.map(({ changeId }) => changeId) : [])),
    ),
  )
  const say = (fault: string) => faults.push(fault)

  if (byId.size !== changes.length) say('a change id is in history twice')
  for (const [at, { seq }] of changes.entries())
    if (at > 0 && seq !== changes[at - 1]!.seq + 1) say(`change ${seq} does not follow the one before`)
  for (const device of devices) {
    acknowledged(device)
    for (const [at, edit] of device.edits.entries()) kept(device, edit, device.edits.slice(at + 1))
    oneOfEach(device)
    shows(device)
  }
  seen()
  const found = new Map((await report.hung().found()).map(({ id, anchor }) => [id, anchor]))
  for (const { id, anchor } of report.hung().put)
    if (found.get(id) !== anchor) say(`what hung on ${anchor} hangs on ${found.get(id)}`)
  return faults

  /** Everything the server acknowledged is in history, once, as it was sent. */
  function acknowledged({ name, line }: Device): void {
    for (const { changes: sent, saved, late: wasLate } of line.delivered)
      for (const result of saved.results) {
        const change = sent.find(({ changeId }) => changeId === result.changeId)!
        const inHistory = byId.get(result.changeId)
        if (result.result === 'applied' && inHistory?.seq !== result.rev)
          say(`${name}: ${change.pointer} was acknowledged and is lost`)
        if (result.result === 'conflict' && !wasLate && isOwnDoing(line, result.theirs) && change.op !== 'remove')
          say(`${name}: ${change.op} ${change.pointer} is in conflict with the person's own change`)
        if (result.result === 'already' && inHistory && inHistory.seq !== result.rev)
          say(`${name}: ${change.pointer} was taken twice`)
        if (
          inHistory &&
          (inHistory.pointer !== change.pointer ||
            inHistory.op !== change.op ||
            ('value' in change && !sameValue(change.pointer, change.value, inHistory.to)))
        )
          say(`${name}: ${change.pointer} is in history as something else`)
      }
  }
  /** An `already` is about this device's own change, in its order. */
  function isOwnDoing(line: Device['line'], { rev, value }: { rev: number; value: unknown }): boolean {
    const { changeId } = changes.find(({ seq }) => seq === rev) ?? {}
    return changeId !== undefined && value !== 'removed' && ownerOf.get(changeId)?.line === line && !late.has(changeId)
  }
  /** Everything that was on the device is in history, was stored by another user, needs the user, or was changed again by the user. */
  function kept({ name, line, store }: Device, { pointer, id, op, value }: Edit, later: Edit[]): void {
    if (id === null || byId.has(id) || later.some(next => next.pointer === pointer)) return
    const stuck = store().stuck(pointer)
    if (stuck?.op === op && sameValue(pointer, stuck.value, value)) return
    const stood = line.delivered.some(({ saved }) =>
      saved.results.some(result => result.changeId === id && result.result === 'already'),
    )
    if (!stood) say(`${name}: ${op} ${pointer} ${JSON.stringify(value).slice(0, 99)} is nowhere`)
  }
  function oneOfEach({ name, disk, store }: Device): void {
    const waits = disk.unsent().map(({ pointer, state }) => `${state} ${pointer}`)
    if (new Set(waits).size !== waits.length) say(`${name}: two changes wait at one address: ${waits.join()}`)
    const stuck = store()
      .stuckPointers()
      .map(pointer => `stuck ${pointer}`)
    if (waits.sort().join() !== stuck.sort().join())
      say(`${name}: on the device is ${waits.join()}, on the page ${stuck.join()}`)
  }
  /** The server's values as the device knows them; and what is shown, where nothing is unsent. */
  function shows(device: Device): void {
    const { cells } = device.store()
    const last = new Map(changes.map(change => [change.pointer, change]))
    for (const { pointer, op, to } of last.values()) {
      const { table, row } = segmentsOf(pointer)
      if (!isRow(pointer) && answers[table]?.[row] === undefined) continue
      const has = isRow(pointer) ? cells.savedPlace(segmentsOf(pointer)) : (cells.saved(pointer) ?? null)
      const stands = op === 'remove' || op === 'clear' ? null : to
      if (!sameValue(pointer, has, stands))
        say(`${device.name}: ${pointer} is ${JSON.stringify(stands)}, the device has ${JSON.stringify(has)}`)
    }
    if (decided && sorted(cells.answers()) !== sorted(answers))
      say(`${device.name} shows ${sorted(cells.answers())}, the server has ${sorted(answers)}`)
  }
  /** No user overwrote a change he or she did not know of. */
  function seen(): void {
    for (const [at, change] of changes.entries()) {
      const device = ownerOf.get(change.changeId)
      if (!device) continue
      const before = changes.slice(0, at).filter(({ pointer }) => touches(change, pointer))
      const overwritten = change.op === 'remove' ? before : before.slice(-1)
      for (const { seq, changeId, pointer } of overwritten)
        if (ownerOf.get(changeId) !== device && !device.knew(seq, change.changeId) && !saidTheSame(device, seq))
          say(
            `${device.name}: ${change.op} ${change.pointer} went over change ${seq} of ${pointer}, which was not known there`,
          )
    }
  }
}

/** The user had made the same change: it was stored already. */
const saidTheSame = ({ line }: Device, seq: number): boolean =>
  line.delivered.some(({ saved }) => saved.results.some(result => result.result === 'already' && result.rev === seq))

/** Whether a change overwrites this pointer. */
const touches = ({ op, pointer }: Change, at: string): boolean =>
  at === pointer || (op === 'remove' && at.startsWith(`${pointer}/`))
