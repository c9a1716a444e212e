import { isOpen, type Status, statusLabels } from '@sepakat/rules/workflow/statuses.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { useDates, useMay } from '#sync/session/me.tsx'
import { StorageNote } from '#sync/vault/StorageNote.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { late } from '#ui/late.tsx'
import { paths } from '#ui/paths.ts'
import { useBeside, useFindings, useForm, useKey, useSubmission } from '../FormContext.ts'
import styles from './Notices.module.css'
import { Tray } from './Tray.tsx'

// few reports are handed out, come back, are closed, are looked at again, or have a newer form
const HandedOut = late(async () => (await import('../contributions/HandedOut.tsx')).HandedOut)
const OwnPart = late(async () => (await import('../contributions/OwnPart.tsx')).OwnPart)
const Reopening = late(async () => (await import('../reopening/Reopening.tsx')).Reopening)
const Recheck = late(async () => (await import('./Recheck.tsx')).Recheck)
const ReturnedNotes = late(async () => (await import('../notes/ReturnedNotes.tsx')).ReturnedNotes)
const VersionStep = late(async () => (await import('./VersionStep.tsx')).VersionStep)

/** What the user must know first, in the order of urgency. */
export function Notices() {
  const { contributions, formVersion, newestVersion, recheck, status } = useSubmission()
  const noted = useBeside().notes.size > 0
  return (
    <div className={styles.notices}>
      <Tray />
      <StorageNote />
      {contributions.length > 0 && <OwnPart />}
      <Reading />
      {(status === 'returned' || noted) && <ReturnedNotes />}
      <PartlyOpen />
      {contributions.length > 0 && <HandedOut />}
      {recheck && <Recheck />}
      {newestVersion > formVersion && <VersionStep />}
      <WholeForm />
      <OtherNumbers />
    </div>
  )
}

/** Why the form is read-only. */
function Reading() {
  const submission = useSubmission()
  const dates = useDates()
  const may = useMay('submission.write')
  const open = useKey('access', store => store.access().open)
  // The own part's notice says it.
  if (open || (submission.part !== null && isOpen(submission.status as Status))) return null
  return <Reopening>{readingReason(submission, may, dates.now(), dates.long)}</Reopening>
}

function PartlyOpen() {
  const submission = useSubmission()
  const { names, go } = useForm()
  const anchors = submission.openAnchors
  const open = useKey('access', store => store.access().open)
  if (!open || anchors === null) return null
  return (
    <Callout folded tone="info" title="Hanya sebagian yang dibuka">
      <p>Isian lain sudah diterima dan hanya dapat dibaca. Yang dibuka:</p>
      <ul className={styles.list}>
        {anchors.map(anchor => (
          <li key={anchor}>
            <Button kind="quiet" small className={styles.go} onClick={() => go(anchor)}>
              {names().anchor(anchor)}
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** Findings of the form as a whole: a source that is not approved yet, another form that is missing. */
function WholeForm() {
  const [first, ...more] = useFindings('') ?? []
  if (!first) return null
  const tone = [first, ...more].some(({ level }) => level === 'wrong') ? 'wrong' : 'warn'
  return (
    <Callout folded tone={tone} title={more.length > 0 ? `1 dari ${more.length + 1}: ${first.message}` : first.message}>
      {more.length > 0 && (
        <ol start={2} className={styles.list}>
          {more.map(finding => (
            <li key={finding.code}>{finding.message}</li>
          ))}
        </ol>
      )}
    </Callout>
  )
}

function OtherNumbers() {
  const submission = useSubmission()
  const newer = submission.numbers.filter(({ number }) => number > submission.number).at(-1)
  if (!newer) return null
  return (
    <Callout
      tone="info"
      actions={
        <LinkButton to={paths.form(newer.id)} small>
          Buka perubahan ke-{newer.number - 1}
        </LinkButton>
      }
    >
      Laporan ini sudah punya perubahan.
    </Callout>
  )
}

/** Why the form is read-only, and what could change that. */
function readingReason(submission: Submission, may: boolean, now: number, long: (instant: string) => string): string {
  const { status, statusAt, statusBy, closesAt, claimedBy } = submission
  const by = statusBy ? ` oleh ${statusBy.name}` : ''
  const since = `Laporan ini berstatus ${statusLabels[status as Status].toLowerCase()} sejak ${long(statusAt)}${by}.`
  if (!isOpen(status as Status)) {
    const claimed = claimedBy ? ` ${claimedBy.name} sedang memeriksanya.` : ''
    const back =
      status === 'approved'
        ? ' Perbaikan hanya dapat setelah koordinator membukanya kembali.'
        : submission.moves.some(({ move, needs }) => move === 'withdraw' && needs.length === 0)
          ? ' Tarik kembali bila ada yang perlu diperbaiki.'
          : ''
    return `${since} Isiannya hanya dapat dibaca.${claimed}${back}`
  }
  if (!may) return 'Jabatan yang sedang Anda pakai hanya membaca laporan ini.'
  if (closesAt !== null && Date.parse(closesAt) <= now)
    return `Periode ini ditutup ${long(closesAt)}. Isiannya hanya dapat dibaca; minta perpanjangan kepada koordinator bila perlu.`
  return since
}
