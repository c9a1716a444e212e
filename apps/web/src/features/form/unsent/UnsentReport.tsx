import type { FormId } from '@sepakat/rules'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router'
import { answersQuery, submissionQuery } from '#submissions/submissionQueries.ts'
import { useMaterial } from '#submissions/useMaterial.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { storedChangesOf } from '#sync/outbox/unsentReports.ts'
import { hasCode, saidOf } from '#sync/problems/ProblemError.ts'
import { useMe } from '#sync/session/me.tsx'
import { useOnline } from '#sync/transport/online.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { saveFile } from '#ui/saveFile.ts'
import { OpenForm } from '../OpenForm.tsx'
import { StuckList } from './StuckList.tsx'
import styles from './Unsent.module.css'
import type { Unsent } from './unsentOf.ts'

/** It was created on this device, and the server refuses to create it any more. */
const isClosed = (error: unknown) => hasCode(error, 'needs-unmet')

/** A report that cannot be opened now: in another post, offline, or gone. What was typed can still be exported. */
function Unreachable({ id, error }: { id: string; error?: Error | null }) {
  const { person } = useMe()
  const save = async () => {
    const kept = await storedChangesOf(person.id, id)
    saveFile(new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' }), `Isian belum terkirim ${id}.json`)
  }
  return (
    <Callout
      tone="warn"
      actions={
        <Button small icon="download" onClick={save}>
          Unduh isiannya
        </Button>
      }
    >
      {isClosed(error)
        ? saidOf(error)
        : 'Laporan ini tidak dapat dibuka sekarang: mungkin diisi dalam jabatan Anda yang lain, atau jaringannya belum ada.'}{' '}
      Isiannya tetap di perangkat ini.
    </Callout>
  )
}

/** What is unsent of one report. A change that needs a decision is shown with both values, as in the form. */
export function UnsentReport({ id, waiting, stuck, evaluated, files, descriptions, queued }: { id: string } & Unsent) {
  const heading = useId()
  const submission = useQuery(submissionQuery(id))
  const online = useOnline()
  const report = submission.data
  return (
    <section className={styles.report} aria-labelledby={heading}>
      <h2 id={heading}>
        {report ? (
          <Link to={evaluated > 0 ? paths.review(id) : paths.form(id)}>
            {report.title}, {report.periodTitle}
          </Link>
        ) : (
          'Laporan yang tidak terbuka'
        )}
      </h2>
      {waiting > 0 && (
        <p>
          {waiting} isian {online ? 'sedang dikirim.' : 'menunggu jaringan; dikirim sendiri begitu jaringan kembali.'}
        </p>
      )}
      {files > 0 && <p>{files} berkas belum terlampir; keadaannya terlihat di formulir.</p>}
      {descriptions > 0 && <p>Keterangan {descriptions} berkas belum tersimpan; keadaannya terlihat di formulir.</p>}
      {queued && (
        <p>
          {online ? 'Laporannya dikirim' : 'Pengirimannya menunggu jaringan; dikirim'} setelah isian dan berkasnya
          sampai.
        </p>
      )}
      {submission.isPending && <SkeletonRows rows={2} label="Memuat laporan…" />}
      {report?.readable && stuck > 0 && <Stuck report={report} evaluated={evaluated > 0} />}
      {(submission.isError || report?.readable === false) && <Unreachable id={id} error={submission.error} />}
    </section>
  )
}

function Stuck({ report, evaluated }: { report: Submission; evaluated: boolean }) {
  const material = useMaterial(report)
  const answers = useQuery(answersQuery(report.id, report.part))
  const kind = kinds[report.form as FormId]
  if (material.error || answers.isError || !kind) return <Unreachable id={report.id} />
  if (!material.given || !answers.data) return <SkeletonRows rows={2} label="Memuat isian…" />
  return (
    <OpenForm submission={report} kind={kind} {...material.given} answers={answers.data} evaluated={evaluated}>
      <StuckList />
    </OpenForm>
  )
}
