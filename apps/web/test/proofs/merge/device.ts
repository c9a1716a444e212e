import type { Cell, Form, Place } from '@sepakat/rules'
import type { Access } from '#sheet/answers/access.ts'
import { type FormStore, formStoreOf } from '#sheet/answers/formStore.ts'
import { mergeChanges } from '#sheet/answers/mergeChanges.ts'
import type { Pending, Route, Saved, Wire } from '#sync/outbox/pending.ts'
import { sendReport } from '#sync/outbox/sendReport.ts'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import { durableOutboxStore } from './durableOutboxStore.ts'
import { lineTo } from './line.ts'
import type { ReportClient } from './reportClient.ts'

/** An edit of a user at one pointer. `id`: of its change; null: nothing is left to send. */
export interface Edit {
  pointer: string
  id: string | null
  op: Pending['op']
  value: Cell | Place | null
}

export type Device = Awaited<ReturnType<typeof deviceOf>>

/** The last edit at a pointer that is not on the server yet. */
const newestAt = (store: FormStore, pointer: string): Pending | undefined => {
  const entry = store.outbox.at(pointer)
  return entry?.stuck ?? entry?.waiting ?? entry?.sent
}

const untilDeath = <T>(isAlive: () => boolean, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    work.then(
      value => isAlive() && resolve(value),
      error => isAlive() && reject(error),
    )
  })

/**
 * A device with the one form open: the page's own store and outbox over durable storage. Records
 * everything the user does, and for each numbered change of the report when the user could first know of it.
 */
export async function deviceOf({
  name,
  form,
  client,
  late,
}: {
  name: string
  form: Form
  client: ReportClient
  late: number
}) {
  const disk = durableOutboxStore()
  const line = lineTo(client, late)
  /** What the user may rely on: edits not yet stored when the page died are taken out. */
  const edits: Edit[] = []
  let written = 0
  /** By change: the step in which the user saw its base and started it. */
  const saw = new Map<string, number>()
  /** By number of a change: the step after which it was known here. */
  const known = new Map<number, number>()
  let step = 0
  let life = 0
  let access: Access = await client.access()
  let copy = await client.open()
  let store: FormStore = openAs(begin())
  know(copy.version)
  await store.restore()

  function know(upTo: number, from = 1): void {
    for (let seq = from; seq <= upTo; seq += 1) if (!known.has(seq)) known.set(seq, step)
  }
  /** A page that died gets no more responses. */
  function begin() {
    life += 1
    const own = life
    return () => own === life
  }
  function sending(isAlive: () => boolean) {
    return (changes: Wire[], typedAt: string, route: Route) =>
      untilDeath(isAlive, line.save(changes, typedAt, route)).then(heard)
  }
  function heard(saved: Saved): Saved {
    for (const result of saved.results) {
      const rev = 'rev' in result ? result.rev : result.result === 'conflict' ? result.theirs.rev : null
      if (rev !== null) know(rev, rev)
    }
    return saved
  }
  function writing() {
    const upTo = edits.length
    return () => {
      written = Math.max(written, upTo)
    }
  }
  function openAs(isAlive: () => boolean, behind = false): FormStore {
    const opened = formStoreOf({ form, ...copy, behind, disk: disk.of(isAlive, writing), send: sending(isAlive) })
    opened.setAccess(access)
    return opened
  }

  return {
    name,
    disk,
    line,
    edits: edits as readonly Edit[],
    store: () => store,
    /** Whether the user knew of a change when starting what became the change `id`. */
    knew: (seq: number, id: string): boolean => (known.get(seq) ?? Infinity) < (saw.get(id) ?? 0),
    /** Lets the user do something. `decided`: between both values on screen. */
    act(work: () => void, decided = false): void {
      step += 1
      const { outbox } = store
      const before = new Map(outbox.pointers().map(pointer => [pointer, newestAt(store, pointer)]))
      work()
      for (const pointer of new Set([...before.keys(), ...outbox.pointers()])) {
        const [was, now] = [before.get(pointer), newestAt(store, pointer)]
        if (was?.changeId === now?.changeId) continue
        const { op = 'clear', value = null } = now ?? {}
        edits.push({ pointer, id: now?.changeId ?? null, op, value })
        // a removal is about what is on screen, whatever changed at its place before
        const began = decided || now?.op === 'remove' ? undefined : saw.get(was?.changeId ?? '')
        if (now) saw.set(now.changeId, began ?? step)
      }
    },
    /** Fetches what the server accepted since, and whether the report is still open. */
    async read(): Promise<void> {
      const [isOpen, own] = [store, life]
      try {
        for (let more = true; more; ) {
          const page = await line.ask(it => it.changes(isOpen.seen.upTo()))
          if (own !== life) return
          mergeChanges(isOpen, page.items, 'nobody')
          if (!page.more) isOpen.seen.caughtUp(page.version)
          more = page.more
          for (const { seq } of page.items) know(seq, seq)
        }
        access = await line.ask(it => it.access())
        if (own === life) isOpen.setAccess(access)
      } catch (error) {
        if (!(error instanceof NoAnswerError)) throw error
      }
    },
    /**
     * The page dies at any point and is reopened, from the cached answers or (`fresh`) with
     * those of the server. `unopened`: pending changes are sent first, without the form.
     */
    async crash({ unopened, fresh }: { unopened: boolean; fresh: boolean }): Promise<void> {
      store.stop()
      edits.length = written
      const isAlive = begin()
      if (unopened) await sendReport(disk.of(isAlive), sending(isAlive), () => {}).catch(() => {})
      const answers = fresh ? await line.ask(it => it.open()).catch(() => null) : null
      copy = answers ?? copy
      know(copy.version)
      store = openAs(isAlive, answers === null)
      await store.restore()
    },
  }
}
