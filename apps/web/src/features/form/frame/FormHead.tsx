import { useContext } from 'react'
import { createPortal } from 'react-dom'
import { filledWords } from '#submissions/filledWords.ts'
import { ProgressBar } from '#ui/ProgressBar.tsx'
import { HandOutButton } from '../contributions/HandOutButton.tsx'
import { ActionsPlace, useEvaluated, useKey } from '../FormContext.ts'
import { MoveButtons } from '../submit/MoveButtons.tsx'
import { SubmitButton } from '../submit/SubmitButton.tsx'
import { AlsoHere } from './AlsoHere.tsx'
import styles from './FormHead.module.css'
import { SaveState } from './SaveState.tsx'

/** Progress, save state and other users; and in the report's header the actions on the report as a whole. */
export function FormHead() {
  const open = useKey('access', store => store.access().open)
  const place = useContext(ActionsPlace)
  return (
    <div className={styles.line}>
      <Completeness />
      {open && <SaveState />}
      <AlsoHere />
      {place && createPortal(<Actions />, place)}
    </div>
  )
}

const Actions = () => (
  <>
    <HandOutButton />
    <MoveButtons />
    <SubmitButton />
  </>
)

function Completeness() {
  const { progress } = useEvaluated()
  const sections = Object.values(progress)
  const sum = (side: 'filled' | 'all') => sections.reduce((total, one) => total + one[side], 0)
  const whole = { filled: sum('filled'), all: sum('all') }
  return <ProgressBar {...whole} label="Tingkat keterisian" words={filledWords(whole)} />
}
