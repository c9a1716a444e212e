import type { Level, Section } from '@sepakat/rules'
import { UndoButtons } from '#sheet/UndoButtons.tsx'
import { ActionBar } from '#ui/ActionBar.tsx'
import { IconButton } from '#ui/Button.tsx'
import { useKeys } from '#ui/keys.ts'
import { late } from '#ui/late.tsx'
import { useForm, useKey, useSections, useView } from '../FormContext.ts'
import { SubmitButton } from '../submit/SubmitButton.tsx'
import { FindingWalk } from './FindingWalk.tsx'
import styles from './FormFoot.module.css'
import { SaveState } from './SaveState.tsx'
import { useGoSection } from './useGoSection.ts'

/** Of a report that is closed: who fills one in does not wait for them. */
const MoveButtons = late(async () => (await import('../submit/MoveButtons.tsx')).MoveButtons)

export interface FormFootProps {
  onUndo: () => void
  onRedo: () => void
  /** To the next finding, of this level alone where one is named. */
  onNext: (level?: Level) => void
}

/** Always on screen: what is left to do, whether all is saved, the section before and after, and sending the report. */
export function FormFoot({ onUndo, onRedo, onNext }: FormFootProps) {
  const open = useKey('access', store => store.access().open)
  const { store } = useForm()
  return (
    <ActionBar label="Tindakan pada laporan">
      <span className={styles.left}>
        <FindingWalk onNext={onNext} />
      </span>
      {open && (
        <span className={styles.saved}>
          <SaveState />
          <UndoButtons {...{ store, onUndo, onRedo }} />
        </span>
      )}
      <span className={styles.right}>
        <SectionSteps />
        {!open && <MoveButtons />}
        <SubmitButton />
      </span>
    </ActionBar>
  )
}

function SectionSteps() {
  const { before, after, go } = useSectionStep()
  return (
    <span className={styles.steps}>
      {before && <IconButton icon="chevron-left" label={`Bagian sebelumnya: ${before.title}`} onClick={() => go(-1)} />}
      {after && <IconButton icon="chevron-right" label={`Bagian berikutnya: ${after.title}`} onClick={() => go(1)} />}
    </span>
  )
}

/** The sections before and after the current one, and the way there, by keys too. */
function useSectionStep(): {
  before: Section | undefined
  after: Section | undefined
  go: (step: 1 | -1) => void
} {
  const sections = useSections()
  const id = useView('section')
  const goSection = useGoSection()
  const at = sections.findIndex(section => section.id === id)
  const go = (step: 1 | -1) => {
    const next = sections[at + step]
    if (next) goSection(next.id)
  }
  useKeys([
    { keys: 'Alt+ArrowDown', label: 'Bagian berikutnya', run: () => go(1) },
    { keys: 'Alt+ArrowUp', label: 'Bagian sebelumnya', run: () => go(-1) },
  ])
  return { before: sections[at - 1], after: sections[at + 1], go }
}
