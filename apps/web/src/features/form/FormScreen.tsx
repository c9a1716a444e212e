import type { Level } from '@sepakat/rules'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { joined } from '#sheet/answers/cells.ts'
import { useChanges } from '#sheet/answers/useChanges.ts'
import { useWarnUnsent } from '#sheet/answers/useWarnUnsent.ts'
import { useMe } from '#sync/session/me.tsx'

import { invalidate } from '#sync/transport/invalidate.ts'

import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { cx } from '#ui/cx.ts'
import { useKeys } from '#ui/keys.ts'
import { Drawer } from '#ui/Modal.tsx'
import { useMedia } from '#ui/useMedia.ts'
import { useForm, useKey, useSections, useSubmission, useView } from './FormContext.ts'
import styles from './FormScreen.module.css'
import { WholeFigures } from './figures/WholeFigures.tsx'
import { FindingsDrawer } from './frame/FindingsDrawer.tsx'
import { FormFoot } from './frame/FormFoot.tsx'
import { FormHead } from './frame/FormHead.tsx'
import { Notices } from './frame/Notices.tsx'
import { SectionNav } from './frame/SectionNav.tsx'
import { SectionView } from './frame/SectionView.tsx'
import { nextFinding } from './model/findingOrder.ts'
import { PeopleContext } from './PeopleContext.ts'
import { usePanelBeside } from './panel/panelPlace.ts'
import { RowPanel } from './panel/RowPanel.tsx'
import { usePresence } from './usePresence.ts'
import { useRowInHand } from './useRowInHand.ts'
import { useRowKeys } from './useRowKeys.ts'

/** The form: sections at the left, rows in the middle, details of the current row at the right. */
export function FormScreen() {
  const submission = useSubmission()
  const { store, view, paths, go, uploads } = useForm()
  const me = useMe()
  const { beside } = usePanelBeside()
  const narrow = useMedia('(max-width: 860px)')
  const form = useRef<HTMLDivElement>(null)
  useRowInHand(form, view)
  useRowKeys(form)
  const open = useKey('access', () => store.access().open)
  useChanges(store, submission.id, `post:${me.post?.id}`, open, submission.version)
  const client = useQueryClient()
  // lists shown next display the new progress
  useEffect(() => () => void invalidate(client, 'GET /obligations'), [client])
  const people = usePresence(submission.id, view, open)
  useWarnUnsent(uploads.isOnPageOnly)

  const next = (step: 1 | -1, level?: Level) => {
    store.evaluateNow()
    const all = store.evaluated().findings
    const { hand } = view.get()
    const here = hand && joined(hand)
    const asked = level ? all.filter(finding => finding.level === level) : all
    const finding = nextFinding(asked, paths(), here, step)
    if (!finding) return announce('Tidak ada temuan.')
    go(finding.at)
    announce(finding.message)
  }
  const tell = (changed: string[] | null, done: string, nothing: string) => {
    if (changed === null) return announce(nothing)
    const [first] = changed
    if (first === undefined) return announce('Tidak diubah: isian itu sudah diubah orang lain.')
    go(first)
    announce(done)
  }
  const undo = () => tell(store.undo(), 'Diurungkan.', 'Tidak ada yang dapat diurungkan.')
  const redo = () => tell(store.redo(), 'Diulangi.', 'Tidak ada yang dapat diulangi.')
  useKeys([
    { keys: 'F8', label: 'Temuan berikutnya', run: () => next(1) },
    { keys: 'Shift+F8', label: 'Temuan sebelumnya', run: () => next(-1) },
    // With Shift it is redo on many platforms.
    { keys: 'Ctrl+z', label: 'Urungkan perubahan Anda', run: ({ shiftKey }) => (shiftKey ? redo() : undo()) },
    { keys: 'Ctrl+y', label: 'Ulangi yang diurungkan', run: redo },
    { keys: 'Enter, ↑, ↓', label: 'Di tabel: baris berikutnya atau sebelumnya', run: () => {} },
  ])

  return (
    <PeopleContext value={people}>
      <div className={styles.form} ref={form}>
        <FormHead />
        <Notices />
        {narrow && <NarrowSections />}
        <div className={cx(styles.columns, !beside && styles.two)}>
          {!narrow && (
            <div className={styles.left}>
              <WholeFigures />
              <SectionNav />
            </div>
          )}
          <div className={styles.middle}>
            <SectionView />
            {narrow && <WholeFigures />}
          </div>
          <div className={styles.right}>
            <RowPanel />
          </div>
        </div>
        <FormFoot onUndo={undo} onRedo={redo} onNext={level => next(1, level)} />
        <FindingsDrawer />
      </div>
    </PeopleContext>
  )
}

/** On narrow screens the sections are a drawer, with the current one named above the rows. */
function NarrowSections() {
  const { view } = useForm()
  const sections = useSections()
  const section = useView('section')
  const drawer = useView('drawer')
  const at = sections.findIndex(one => one.id === section)
  const close = () => view.set({ drawer: null })
  if (sections.length === 0) return null
  return (
    <>
      <Button icon="list" wide className={styles.choose} onClick={() => view.set({ drawer: 'sections' })}>
        Bagian {at + 1} dari {sections.length}: {sections[at]?.title}
      </Button>
      <Drawer open={drawer === 'sections'} onClose={close} title="Bagian formulir">
        {drawer === 'sections' && <SectionNav onGo={close} />}
      </Drawer>
    </>
  )
}
