import { useContext } from 'react'
import { createPortal } from 'react-dom'
import { filledWords } from '#submissions/reportName.ts'
import { late } from '#ui/late.tsx'
import { ProgressBar } from '#ui/ProgressBar.tsx'
import { HeadPlaces, useEvaluated } from '../FormContext.ts'
import { useOthers } from '../PeopleContext.ts'
import { ReportActions } from './ReportActions.tsx'

// few reports are filled in by several at once
const AlsoHere = late(async () => (await import('./AlsoHere.tsx')).AlsoHere)

/** In the report's header: what else can be done, how much is filled in, and who else is here. */
export function FormHead() {
  const others = useOthers()
  const { actions, line } = useContext(HeadPlaces)
  return (
    <>
      {actions && createPortal(<ReportActions />, actions)}
      {line &&
        createPortal(
          <>
            <Completeness />
            {others.length > 0 && <AlsoHere />}
          </>,
          line,
        )}
    </>
  )
}

function Completeness() {
  const { progress } = useEvaluated()
  const sections = Object.values(progress)
  const sum = (side: 'filled' | 'all') => sections.reduce((total, one) => total + one[side], 0)
  const whole = { filled: sum('filled'), all: sum('all') }
  return <ProgressBar {...whole} label="Tingkat keterisian" words={filledWords(whole)} />
}
